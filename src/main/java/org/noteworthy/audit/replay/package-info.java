/** Judges recorded notes again, by the rules of then or by others. */
@NullMarked
package org.noteworthy.audit.replay;

import org.jspecify.annotations.NullMarked;
