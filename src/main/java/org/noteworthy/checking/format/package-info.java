/**
 * Reports as text: one class for each form in which results are written out, all behind
 * {@link org.noteworthy.checking.format.ReportFormat}.
 */
@NullMarked
package org.noteworthy.checking.format;

import org.jspecify.annotations.NullMarked;
