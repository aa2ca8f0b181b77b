package org.noteworthy.notes.words;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;

/**
 * Phrases of a playbook's tables, each with what it stands for, found in a text as whole words in any case and with any
 * blanks between them.
 *
 * <p>A tree of characters: looking at one place of a text costs no more than the longest phrase is long, so reading a
 * whole text is linear in it.
 */
public final class Phrases<T> {
    private static final int PAGE = 256;

    private final Node<T> root = new Node<>();

    /**
     * The nodes of the first characters of phrases, in pages, of which most are missing: nearly every word of a text, and
     * every character of scripts without blanks, is looked up here and found to begin no phrase.
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can only be made raw
    private final Node<T>[][] starts = new Node[(Character.MAX_VALUE + 1) / PAGE][];

    private final boolean acrossLines;
    private final boolean besideDigits;

    private Phrases(boolean acrossLines, boolean besideDigits) {
        this.acrossLines = acrossLines;
        this.besideDigits = besideDigits;
    }

    /** Phrases whose blanks may also be line ends of the text. */
    static <T> Phrases<T> acrossLines() {
        return new Phrases<>(true, false);
    }

    /** Phrases that stand on one line. */
    public static <T> Phrases<T> withinLines() {
        return new Phrases<>(false, false);
    }

    /** Phrases whose blanks may also be line ends, and which a digit may follow at once, as in May20. */
    public static <T> Phrases<T> besideDigits() {
        return new Phrases<>(true, true);
    }

    /** Adds a phrase unless it is there already; the first meaning stays. */
    public void add(String phrase, T meaning) {
        String folded = Letters.fold(phrase);
        Node<T> node = root;
        for (int i = 0; i < folded.length(); i++) {
            node = node.grow(folded.charAt(i));
        }
        if (node != root && node.meaning == null) {
            node.meaning = meaning;
        }
        if (!folded.isEmpty()) {
            start(folded.charAt(0), root.grow(folded.charAt(0)));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can only be made raw
    private void start(char unit, Node<T> node) {
        if (starts[unit / PAGE] == null) {
            starts[unit / PAGE] = new Node[PAGE];
        }
        starts[unit / PAGE][unit % PAGE] = node;
    }

    /** What that very phrase stands for, blanks around it aside. */
    @Nullable
    T get(String phrase) {
        int start = Markup.afterBlanks(phrase, 0, phrase.length());
        int end = phrase.length();
        while (end > start && Letters.isBlank(phrase.charAt(end - 1))) {
            end--;
        }
        Match<T> match = new Match<>();
        return start < end && longest(phrase, start, end, match) && match.end == end ? match.meaning : null;
    }

    /** Finds the longest phrase that stands at {@code from} as whole words and puts it into {@code match}. */
    public boolean longest(String text, int from, int to, Match<T> match) {
        char first = Letters.fold(text.charAt(from));
        Node<T>[] page = starts[first / PAGE];
        Node<T> node = page == null ? null : page[first % PAGE];
        if (node == null) {
            return false;
        }
        match.meaning = null;
        int at = from + 1;
        while (node != null) {
            if (node.meaning != null && ends(text, at)) {
                match.meaning = node.meaning;
                match.end = at;
            }
            if (at >= to) {
                break;
            }
            char unit = text.charAt(at);
            if (!Letters.isBlank(unit)) {
                node = node.next(Letters.fold(unit));
                at++;
            } else if (acrossLines || !Letters.isLineEnd(unit)) {
                node = node.next(' ');
                at = node == null ? at : afterBlanks(text, at, to);
            } else {
                break;
            }
        }
        return match.meaning != null;
    }

    private boolean ends(String text, int at) {
        return Letters.endsWord(text, at)
                || besideDigits && Letters.isDigit(text.charAt(at)) && !Letters.isDigit(text.charAt(at - 1));
    }

    private int afterBlanks(String text, int from, int to) {
        int at = from;
        while (at < to && Letters.isBlank(text.charAt(at)) && (acrossLines || !Letters.isLineEnd(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    /** A found phrase: what it stands for and where it ends. Made once a text and used again. */
    public static final class Match<T> {
        private @Nullable T meaning;
        private int end;

        /** What the phrase found last stands for; only after a search that found one. */
        public T meaning() {
            if (meaning == null) {
                throw new IllegalStateException("no phrase was found");
            }
            return meaning;
        }

        /** Exclusive end of the phrase found last. */
        public int end() {
            return end;
        }
    }

    private static final class Node<T> {
        /** A bit for the last six bits of each unit: most searches end here. */
        private long marks;

        private char[] units = {};

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can only be made raw
        private Node<T>[] nodes = new Node[0];

        private @Nullable T meaning;

        @Nullable
        Node<T> next(char unit) {
            if ((marks >>> unit & 1) == 0) {
                return null;
            }
            if (units.length < 8) {
                for (int i = 0; i < units.length; i++) {
                    if (units[i] == unit) {
                        return nodes[i];
                    }
                }
                return null;
            }
            int found = Arrays.binarySearch(units, unit);
            return found < 0 ? null : nodes[found];
        }

        Node<T> grow(char unit) {
            int found = Arrays.binarySearch(units, unit);
            if (found >= 0) {
                return nodes[found];
            }
            int place = -found - 1;
            char[] moreUnits = Arrays.copyOf(units, units.length + 1);
            Node<T>[] moreNodes = Arrays.copyOf(nodes, nodes.length + 1);
            System.arraycopy(units, place, moreUnits, place + 1, units.length - place);
            System.arraycopy(nodes, place, moreNodes, place + 1, nodes.length - place);
            Node<T> grown = new Node<>();
            moreUnits[place] = unit;
            moreNodes[place] = grown;
            marks |= 1L << unit;
            units = moreUnits;
            nodes = moreNodes;
            return grown;
        }
    }
}
