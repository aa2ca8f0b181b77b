/**
 * One note, or one engagement, against one playbook.
 *
 * <p>{@link org.noteworthy.checking.Checker} runs the rules of a playbook over parsed notes and answers with a
 * {@link org.noteworthy.checking.outcome.Report} each: the violations with place, reason, clause and fix, and the four outcomes
 * that add up to the number of rules. How a report is written out is the concern of {@code checking.format}.
 */
@NullMarked
package org.noteworthy.checking;

import org.jspecify.annotations.NullMarked;
