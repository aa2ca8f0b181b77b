package org.noteworthy.drafts.text;

/** A part of two changes of one text that are merged: settled, or a conflict. */
public sealed interface MergePiece {

    /** Text on which both agree, or that only one of them changed. */
    record Settled(String text) implements MergePiece {}

    /** Lines that both changed, and not in the same way; those of all three texts that stand there. */
    record Conflict(LineRange base, LineRange mine, LineRange theirs) implements MergePiece {}
}
