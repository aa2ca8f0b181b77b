package org.noteworthy.playbooks.language;

/**
 * What a rule says of itself, such as {@code @severity("error")}.
 *
 * @param name without the sign
 * @param valueAt where the value stands, with its quotes
 */
public record Annotation(String name, String value, Span at, Span valueAt) {}
