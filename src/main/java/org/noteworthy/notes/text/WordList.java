package org.noteworthy.notes.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a name or phrase, as far as slips between them are concerned: without case, width, accents and what
 * stands between words.
 *
 * @param words in order; a run of Latin letters and digits or of katakana is a word, any other letter of a script
 *     without blanks is one by itself
 * @param joined all of them without anything between
 */
public record WordList(List<Word> words, EditDistance.Word joined) {

    /**
     * A word and where it ends in its text.
     *
     * @param capitals whether it is written without a small letter
     */
    public record Word(EditDistance.Word letters, int end, boolean capitals) {
        int length() {
            return letters.length();
        }
    }

    public static WordList of(String text) {
        return of(text, 0, text.length());
    }

    /** The words between two offsets; a word that goes on behind {@code to} is cut. */
    public static WordList of(String text, int from, int to) {
        List<Word> words = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int at = from;
        while (at < to) {
            if (!Letters.isWord(text.charAt(at))) {
                at++;
                continue;
            }
            int end = afterWord(text, at, to);
            String written = text.substring(at, end);
            String plain = plain(written);
            words.add(new Word(EditDistance.Word.of(plain), end, !hasSmallLetter(written)));
            joined.append(plain);
            at = end;
        }
        return new WordList(List.copyOf(words), EditDistance.Word.of(joined.toString()));
    }

    boolean allCapitals() {
        return words.stream().allMatch(Word::capitals);
    }

    public boolean hasUnspaced() {
        return joined.hasUnspaced();
    }

    private static int afterWord(String text, int from, int to) {
        if (!isKatakana(text.charAt(from))) {
            return Letters.afterWord(text, from, to);
        }
        int at = from + 1;
        while (at < to && isKatakana(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isKatakana(char unit) {
        return unit >= '\u30A1' && unit <= '\u30FE' && Letters.isWord(unit);
    }

    private static boolean hasSmallLetter(String written) {
        return written.chars().anyMatch(Character::isLowerCase);
    }

    /** Folded, and without the accents of Latin letters. */
    private static String plain(String written) {
        String folded = Letters.fold(written);
        if (folded.chars().allMatch(unit -> unit < 0x80)) {
            return folded;
        }
        StringBuilder plain = new StringBuilder(folded.length());
        String parts = Normalizer.normalize(folded, Normalizer.Form.NFD);
        parts.chars().filter(unit -> unit < 0x300 || unit > 0x36F).forEach(unit -> plain.append((char) unit));
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }
}
