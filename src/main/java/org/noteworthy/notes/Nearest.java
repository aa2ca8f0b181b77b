package org.noteworthy.notes;

import java.util.Optional;

/** What somebody most likely meant: the candidate that is fewest typing slips away, if it is near at all. */
public final class Nearest {
    private static final int LONGEST = 80;

    private Nearest() {}

    /** The first of the candidates nearest to {@code given}, in any case; empty if none is within a third of its length. */
    public static Optional<String> among(String given, Iterable<String> candidates) {
        String wanted = Letters.fold(given);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        int best = Math.max(1, wanted.length() / 3) + 1;
        String nearest = null;
        for (String candidate : candidates) {
            String folded = Letters.fold(candidate);
            if (Math.abs(folded.length() - wanted.length()) < best && folded.length() <= LONGEST) {
                int slips = slips(wanted, folded);
                if (slips < best && slips < folded.length()) {
                    best = slips;
                    nearest = candidate;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Typing slips between two words: letters added, left out, replaced or swapped with their neighbour. */
    static int slips(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }
}
