package org.noteworthy.authoring.testing;

/**
 * A small change of an edition that some fixture should notice.
 *
 * @param file path within the edition's folder
 * @param line line of the file that was changed, from 1
 * @param change what was changed, such as {@code without "status.present"}
 */
public record Mutant(String file, int line, String change) {}
