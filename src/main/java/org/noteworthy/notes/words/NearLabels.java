package org.noteworthy.notes.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.EditDistance;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.words.LabelWords.Meaning;

/**
 * Labels under the number of their letters, to find the one that somebody mistyped. It must be near enough to be no other
 * word: a slip for every five letters, or two in a longer word whose letters are all there ("SUMARRY").
 */
public final class NearLabels {
    /** Longest stretch that is looked at. */
    public static final int LONGEST = 60;

    private static final int MOST_SLIPS = 3;
    private static final int SHORTEST = 6;
    private static final int SHORTEST_UNSPACED = 4;
    private static final int SHORTEST_REORDERED = 7;

    private final List<List<Candidate>> byLength = new ArrayList<>();

    private record Candidate(EditDistance.Word word, int limit, Meaning meaning) {}

    NearLabels() {
        for (int i = 0; i <= LONGEST; i++) {
            byLength.add(new ArrayList<>());
        }
    }

    void add(String label, Meaning meaning) {
        EditDistance.Word word = EditDistance.Word.of(label);
        int limit = limit(word);
        if (limit > 0 && word.length() <= LONGEST) {
            byLength.get(word.length()).add(new Candidate(word, limit, meaning));
        }
    }

    /** Whether a phrase of the table is a form of the label, such as its singular, and no other word for it. */
    static boolean isForm(String phrase, String label) {
        EditDistance.Word word = EditDistance.Word.of(label);
        int most = word.length() / 4;
        return new EditDistance().between(EditDistance.Word.of(phrase), word, most) <= most;
    }

    @Nullable
    Meaning to(String text, int from, int to) {
        EditDistance.Word written = EditDistance.Word.of(text.substring(from, to));
        EditDistance slips = null;
        Meaning nearest = null;
        int fewest = MOST_SLIPS + 1;
        int most = Math.min(LONGEST, written.length() + MOST_SLIPS);
        for (int length = Math.max(SHORTEST_UNSPACED, written.length() - MOST_SLIPS); length <= most; length++) {
            for (Candidate candidate : byLength.get(length)) {
                if (Long.bitCount(written.letters() ^ candidate.word().letters()) <= 2 * candidate.limit()) {
                    slips = slips == null ? new EditDistance() : slips;
                    int found = isNear(slips, written, candidate.word(), candidate.limit());
                    if (found > 0 && found < fewest) {
                        fewest = found;
                        nearest = candidate.meaning();
                    }
                }
            }
        }
        return nearest;
    }

    /** The slips between two words; 0 where these are too many, or none. */
    private static int isNear(EditDistance slips, EditDistance.Word written, EditDistance.Word label, int limit) {
        if (limit == 0) {
            return 0;
        }
        boolean reordered = written.letters() == label.letters() && label.length() >= SHORTEST_REORDERED;
        int most = Math.max(limit, reordered ? 2 : 0);
        int found = slips.between(written, label, most);
        return found <= most ? found : 0;
    }

    private static int limit(EditDistance.Word label) {
        boolean unspaced = Letters.isUnspaced(label.folded().charAt(0));
        int length = label.length();
        return length < (unspaced ? SHORTEST_UNSPACED : SHORTEST) ? 0 : Math.min(MOST_SLIPS, Math.max(1, length / 5));
    }
}
