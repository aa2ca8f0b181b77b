package org.noteworthy.notes;

/** One edit: put {@code text} in place of the UTF-16 range {@code [start, end)} of the note's text. */
public record Fix(int start, int end, String text) {}
