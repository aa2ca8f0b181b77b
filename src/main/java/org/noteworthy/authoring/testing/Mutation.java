package org.noteworthy.authoring.testing;

import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.WrittenRule;

/**
 * A rule with one small change in it.
 *
 * @param at where the change was made
 * @param change what was changed, such as {@code without "status.present"}
 */
public record Mutation(WrittenRule rule, Span at, String change) {}
