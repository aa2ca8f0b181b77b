/** Writes decisions to the audit log. */
@NullMarked
package org.noteworthy.audit.log;

import org.jspecify.annotations.NullMarked;
