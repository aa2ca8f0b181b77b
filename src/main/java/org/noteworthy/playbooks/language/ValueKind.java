package org.noteworthy.playbooks.language;

import org.noteworthy.notes.vocabulary.Vocabulary;

/** What kind of answer a property gives, in words for people. */
public enum ValueKind {
    YES_OR_NO("yes or no"),
    TEXT("a text"),
    DAY("a day"),
    NUMBER("a number"),
    TEXTS("a list of texts"),
    PART("a part that has properties of its own"),
    /** A name that the vocabulary does not know, which has been told already. */
    UNKNOWN("nothing");

    private final String words;

    ValueKind(String words) {
        this.words = words;
    }

    /** As a sentence names it. */
    public String words() {
        return words;
    }

    /** Whether its values are texts, days among them. */
    public boolean ofText() {
        return this == TEXT || this == DAY;
    }

    /** The kind of a property's value. */
    public static ValueKind of(Vocabulary.Property property) {
        return switch (property.result()) {
            case "Boolean" -> YES_OR_NO;
            case "String" -> property.form() == Vocabulary.Form.DAY ? DAY : TEXT;
            case "Integer" -> NUMBER;
            case "List" -> TEXTS;
            default -> PART;
        };
    }
}
