package org.noteworthy.audit;

/** What a decision comes to. */
public enum Verdict {
    /** No rule of severity error is broken. */
    COMPLIANT("compliant"),
    /** A rule of severity error is broken. */
    VIOLATING("violating");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word that records and questions use. */
    public String word() {
        return word;
    }
}
