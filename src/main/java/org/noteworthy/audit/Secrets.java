package org.noteworthy.audit;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be masked in a decision: the values of masked fields, wherever they stand as words of their own, what matches
 * a pattern, and the words of that, of which a message may quote one alone.
 */
final class Secrets {
    /** Scripts that are written without blanks, or whose words take endings: a name need not end where a word does. */
    private static final Set<UnicodeScript> RUNNING = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private final Masking masking;
    private final Map<String, String> values = new HashMap<>();
    private final Set<Integer> lengths = new TreeSet<>((one, two) -> two - one);
    private final Set<String> words = new HashSet<>();

    Secrets(Masking masking) {
        this.masking = masking;
    }

    /** Tells what stands in a field. */
    void add(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        masking.words(value, words);
        if (masking.masks(field)) {
            String bare = value.strip();
            values.put(bare.toLowerCase(Locale.ROOT), field);
            lengths.add(bare.length());
        }
    }

    /**
     * The text with neutral characters in the place of all that, of words only where it is {@code told} of another text;
     * adds to {@code masked} what was replaced.
     */
    String masked(String text, boolean told, Set<String> masked) {
        StringBuilder neutral = new StringBuilder(masking.patterns(text, masked));
        if (told) {
            maskWords(text, neutral);
        }
        for (int length : lengths) {
            for (int at = 0; at + length <= text.length(); at++) {
                if (isWhole(text, at, length)) {
                    String field = values.get(text.substring(at, at + length).toLowerCase(Locale.ROOT));
                    if (field != null) {
                        masked.add(field);
                        neutralize(neutral, at, at + length);
                    }
                }
            }
        }
        return neutral.toString();
    }

    private void maskWords(String text, StringBuilder neutral) {
        int from = 0;
        while (!words.isEmpty() && from < text.length()) {
            int to = from;
            while (to < text.length() && Masking.isOfWord(text.charAt(to))) {
                to++;
            }
            if (to > from && words.contains(text.substring(from, to))) {
                neutralize(neutral, from, to);
            }
            from = Math.max(to, from + 1);
        }
    }

    /** Whether what stands there could be a word, or several, and no part of one. */
    private static boolean isWhole(String text, int at, int length) {
        return !isInsideWord(text, at) && !isInsideWord(text, at + length);
    }

    private static boolean isInsideWord(String text, int at) {
        return at > 0 && at < text.length() && isLetter(text.codePointBefore(at)) && isLetter(text.codePointAt(at));
    }

    private static boolean isLetter(int letter) {
        return Character.isLetterOrDigit(letter) && !RUNNING.contains(UnicodeScript.of(letter));
    }

    private static void neutralize(StringBuilder neutral, int from, int to) {
        for (int i = from; i < to; i++) {
            neutral.setCharAt(i, Masking.neutral(neutral.charAt(i)));
        }
    }
}
