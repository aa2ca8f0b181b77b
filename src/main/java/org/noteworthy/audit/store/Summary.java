package org.noteworthy.audit.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.outline.Kind;
import org.noteworthy.audit.outline.Names;
import org.noteworthy.audit.outline.Outline;
import org.noteworthy.audit.outline.OutlineBlock;

/**
 * What the decisions that were asked for come to: compliance, and violations by rule, role, note type, edition and week.
 *
 * <p>Each decision counts, so a note that was judged again after it was mended counts again. Decisions on engagements as
 * a whole are counted beside those on notes, and their violations under the rule alone.
 */
public final class Summary implements DecisionReader.Taker, OutlineBlock.Taker {
    /** What has no name of its own: callers can make up note types without end, and memory has one. */
    public static final String OTHERS = "(others)";

    private static final int MOST_NAMES = 1_000;

    private final Tally notes = new Tally();
    private final Tally engagements = new Tally();
    private final Map<RuleName, long[]> rules = new HashMap<>();
    private final Map<String, Tally> roles = new HashMap<>();
    private final Map<String, Tally> noteTypes = new HashMap<>();
    private final Map<String, Tally> editions = new HashMap<>();
    private final Map<String, Tally> weeks = new HashMap<>();
    private final Map<Long, String> weekOf = new HashMap<>();

    private record RuleName(String rule, String severity) implements Comparable<RuleName> {
        private static final Comparator<RuleName> ORDER =
                Comparator.comparing(RuleName::rule).thenComparing(RuleName::severity);

        @Override
        public int compareTo(RuleName other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * How often a rule was found broken.
     *
     * @param notes decisions on notes that found it broken where that counts
     * @param engagements decisions on engagements as a whole that found it broken where that counts
     * @param violations places at which it was found broken, without those that are waived
     * @param waived places at which it was found broken that are waived
     */
    public record RuleCount(String rule, String severity, long notes, long engagements, long violations, long waived) {}

    /**
     * What was counted under a name.
     *
     * @param name null for those of which it is not known
     */
    public record Named(@Nullable String name, Count count) {}

    /** Sums up the decisions that are asked for. */
    public static Summary of(AuditDatabase database, DecisionQuery query) {
        return of(database, query, null);
    }

    /** The same, and puts them into groups where there are any. */
    public static Summary of(AuditDatabase database, DecisionQuery query, @Nullable Groups groups) {
        Summary summary = new Summary();
        OutlineReader.each(database, query, groups != null && groups.needsNames(), (kind, day, names, count) -> {
            summary.take(kind, day, names, count);
            if (groups != null) {
                groups.take(kind, day, names, count);
            }
        });
        return summary;
    }

    /** Counts one more decision, and always takes another. */
    @Override
    public boolean take(Decision decision) {
        Outline outline = Outline.of(decision);
        take(outline.kind(), Math.floorDiv(outline.ms(), OutlineBlock.DAY), Names.NONE, 1);
        return true;
    }

    @Override
    public void take(Kind kind, long day, Names names, long count) {
        if (kind.together()) {
            engagements.add(kind, count);
        } else {
            notes.add(kind, count);
            add(roles, kind.role(), kind, count);
            add(noteTypes, kind.noteType(), kind, count);
            add(editions, kind.edition(), kind, count);
            add(weeks, weekOf.computeIfAbsent(day, Dimension::week), kind, count);
        }
        Set<RuleName> broken = new HashSet<>(2);
        for (Decision.Finding finding : kind.findings()) {
            RuleName name = new RuleName(finding.rule(), finding.severity());
            long[] counts = rules.computeIfAbsent(name, any -> new long[4]);
            if (finding.waived()) {
                counts[3] += count;
                continue;
            }
            if (broken.add(name)) {
                counts[kind.together() ? 1 : 0] += count;
            }
            counts[2] += count;
        }
    }

    private static void add(Map<String, Tally> tallies, @Nullable String known, Kind kind, long count) {
        String name = known == null ? "" : known;
        String under = tallies.size() < MOST_NAMES || tallies.containsKey(name) ? name : OTHERS;
        tallies.computeIfAbsent(under, any -> new Tally()).add(kind, count);
    }

    /** Decisions on notes. */
    public Count notes() {
        return notes.count();
    }

    /** Decisions on engagements as a whole. */
    public Count engagements() {
        return engagements.count();
    }

    /** Rules by how often they were found broken, the most broken first. */
    public List<RuleCount> rules() {
        List<RuleCount> counts = new ArrayList<>();
        new TreeMap<>(rules)
                .forEach((name, each) ->
                        counts.add(new RuleCount(name.rule(), name.severity(), each[0], each[1], each[2], each[3])));
        counts.sort(Comparator.comparingLong(RuleCount::violations).reversed());
        return counts;
    }

    /** Decisions on notes by the role of their authors, in the order of the roles' names. */
    public List<Named> roles() {
        return named(roles);
    }

    /** Decisions on notes by note type, in the order of the types' names. */
    public List<Named> noteTypes() {
        return named(noteTypes);
    }

    /** Decisions on notes by the week of ISO 8601 in which they were made, in UTC, such as {@code 2020-W23}. */
    public List<Named> weeks() {
        return named(weeks);
    }

    /** Decisions on notes by the edition that judged them, in the order of its name. */
    public List<Named> editions() {
        return named(editions);
    }

    private static List<Named> named(Map<String, Tally> tallies) {
        List<Named> named = new ArrayList<>();
        new TreeMap<>(tallies)
                .forEach((name, tally) -> named.add(new Named(name.isEmpty() ? null : name, tally.count())));
        return named;
    }
}
