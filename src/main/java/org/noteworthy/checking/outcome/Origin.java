package org.noteworthy.checking.outcome;

import org.jspecify.annotations.Nullable;

/**
 * Where a note stands in what the caller handed in.
 *
 * @param input the file as the caller named it, or {@code <stdin>}
 * @param entry what tells notes of one input apart, e.g. {@code row 17}; null where the input is one note
 * @param line line of the input at which the note's record starts or, if {@code verbatim}, its text; 0 where inputs of
 *     this kind have no lines
 * @param offset if {@code verbatim}, the UTF-16 offset in the input at which the text begins
 * @param verbatim whether the text stands in the input character by character, so that places in the note are places in
 *     the file
 */
public record Origin(String input, @Nullable String entry, int line, int offset, boolean verbatim) {}
