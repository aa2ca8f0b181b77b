package org.noteworthy.audit.store;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;

/**
 * What the decisions that were asked for come to: compliance, and violations by rule, role, note type and week.
 *
 * <p>Each decision counts, so a note that was judged again after it was mended counts again. Decisions on engagements as
 * a whole are counted beside those on notes, and their violations under the rule alone.
 */
public final class Summary implements DecisionReader.Taker {
    /** What has no name of its own: callers can make up note types without end, and memory has one. */
    public static final String OTHERS = "(others)";

    private static final int MOST_NAMES = 1_000;

    private Count notes = Count.NOTHING;
    private Count engagements = Count.NOTHING;
    private final Map<RuleName, long[]> rules = new TreeMap<>();
    private final Map<String, Count> roles = new TreeMap<>();
    private final Map<String, Count> noteTypes = new TreeMap<>();
    private final Map<String, Count> weeks = new TreeMap<>();

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
        Summary summary = new Summary();
        try {
            new DecisionReader(database).each(query, false, summary);
        } catch (IOException e) {
            throw new IllegalStateException("Counting writes nowhere", e);
        }
        return summary;
    }

    /** Counts one more decision, and always takes another. */
    @Override
    public boolean take(Decision decision) {
        if (decision.together()) {
            engagements = engagements.plus(decision);
        } else {
            notes = notes.plus(decision);
            count(roles, decision.field(DecisionField.ROLE.word()).orElse(""), decision);
            count(noteTypes, decision.field(DecisionField.NOTE_TYPE.word()).orElse(""), decision);
            count(weeks, week(decision), decision);
        }
        Set<RuleName> broken = new HashSet<>();
        for (Decision.Finding finding : decision.findings()) {
            RuleName name = new RuleName(finding.rule(), finding.severity());
            long[] counts = rules.computeIfAbsent(name, any -> new long[4]);
            if (finding.waived()) {
                counts[3]++;
                continue;
            }
            if (broken.add(name)) {
                counts[decision.together() ? 1 : 0]++;
            }
            counts[2]++;
        }
        return true;
    }

    private static void count(Map<String, Count> counts, String name, Decision decision) {
        String under = counts.size() < MOST_NAMES || counts.containsKey(name) ? name : OTHERS;
        counts.put(under, counts.getOrDefault(under, Count.NOTHING).plus(decision));
    }

    private static String week(Decision decision) {
        LocalDate day = decision.time().atOffset(ZoneOffset.UTC).toLocalDate();
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Decisions on notes. */
    public Count notes() {
        return notes;
    }

    /** Decisions on engagements as a whole. */
    public Count engagements() {
        return engagements;
    }

    /** Rules by how often they were found broken, the most broken first. */
    public List<RuleCount> rules() {
        List<RuleCount> counts = new ArrayList<>();
        rules.forEach((name, each) ->
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

    private static List<Named> named(Map<String, Count> counts) {
        List<Named> named = new ArrayList<>();
        counts.forEach((name, count) -> named.add(new Named(name.isEmpty() ? null : name, count)));
        return named;
    }
}
