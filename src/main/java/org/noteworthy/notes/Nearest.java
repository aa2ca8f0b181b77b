package org.noteworthy.notes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody most likely meant: the candidate that is fewest typing slips away, if it is near at all. */
public final class Nearest {
    private static final int LONGEST = 80;
    private static final int MOST_SLIPS = 4;

    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(String name, Slips.Word word) {}

    /** Names that are searched again and again: folded once. */
    Nearest(Iterable<String> names) {
        Set<String> known = new HashSet<>();
        for (String name : names) {
            Slips.Word word = Slips.Word.of(name);
            if (word.length() <= LONGEST && known.add(word.folded())) {
                candidates.add(new Candidate(name, word));
            }
        }
    }

    /**
     * The first of the candidates nearest to {@code given}, in any case; empty if none is within a third of its length,
     * or four slips.
     */
    public static Optional<String> among(String given, Iterable<String> candidates) {
        return new Nearest(candidates).to(given);
    }

    /** {@code " Maybe you mean X."} where one of the candidates is near, else what there is. */
    public static String insteadOf(String given, Collection<String> candidates) {
        String all = candidates.isEmpty() ? "" : " There is " + String.join(", ", candidates) + ".";
        return among(given, candidates)
                .map(name -> " Maybe you mean " + name + ".")
                .orElse(all);
    }

    /** The first of the names nearest to {@code given}, as {@link #among} finds it. */
    Optional<String> to(String given) {
        Slips.Word wanted = Slips.Word.of(given);
        if (wanted.length() == 0 || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        Slips slips = new Slips();
        int best = Math.min(MOST_SLIPS, Math.max(1, wanted.length() / 3)) + 1;
        String nearest = null;
        for (Candidate candidate : candidates) {
            int limit = Math.min(best, candidate.word().length()) - 1;
            int found = slips.between(wanted, candidate.word(), limit);
            if (found <= limit) {
                best = found;
                nearest = candidate.name();
            }
        }
        return Optional.ofNullable(nearest);
    }
}
