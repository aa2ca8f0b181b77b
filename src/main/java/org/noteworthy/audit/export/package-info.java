/**
 * Decisions written out for other programs and for people: the lines as they are recorded, tables, a workbook, a page.
 *
 * <p>Each form takes decisions one by one and holds few of them at once. Start at {@link
 * org.noteworthy.audit.export.ExportFormat}.
 */
@NullMarked
package org.noteworthy.audit.export;

import org.jspecify.annotations.NullMarked;
