/**
 * A rules folder as a named, dated, sealed thing.
 *
 * <p>Reads an edition's settings, tables, clauses and rules, refuses what is wrong with file, line and a sentence, and
 * compiles the rest. {@link org.noteworthy.playbooks.Library} knows the editions and which one is in force on a day;
 * {@link org.noteworthy.playbooks.Playbook} is one edition, ready to judge by. Judging itself happens next door.
 *
 * <p>Rules are code by people who do not run the service: {@code BytecodeGate} compares what was compiled of them with
 * {@code RuleReach}, and {@code RuleClassLoader} shows them nothing beyond it.
 */
@NullMarked
package org.noteworthy.playbooks;

import org.jspecify.annotations.NullMarked;
