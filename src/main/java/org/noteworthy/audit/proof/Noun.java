package org.noteworthy.audit.proof;

import org.noteworthy.audit.store.PolicyChangeDao;

/** What the lines of a chain are called: at the beginning of a sentence, several of them, and inside a sentence. */
public record Noun(String one, String many, String inside) {
    private static final Noun DECISION = new Noun("Decision", "Decisions", "decision");
    private static final Noun CHANGE = new Noun("Policy change", "Policy changes", "policy change");

    /** What those of that chain are called. */
    public static Noun of(String chain) {
        return chain.equals(PolicyChangeDao.CHAIN) ? CHANGE : DECISION;
    }
}
