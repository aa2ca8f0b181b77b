/**
 * Reports as text: one class for each form in which results are written out, all behind
 * {@link org.noteworthy.checking.format.ReportFormat}.
 *
 * <p>Start reading at {@link org.noteworthy.checking.format.FormatName}, which names the forms and makes them;
 * {@link org.noteworthy.checking.format.ReportJson} is the shape of a report that the command line and the HTTP api
 * share. The words of a playbook come in through results and editions; nothing is judged here. Every form is UTF-8 and
 * the same bytes on every machine and in every locale, and none holds more than one result in memory.
 */
@NullMarked
package org.noteworthy.checking.format;

import org.jspecify.annotations.NullMarked;
