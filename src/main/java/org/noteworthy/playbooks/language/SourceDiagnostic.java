package org.noteworthy.playbooks.language;

/**
 * Something in a rule file that is not of the language.
 *
 * @param at where it stands
 * @param sentence what is wrong and the way out, in words that need no Java
 */
public record SourceDiagnostic(Span at, String sentence) {}
