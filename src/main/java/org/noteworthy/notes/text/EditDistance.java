package org.noteworthy.notes.text;

/** Counts typing slips between two words: letters added, left out, replaced or swapped with their neighbour. */
public final class EditDistance {
    private static final int FAR = 1 << 20;

    private int[] beforeLast = new int[32];
    private int[] last = new int[32];
    private int[] row = new int[32];

    /**
     * A folded word with the letters in it, a bit for the last six bits of each: by them, most words are told apart
     * without looking at their order.
     */
    public record Word(String folded, long letters) {
        public static Word of(String text) {
            String folded = Letters.fold(text);
            long letters = 0;
            for (int i = 0; i < folded.length(); i++) {
                letters |= 1L << folded.charAt(i);
            }
            return new Word(folded, letters);
        }

        public int length() {
            return folded.length();
        }

        /** Whether it has letters of a script that puts no blanks between words. */
        boolean hasUnspaced() {
            for (int i = 0; i < folded.length(); i++) {
                if (Letters.isUnspaced(folded.charAt(i))) {
                    return true;
                }
            }
            return false;
        }

        /** A slip makes at most two letters stand in only one of the words. */
        private boolean canBe(Word other, int slips) {
            return Math.abs(length() - other.length()) <= slips && Long.bitCount(letters ^ other.letters) <= 2 * slips;
        }
    }

    /** The slips between two words, or any number above {@code limit} if there are more than that. */
    public int between(Word word, Word otherWord, int limit) {
        if (!word.canBe(otherWord, limit)) {
            return limit + 1;
        }
        String one = word.folded();
        String other = otherWord.folded();
        int length = other.length();
        if (length >= row.length) {
            beforeLast = new int[length + 1];
            last = new int[length + 1];
            row = new int[length + 1];
        }
        for (int j = 0; j <= length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            // Cells further than the limit from the diagonal cannot lie on a way that is short enough.
            int from = Math.max(1, i - limit);
            int to = Math.min(length, i + limit);
            int least = fill(one, other, i, from, to);
            if (least > limit) {
                return limit + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[length];
    }

    private int fill(String one, String other, int i, int from, int to) {
        char unit = one.charAt(i - 1);
        row[from - 1] = from == 1 ? i : FAR;
        int least = row[from - 1];
        for (int j = from; j <= to; j++) {
            int value = last[j - 1] + (unit == other.charAt(j - 1) ? 0 : 1);
            value = Math.min(value, 1 + Math.min(last[j], row[j - 1]));
            if (i > 1 && j > 1 && unit == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                value = Math.min(value, beforeLast[j - 2] + 1);
            }
            row[j] = value;
            least = Math.min(least, value);
        }
        if (to < other.length()) {
            row[to + 1] = FAR;
        }
        return least;
    }
}
