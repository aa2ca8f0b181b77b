/** What the audit log writes of policy changes, told as records for the description of the calls alone. */
@NullMarked
package org.noteworthy.api.shape.change;

import org.jspecify.annotations.NullMarked;
