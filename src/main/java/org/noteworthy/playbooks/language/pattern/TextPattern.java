package org.noteworthy.playbooks.language.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code matches} means in a rule: the whole text is as the pattern says.
 *
 * <p>Classes of characters and cases are those of {@link org.noteworthy.notes.UnicodeTable}, whichever Java platform it runs
 * on, and a line end is {@code \n}, whichever a note has.
 *
 * <p>No pattern can make a rule run away. The time that a match takes grows with the length of the text and with the size
 * of the pattern, never faster; both have limits, and while it runs the deadline of its thread is looked at.
 */
public final class TextPattern {
    public static final int LONGEST = 500;
    private static final int MOST_REPETITIONS = 1_000;
    /** What a pattern has at most; with so many, a long note takes a second or two. */
    public static final int MOST_STEPS = 2_000;

    /** Writing a pattern out takes time and memory too, so it is only tried where the size may be within the limit. */
    private static final int HOPELESS = 10 * MOST_STEPS;

    /** Far more patterns than an edition has; editions that have gone leave theirs behind until then. */
    private static final int KEPT = 1_000;

    private static final ConcurrentMap<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private TextPattern() {}

    /** Whether the whole text is as the pattern says; a text that is unknown matches nothing. */
    public static boolean matches(@Nullable String text, String pattern) {
        return text != null
                && compiled(pattern)
                        .matcher(new WatchedText(withPlainLineEnds(text)))
                        .matches();
    }

    /** The text with each of its line ends as {@code \n}, whichever a note has; what patterns are held against. */
    public static String withPlainLineEnds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Why a pattern cannot stand in a rule, as a sentence for whoever wrote it; empty where it can. */
    public static Optional<String> refusal(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The pattern has %,d characters; %,d are the most. Divide it among several conditions.",
                    pattern.length(),
                    LONGEST));
        }
        PatternReading read = PatternReading.of(pattern);
        if (read.foreign() != null) {
            return Optional.of(read.foreign());
        }
        if (read.repetitions() > MOST_REPETITIONS) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The pattern repeats a part more than %,d times, counting repetitions inside repetitions. Use smaller"
                            + " counts, or + and * where any number will do.",
                    MOST_REPETITIONS));
        }
        try {
            boolean tooLarge = read.steps() > HOPELESS;
            if (!tooLarge) {
                Pattern.compile(read.checked());
                tooLarge = Pattern.compile(read.written()).programSize() > MOST_STEPS;
            }
            return tooLarge
                    ? Optional.of(String.format(
                            Locale.ROOT,
                            "The pattern is too large: with its repetitions written out it has more than %,d steps. Use"
                                    + " smaller counts, or + and * where any number will do.",
                            MOST_STEPS))
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(PatternErrors.sentence(pattern, e.getDescription(), e.getPattern()));
        }
    }

    /** How many steps a pattern takes for each character of a text at most; none if it cannot stand in a rule. */
    public static int steps(String pattern) {
        return refusal(pattern).isPresent() ? 0 : compiled(pattern).programSize();
    }

    /** Whether a dot of the pattern stops at a line end, and nothing shows that line ends were thought of. */
    public static boolean stopsAtLineEnds(String pattern) {
        return PatternReading.of(pattern).stopsAtLineEnds();
    }

    private static Pattern compiled(String pattern) {
        Pattern known = COMPILED.get(pattern);
        return known == null ? compile(pattern) : known;
    }

    private static Pattern compile(String pattern) {
        refusal(pattern).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        if (COMPILED.size() >= KEPT) {
            COMPILED.clear();
        }
        Pattern compiled = Pattern.compile(PatternReading.of(pattern).written());
        COMPILED.put(pattern, compiled);
        return compiled;
    }

    /** A text that looks at the deadline after so many characters have been read from it. */
    private static final class WatchedText implements CharSequence {
        private static final int UNWATCHED = 1 << 10;

        private final String text;
        private int read;

        WatchedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++read >= UNWATCHED) {
                read = 0;
                Deadline.look();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
