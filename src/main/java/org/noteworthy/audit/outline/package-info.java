/** Decisions without their texts: what is counted of them, kept beside the pages so that sums need not read each line. */
@NullMarked
package org.noteworthy.audit.outline;

import org.jspecify.annotations.NullMarked;
