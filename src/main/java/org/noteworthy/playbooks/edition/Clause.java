package org.noteworthy.playbooks.edition;

import java.util.List;

/**
 * One clause of the guidance, as {@code guidance.md} tells it.
 *
 * @param id dotted name that rules and findings cite, e.g. {@code content.status}
 * @param title the heading after the id
 * @param text what the clause asks, in plain words
 * @param readings how an ambiguous place of the source is read; empty where nothing is ambiguous
 * @param judge who can tell whether a note keeps to it
 * @param source short hashes of the paragraphs of the source page that it stands on
 */
public record Clause(String id, String title, String text, List<String> readings, Judge judge, List<String> source) {
    private static final String MARK = "h";

    public Clause {
        readings = List.copyOf(readings);
        source = List.copyOf(source);
    }

    /**
     * Short hash of what the clause says: title, text and readings, in whatever lines they are wrapped. It begins with a
     * letter that no number has, since it is kept in tables that spreadsheets open.
     */
    public String hash() {
        return MARK + PlainText.hash(title + "\n" + text + "\n" + String.join("\n", readings));
    }

    /** Whether that is the hash of what the clause says; older ones are without the first letter. */
    public boolean isHashedAs(String hash) {
        return hash().equals(hash) || hash().equals(MARK + hash);
    }

    /** Whether that could be the hash of a clause. */
    static boolean couldBeHash(String word) {
        return PlainText.isHash(word.startsWith(MARK) ? word.substring(MARK.length()) : word);
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
