package org.noteworthy.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What decisions can be asked for by, beside their time. */
public enum DecisionField {
    EDITION("edition"),
    DIGEST("digest"),
    RULE("rule"),
    SEVERITY("severity"),
    ROLE("role"),
    NOTE_TYPE("noteType"),
    AUTHOR("author"),
    ENGAGEMENT("engagement"),
    CALLER("caller"),
    VERDICT("verdict"),
    NOTE("note"),
    IDENTITY("identity"),
    /** Says {@code true} of a decision in which anything is waived, and nothing of others. */
    WAIVED("waived");

    /** The one value of {@link #WAIVED}. */
    public static final String YES = "true";

    private final String word;

    DecisionField(String word) {
        this.word = word;
    }

    /** The name by which callers ask. */
    public String word() {
        return word;
    }

    /** The field of that name. */
    public static Optional<DecisionField> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }

    /** The names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(DecisionField::word).toList();
    }
}
