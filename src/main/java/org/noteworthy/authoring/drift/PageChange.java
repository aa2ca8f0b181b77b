package org.noteworthy.authoring.drift;

import java.util.List;

/**
 * A place of the page that is no more as the edition knows it.
 *
 * @param gone hashes of the known paragraphs that stood there
 * @param now the paragraphs that stand there
 * @param touched the clauses that stand on what is gone or has moved; for new paragraphs those that stand on both sides
 *     of them
 * @param after ids of the clauses that stand on the paragraph before it; empty if there is none, of either
 * @param before ids of the clauses that stand on the paragraph after it; empty if there is none, of either
 */
public record PageChange(
        Kind kind,
        List<String> gone,
        List<SourceParagraph> now,
        List<TouchedClause> touched,
        List<String> after,
        List<String> before) {
    public PageChange {
        gone = List.copyOf(gone);
        now = List.copyOf(now);
        touched = List.copyOf(touched);
        after = List.copyOf(after);
        before = List.copyOf(before);
    }

    /** How many paragraphs it is about. */
    public int paragraphs() {
        return Math.max(gone.size(), now.size());
    }

    /** What happened there. */
    public enum Kind {
        NEW("new"),
        CHANGED("changed"),
        REMOVED("removed"),
        MOVED("moved");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word that reports use for it. */
        public String word() {
            return word;
        }
    }

    /**
     * A clause that may have to say something else now.
     *
     * @param rules ids of the rules that stand for it
     * @param left whether the page still has any paragraph on which it stands, as it was
     */
    public record TouchedClause(String id, List<String> rules, boolean left) {
        public TouchedClause {
            rules = List.copyOf(rules);
        }
    }
}
