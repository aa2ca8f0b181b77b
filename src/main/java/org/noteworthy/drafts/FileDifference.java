package org.noteworthy.drafts;

/**
 * How a draft differs from its base in one file.
 *
 * @param kind {@code added}, {@code changed} or {@code deleted}
 * @param unified as {@code diff -u} prints it
 */
public record FileDifference(String path, String kind, String unified) {}
