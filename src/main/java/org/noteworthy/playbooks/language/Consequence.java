package org.noteworthy.playbooks.language;

/**
 * What a rule reports.
 *
 * @param place the fact or the part of it that a violation points at
 * @param message with {@code {placeholders}}
 * @param messageAt where the message stands, with its quotes
 */
public record Consequence(PropertyUse place, String message, Span messageAt, Span at) {}
