/**
 * The language of rules: what a rule file may say, and what it means.
 *
 * <p>A closed subset of DRL. {@link org.noteworthy.playbooks.language.parsing.RuleFile} reads a file into
 * {@link org.noteworthy.playbooks.language.WrittenRule rules} whose every word is one of the
 * {@link org.noteworthy.notes.vocabulary.Vocabulary}, or tells each place at which it says something else.
 * {@link org.noteworthy.playbooks.language.CompilableText} writes for the engine's compiler what was understood, and
 * nothing but that: no character of a rule file gets there by itself.
 */
@NullMarked
package org.noteworthy.playbooks.language;

import org.jspecify.annotations.NullMarked;
