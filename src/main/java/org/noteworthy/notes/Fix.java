package org.noteworthy.notes;

/** One edit: put {@code text} in place of the UTF-16 range {@code [start, end)} of the note's text. */
public record Fix(int start, int end, String text, Kind kind) {

    /** Whether a program may make an edit by itself. */
    public enum Kind {
        /** Changes spelling, form or place, and nothing that a reader understands. */
        SAFE("safe"),
        /** Puts other words for what seems to be meant: somebody should look. */
        SUGGESTED("suggested");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word that reports use for it. */
        public String word() {
            return word;
        }
    }

    /** An edit of spelling, form or place. */
    public static Fix safe(int start, int end, String text) {
        return new Fix(start, end, text, Kind.SAFE);
    }

    /** An edit for somebody to look at. */
    public static Fix suggested(int start, int end, String text) {
        return new Fix(start, end, text, Kind.SUGGESTED);
    }

    /** Whether a program may make it by itself. */
    public boolean safe() {
        return kind == Kind.SAFE;
    }
}
