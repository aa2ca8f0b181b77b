package org.noteworthy.playbooks;

import java.util.List;

/**
 * One clause of the guidance, as {@code guidance.md} tells it.
 *
 * @param id dotted name that rules and findings cite, e.g. {@code content.status}
 * @param title the heading after the id
 * @param text what the clause asks, in plain words
 * @param readings how an ambiguous place of the source is read; empty where nothing is ambiguous
 * @param judge who can tell whether a note keeps to it
 */
public record Clause(String id, String title, String text, List<String> readings, Judge judge) {
    public Clause {
        readings = List.copyOf(readings);
    }

    /** Who can tell whether a note keeps to a clause. */
    public enum Judge {
        RULES("rules"),
        PERSON("a person"),
        NOBODY("nobody");

        private final String word;

        Judge(String word) {
            this.word = word;
        }

        /** The words that {@code guidance.md} uses for it. */
        public String word() {
            return word;
        }
    }
}
