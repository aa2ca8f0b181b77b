package org.noteworthy.notes.parsing;

/**
 * A line that a further block of a note may begin with: a prefix, or the label for it and a prefix.
 *
 * @param before where what stands before it ends
 * @param prefix that stands there
 * @param lineEnd end of its line
 */
record BlockHead(int before, PrefixReader.Found prefix, int lineEnd) {}
