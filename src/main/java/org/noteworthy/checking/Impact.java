package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;

/** What another edition changes for notes that were judged by both: per rule, who breaks it newly, no longer, still. */
public final class Impact {
    private static final int EXAMPLES = 3;

    private final Map<String, Counts> rules = new TreeMap<>();
    private final SortedSet<String> failed = new TreeSet<>();
    private long notes;
    private long changed;
    private long newly;
    private long noLonger;
    private long still;

    /** How one rule's violations change; {@code examples} names a few of the notes for which it does. */
    public static final class Counts {
        private long newly;
        private long noLonger;
        private long still;
        private final List<String> examples = new ArrayList<>();
        private final List<String> decisions = new ArrayList<>();

        /** Notes that break the rule under the second edition only. */
        public long newly() {
            return newly;
        }

        /** Notes that break the rule under the first edition only. */
        public long noLonger() {
            return noLonger;
        }

        /** Notes that break the rule under both. */
        public long still() {
            return still;
        }

        /** Ids of the first few notes for which something changes. */
        public List<String> examples() {
            return List.copyOf(examples);
        }

        /** Ids of the decisions that judged these, where they were recorded. */
        public List<String> decisions() {
            return List.copyOf(decisions);
        }
    }

    /** Adds a note's reports under the first and the second edition. */
    public void add(Report from, Report to) {
        for (Report each : List.of(from, to)) {
            each.gaps().failed().forEach(rule -> failed.add(rule.rule()));
        }
        add(from.note(), violated(from), violated(to));
    }

    /** Adds a note of which it is known which rules it breaks under the first and under the second edition. */
    public void add(String note, Set<String> before, Set<String> after) {
        add(note, null, before, after);
    }

    /** The same of a recorded note, by the id of the decision that judged it. */
    public void add(String note, @Nullable String decision, Set<String> before, Set<String> after) {
        notes++;
        changed += before.equals(after) ? 0 : 1;
        newly += before.containsAll(after) ? 0 : 1;
        noLonger += after.containsAll(before) ? 0 : 1;
        still += before.stream().anyMatch(after::contains) ? 1 : 0;
        Set<String> either = new TreeSet<>(before);
        either.addAll(after);
        for (String rule : either) {
            Counts counts = rules.computeIfAbsent(rule, id -> new Counts());
            boolean was = before.contains(rule);
            boolean is = after.contains(rule);
            counts.newly += !was && is ? 1 : 0;
            counts.noLonger += was && !is ? 1 : 0;
            counts.still += was && is ? 1 : 0;
            if (was != is && counts.examples.size() < EXAMPLES) {
                counts.examples.add(note);
                if (decision != null) {
                    counts.decisions.add(decision);
                }
            }
        }
    }

    /** Adds that a rule failed on a note, under either edition. */
    public void addFailed(String rule) {
        failed.add(rule);
    }

    /** Rules that failed on any of the notes, under either edition. */
    public SortedSet<String> failed() {
        return Collections.unmodifiableSortedSet(failed);
    }

    /** Notes that were judged by both editions. */
    public long notes() {
        return notes;
    }

    /** Notes for which any rule ends differently. */
    public long changed() {
        return changed;
    }

    /** Notes that break any rule under the second edition that they do not break under the first. */
    public long newly() {
        return newly;
    }

    /** Notes that break any rule under the first edition that they do not break under the second. */
    public long noLonger() {
        return noLonger;
    }

    /** Notes that break any rule under both editions. */
    public long still() {
        return still;
    }

    /** The rules that any note breaks under either edition, by id. */
    public Map<String, Counts> rules() {
        return Collections.unmodifiableMap(rules);
    }

    private static Set<String> violated(Report report) {
        return report.violations().stream().map(Violation::rule).collect(Collectors.toCollection(TreeSet::new));
    }
}
