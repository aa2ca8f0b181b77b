package org.noteworthy.audit;

/** What is wrong with a chain first: from which decision on, and how, in a sentence. */
public record Fault(String chain, long seq, String sentence) {}
