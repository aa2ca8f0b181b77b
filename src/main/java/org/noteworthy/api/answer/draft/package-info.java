/** What the calls about drafts answer. */
@NullMarked
package org.noteworthy.api.answer.draft;

import org.jspecify.annotations.NullMarked;
