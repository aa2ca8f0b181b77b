package org.noteworthy.playbooks.language;

/** One side of a comparison. */
public sealed interface Value permits PropertyUse, Literal {

    /** Where it stands. */
    Span at();

    /** What it is compared as. */
    ValueKind kind();
}
