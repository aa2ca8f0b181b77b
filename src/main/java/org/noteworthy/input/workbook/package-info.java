/** Notes in XLSX workbooks. */
@NullMarked
package org.noteworthy.input.workbook;

import org.jspecify.annotations.NullMarked;
