/** Drafts as the verbs see them, wherever they are kept. */
@NullMarked
package org.noteworthy.cli.draft.view;

import org.jspecify.annotations.NullMarked;
