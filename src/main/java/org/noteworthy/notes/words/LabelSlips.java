package org.noteworthy.notes.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.EditDistance;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.WordList;

/**
 * Labels as people misspell them: the same letters in another form ({@code On-track}, {@code Comentarios}), or a slip of
 * one letter in words of four letters and more. The first letter of a word is always right, and a word that means
 * something else is no slip.
 */
final class LabelSlips {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_JOINED = 8;

    private final List<Label> labels = new ArrayList<>();
    private final Set<String> otherWords = new HashSet<>();

    private record Label(String written, WordList words, boolean spaced) {}

    /** A label that a text most likely means, and where what stands for it ends. */
    record Meant(String label, int end) {}

    LabelSlips(List<String> labels, List<String> otherWords) {
        for (String label : labels) {
            WordList words = WordList.of(label);
            this.labels.add(new Label(label, words, !words.hasUnspaced()));
        }
        otherWords.forEach(
                word -> this.otherWords.add(WordList.of(word).joined().folded()));
    }

    /** The label with which the text between two offsets begins, but for slips; null if there is none. */
    @Nullable
    Meant begins(String text, int from, int to) {
        WordList written = WordList.of(text, from, to);
        EditDistance slips = new EditDistance();
        Meant meant = null;
        int fewest = Integer.MAX_VALUE;
        StringBuilder joined = new StringBuilder();
        for (int count = 1; count <= written.words().size(); count++) {
            WordList.Word last = written.words().get(count - 1);
            joined.append(last.letters().folded());
            if (last.end() < text.length() && Letters.isWord(text.charAt(last.end()))) {
                continue;
            }
            EditDistance.Word whole = EditDistance.Word.of(joined.toString());
            for (Label label : labels) {
                int found = between(written.words().subList(0, count), whole, label, slips);
                if (found < fewest || found == fewest && meant != null && meant.end() < last.end()) {
                    fewest = found;
                    meant = new Meant(label.written(), last.end());
                }
            }
        }
        return meant;
    }

    /** The slips between some words and a label; the largest integer if they are too many. */
    private int between(List<WordList.Word> written, EditDistance.Word whole, Label label, EditDistance slips) {
        EditDistance.Word joined = label.words().joined();
        if (whole.folded().equals(joined.folded())) {
            return 0;
        }
        List<WordList.Word> wanted = label.words().words();
        if (written.size() != wanted.size()) {
            boolean isLong = label.spaced() && joined.length() >= SHORTEST_JOINED;
            return isLong && startsAlike(whole, joined) && slips.between(whole, joined, 1) == 1 ? 1 : Integer.MAX_VALUE;
        }
        int found = 0;
        for (int i = 0; i < wanted.size(); i++) {
            EditDistance.Word one = written.get(i).letters();
            EditDistance.Word other = wanted.get(i).letters();
            if (!one.folded().equals(other.folded())) {
                if (!isSlip(one, other, slips)) {
                    return Integer.MAX_VALUE;
                }
                found++;
            }
        }
        return found;
    }

    private boolean isSlip(EditDistance.Word one, EditDistance.Word other, EditDistance slips) {
        return Math.min(one.length(), other.length()) >= SHORTEST
                && startsAlike(one, other)
                && !otherWords.contains(one.folded())
                && slips.between(one, other, 1) == 1;
    }

    private static boolean startsAlike(EditDistance.Word one, EditDistance.Word other) {
        return one.folded().charAt(0) == other.folded().charAt(0);
    }
}
