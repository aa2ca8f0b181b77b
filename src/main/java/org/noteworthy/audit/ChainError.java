package org.noteworthy.audit;

/** The first thing that is wrong with a chain: from which decision on, and a sentence that says how. */
public record ChainError(String chain, long seq, String sentence) {}
