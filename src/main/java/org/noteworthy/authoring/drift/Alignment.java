package org.noteworthy.authoring.drift;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which paragraph of a copy is which of those known: the same hash, in the same order as far as can be; then the same
 * hash at another place, which has moved.
 */
final class Alignment {
    static final int NONE = -1;

    private final List<String> known;
    private final List<String> copy;
    private final int[] partner;
    private final boolean[] taken;
    private final boolean[] moved;

    Alignment(List<String> known, List<String> copy) {
        this.known = known;
        this.copy = copy;
        partner = new int[copy.size()];
        Arrays.fill(partner, NONE);
        taken = new boolean[known.size()];
        moved = new boolean[copy.size()];
        pairInOrder();
        pairTheRest();
    }

    /** Index of the known paragraph that this one is, or {@link #NONE}. */
    int partner(int ofCopy) {
        return partner[ofCopy];
    }

    /** Whether the paragraph stands in another order than it was known. */
    boolean moved(int ofCopy) {
        return moved[ofCopy];
    }

    /** Whether the copy has the known paragraph. */
    boolean found(int ofKnown) {
        return taken[ofKnown];
    }

    /** What occurs once in both holds the rest in place: between two such paragraphs, repeated ones find each other. */
    private void pairInOrder() {
        Map<String, Integer> onceKnown = once(known);
        Map<String, Integer> onceInCopy = once(copy);
        List<int[]> pairs = new ArrayList<>();
        for (int at = 0; at < copy.size(); at++) {
            Integer there = onceKnown.get(copy.get(at));
            if (there != null && onceInCopy.containsKey(copy.get(at))) {
                pairs.add(new int[] {there, at});
            }
        }
        int ofKnown = 0;
        int ofCopy = 0;
        for (int[] anchor : rising(pairs)) {
            pairBetween(ofKnown, anchor[0], ofCopy, anchor[1]);
            pair(anchor[0], anchor[1]);
            ofKnown = anchor[0] + 1;
            ofCopy = anchor[1] + 1;
        }
        pairBetween(ofKnown, known.size(), ofCopy, copy.size());
    }

    private void pairBetween(int fromKnown, int toKnown, int fromCopy, int toCopy) {
        Map<String, Deque<Integer>> places = places(fromCopy, toCopy);
        int after = fromCopy;
        for (int at = fromKnown; at < toKnown; at++) {
            Deque<Integer> candidates = places.getOrDefault(known.get(at), new ArrayDeque<>());
            while (!candidates.isEmpty() && candidates.getFirst() < after) {
                candidates.removeFirst();
            }
            if (!candidates.isEmpty()) {
                int there = candidates.removeFirst();
                pair(at, there);
                after = there + 1;
            }
        }
    }

    private void pairTheRest() {
        Map<String, Deque<Integer>> places = places(0, copy.size());
        for (int at = 0; at < known.size(); at++) {
            Deque<Integer> candidates = places.get(known.get(at));
            if (!taken[at] && candidates != null && !candidates.isEmpty()) {
                int there = candidates.removeFirst();
                pair(at, there);
                moved[there] = true;
            }
        }
    }

    private void pair(int ofKnown, int ofCopy) {
        partner[ofCopy] = ofKnown;
        taken[ofKnown] = true;
    }

    /** Where each hash stands that has no partner yet. */
    private Map<String, Deque<Integer>> places(int from, int to) {
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (int at = from; at < to; at++) {
            if (partner[at] == NONE) {
                places.computeIfAbsent(copy.get(at), hash -> new ArrayDeque<>()).add(at);
            }
        }
        return places;
    }

    private static Map<String, Integer> once(List<String> hashes) {
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < hashes.size(); at++) {
            places.merge(hashes.get(at), at, (first, again) -> NONE);
        }
        places.values().removeIf(place -> place == NONE);
        return places;
    }

    /** The longest choice of pairs whose first numbers rise as their second ones do. */
    private static List<int[]> rising(List<int[]> pairs) {
        int[] lastOfLength = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int longest = 0;
        for (int at = 0; at < pairs.size(); at++) {
            int low = 0;
            int high = longest;
            while (low < high) {
                int middle = (low + high) / 2;
                if (pairs.get(lastOfLength[middle])[0] < pairs.get(at)[0]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[at] = low == 0 ? NONE : lastOfLength[low - 1];
            lastOfLength[low] = at;
            longest = Math.max(longest, low + 1);
        }
        List<int[]> chosen = new ArrayList<>();
        for (int at = longest == 0 ? NONE : lastOfLength[longest - 1]; at != NONE; at = before[at]) {
            chosen.add(pairs.get(at));
        }
        Collections.reverse(chosen);
        return chosen;
    }
}
