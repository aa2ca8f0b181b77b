/** The verbs that change the policy by drafts. */
@NullMarked
package org.noteworthy.cli.draft;

import org.jspecify.annotations.NullMarked;
