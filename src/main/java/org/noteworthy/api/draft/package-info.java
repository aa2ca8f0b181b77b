/** The calls about drafts: how they are changed, looked at, reviewed and put in force. */
@NullMarked
package org.noteworthy.api.draft;

import org.jspecify.annotations.NullMarked;
