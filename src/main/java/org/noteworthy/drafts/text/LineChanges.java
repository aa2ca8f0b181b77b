package org.noteworthy.drafts.text;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines differ between two texts: as few as possible, in the order in which they stand.
 *
 * <p>The search takes time and memory that grow with the square of the changes. So it looks only at lines that both texts
 * have, between the first and the last difference; and where it would go beyond a bound, all that is between them counts
 * as one change. The bound is a count, so that the same texts always give the same changes.
 */
final class LineChanges {
    private static final int MOST_EDITS = 1_500;
    private static final long MOST_COMPARISONS = 100_000_000;

    private LineChanges() {}

    /** The changes that make the one text the other, in their order; between two of them stands at least one line of both. */
    static List<LineChange> between(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int beforeEnd = before.size();
        int afterEnd = after.size();
        while (beforeEnd > start
                && afterEnd > start
                && before.get(beforeEnd - 1).equals(after.get(afterEnd - 1))) {
            beforeEnd--;
            afterEnd--;
        }
        if (start == beforeEnd && start == afterEnd) {
            return List.of();
        }
        Shared shared = Shared.of(before.subList(start, beforeEnd), after.subList(start, afterEnd));
        LineChange all = new LineChange(start, beforeEnd, start, afterEnd);
        try {
            return around(shared, search(shared), all);
        } catch (BeyondBoundException e) {
            return List.of(all);
        }
    }

    /** Lines that both texts have, each by a number that stands for its content, and where they stand. */
    private record Shared(List<Integer> before, List<Integer> beforeAt, List<Integer> after, List<Integer> afterAt) {

        static Shared of(List<String> before, List<String> after) {
            Map<String, Integer> numbers = new HashMap<>();
            before.forEach(line -> numbers.putIfAbsent(line, numbers.size()));
            BitSet inBoth = new BitSet();
            after.forEach(line -> {
                Integer number = numbers.get(line);
                if (number != null) {
                    inBoth.set(number);
                }
            });
            Shared shared = new Shared(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            keep(before, numbers, inBoth, shared.before, shared.beforeAt);
            keep(after, numbers, inBoth, shared.after, shared.afterAt);
            return shared;
        }

        private static void keep(
                List<String> lines, Map<String, Integer> numbers, BitSet inBoth, List<Integer> kept, List<Integer> at) {
            for (int i = 0; i < lines.size(); i++) {
                Integer number = numbers.get(lines.get(i));
                if (number != null && inBoth.get(number)) {
                    kept.add(number);
                    at.add(i);
                }
            }
        }
    }

    private static List<Change> search(Shared shared) {
        if (shared.before.isEmpty()) {
            return List.of();
        }
        Bound bound = new Bound();
        List<Change> found = new MyersDiff<Integer>((one, other) -> {
                    bound.compare();
                    return one.equals(other);
                })
                .computeDiff(shared.before, shared.after, bound);
        List<Change> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt((Change change) -> change.startOriginal)
                .thenComparingInt(change -> change.startRevised));
        return sorted;
    }

    /** What stands between the lines that the search has matched. */
    private static List<LineChange> around(Shared shared, List<Change> found, LineChange all) {
        Gaps gaps = new Gaps(all);
        int before = 0;
        int after = 0;
        for (Change change : found) {
            while (before < change.startOriginal) {
                gaps.match(shared.beforeAt.get(before++), shared.afterAt.get(after++));
            }
            before = change.endOriginal;
            after = change.endRevised;
        }
        while (before < shared.before.size()) {
            gaps.match(shared.beforeAt.get(before++), shared.afterAt.get(after++));
        }
        return gaps.closed();
    }

    private static final class Gaps {
        private final List<LineChange> changes = new ArrayList<>();
        private final LineChange all;
        private int beforeFrom;
        private int afterFrom;

        Gaps(LineChange all) {
            this.all = all;
            beforeFrom = all.beforeFrom();
            afterFrom = all.afterFrom();
        }

        void match(int before, int after) {
            add(all.beforeFrom() + before, all.afterFrom() + after);
            beforeFrom = all.beforeFrom() + before + 1;
            afterFrom = all.afterFrom() + after + 1;
        }

        List<LineChange> closed() {
            add(all.beforeTo(), all.afterTo());
            return changes;
        }

        private void add(int beforeTo, int afterTo) {
            if (beforeFrom < beforeTo || afterFrom < afterTo) {
                changes.add(new LineChange(beforeFrom, beforeTo, afterFrom, afterTo));
            }
        }
    }

    /** Breaks the search off. */
    private static final class Bound implements DiffAlgorithmListener {
        private long comparisons;

        void compare() {
            if (++comparisons > MOST_COMPARISONS) {
                throw new BeyondBoundException();
            }
        }

        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int edits, int most) {
            if (edits > MOST_EDITS) {
                throw new BeyondBoundException();
            }
        }

        @Override
        public void diffEnd() {}
    }

    private static final class BeyondBoundException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BeyondBoundException() {
            super(null, null, false, false);
        }
    }
}
