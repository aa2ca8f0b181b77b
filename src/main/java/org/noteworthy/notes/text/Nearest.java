package org.noteworthy.notes.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody most likely meant: the candidate with the fewest typing slips in it, if a person would take what was
 * given for it.
 *
 * <p>Names of several words are compared word by word, so that a word they share does not make them alike: {@code AIP
 * Time} is not {@code OATP Time}. An abbreviation is another one as soon as a letter is replaced.
 */
public final class Nearest {
    private static final int LONGEST = 80;
    private static final int MOST_SLIPS = 4;
    private static final int SHORT = 4;
    private static final int LONGEST_NUMBERED = 8;
    private static final int FAR = LONGEST;
    private static final int MOST_TOLD = 10;

    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(String name, WordList words) {}

    /** Names that are searched again and again: folded once. */
    public Nearest(Iterable<String> names) {
        Set<String> known = new HashSet<>();
        for (String name : names) {
            if (name.length() <= LONGEST && known.add(Letters.fold(name))) {
                candidates.add(new Candidate(name, WordList.of(name)));
            }
        }
    }

    /** The first of the candidates nearest to {@code given}, in any case; empty if none is near. */
    public static Optional<String> among(String given, Iterable<String> candidates) {
        return new Nearest(candidates).to(given);
    }

    /** {@code " Maybe you mean X."} where one of the candidates is near, else what there is. */
    public static String insteadOf(String given, Collection<String> candidates) {
        String maybe = maybe(given, candidates);
        return maybe.isEmpty()
                ? some(candidates.stream().filter(name -> !name.isBlank()).toList())
                : maybe;
    }

    /** {@code " Maybe you mean X."} where one of the candidates is near, else nothing. */
    public static String maybe(String given, Iterable<String> candidates) {
        return maybe(given, candidates, "");
    }

    /** {@code " Maybe you mean X."} where one of the candidates is near, else the other sentence. */
    public static String maybe(String given, Iterable<String> candidates, String otherwise) {
        return among(given, candidates)
                .map(name -> " Maybe you mean " + name + ".")
                .orElse(otherwise);
    }

    /** The names if they are few, else the first of them and how many more there are. */
    private static String some(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String first = names.stream().limit(MOST_TOLD).map(Nearest::shortened).collect(Collectors.joining(", "));
        int more = names.size() - MOST_TOLD;
        return " There is " + first + (more > 0 ? " and " + more + " more." : ".");
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** The first of the names nearest to {@code given}, as {@link #among} finds it. */
    public Optional<String> to(String given) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        WordList wanted = WordList.of(given);
        EditDistance slips = new EditDistance();
        int best = MOST_SLIPS + 1;
        String nearest = null;
        for (Candidate candidate : candidates) {
            int found = between(wanted, candidate.words(), slips);
            if (found < best) {
                best = found;
                nearest = candidate.name();
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int between(WordList one, WordList other, EditDistance slips) {
        int words = one.words().size();
        if (words == 0) {
            return FAR;
        }
        if (words != other.words().size()
                || one.joined().folded().equals(other.joined().folded())) {
            boolean capitals = one.allCapitals() && other.allCapitals();
            return between(one.joined(), other.joined(), capitals, slips);
        }
        int sum = 0;
        for (int i = 0; i < words && sum <= MOST_SLIPS; i++) {
            WordList.Word word = one.words().get(i);
            WordList.Word wanted = other.words().get(i);
            boolean capitals = word.capitals() || wanted.capitals();
            sum += between(word.letters(), wanted.letters(), capitals, slips);
        }
        return sum;
    }

    /** The slips between two words; {@link #FAR} if they are different words. */
    private static int between(EditDistance.Word one, EditDistance.Word other, boolean capitals, EditDistance slips) {
        if (one.folded().equals(other.folded())) {
            return 0;
        }
        int shorter = Math.min(one.length(), other.length());
        int limit = bearable(shorter);
        int found = slips.between(one, other, limit);
        if (found > limit) {
            return FAR;
        }
        String digits = digits(one.folded());
        if (digits.length() == one.length()) {
            return found;
        }
        if (shorter <= LONGEST_NUMBERED && !digits.equals(digits(other.folded()))) {
            return FAR;
        }
        if (shorter <= SHORT && (capitals || one.hasUnspaced())) {
            return sameAbbreviation(one.folded(), other.folded()) ? found : FAR;
        }
        boolean startsAlike = one.folded().charAt(0) == other.folded().charAt(0);
        return startsAlike || found == 1 && shorter >= SHORT ? found : FAR;
    }

    private static int bearable(int length) {
        return Math.min(MOST_SLIPS, Math.max(1, length / 4));
    }

    private static String digits(String word) {
        return word.replaceAll("[^0-9]", "");
    }

    /** Whether two letters changed places behind the first, or one was added or left out behind the first two. */
    private static boolean sameAbbreviation(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (one.length() != other.length()) {
            return same >= 2;
        }
        return same >= 1
                && same + 1 < one.length()
                && one.charAt(same) == other.charAt(same + 1)
                && one.charAt(same + 1) == other.charAt(same);
    }
}
