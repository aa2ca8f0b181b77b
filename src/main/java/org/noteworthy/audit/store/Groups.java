package org.noteworthy.audit.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.InvalidQueryException;
import org.noteworthy.audit.outline.Kind;
import org.noteworthy.audit.outline.Names;
import org.noteworthy.audit.outline.OutlineBlock;

/**
 * Decisions in groups by one thing or two, such as week and rule. A group by rule or severity has the notes judged of the
 * whole that it is a part of, so that each share has its denominator.
 */
public final class Groups implements OutlineBlock.Taker {
    /** The most groups of an answer. */
    public static final int MOST = 5_000;

    private static final int MOST_NAMES = 1_000;
    private static final int MOST_NAMES_OF_TWO = 250;

    private final List<Dimension> by;
    private final Map<List<String>, Tally> wholes = new HashMap<>();
    private final Map<List<String>, Part> parts = new HashMap<>();
    private final List<Set<String>> names = new ArrayList<>();
    private final Map<Long, String> weekOf = new HashMap<>();

    private static final class Part {
        private List<String> whole = List.of();
        private long notes;
        private long engagements;
        private long violations;
        private long waived;
    }

    /**
     * A group by a rule or a severity.
     *
     * @param judged notes judged in the whole of which this is a part, such as in the week, whatever they broke
     * @param notes decisions on notes that found it broken where that counts
     * @param engagements decisions on engagements as a whole that did
     * @param violations places at which it was found broken, without those that are waived
     */
    public record Found(long judged, long notes, long engagements, long violations, long waived) {}

    /**
     * A group.
     *
     * @param values what it is the group of, in the order that was asked for; empty for what is not known
     * @param count of decisions on notes; null in groups by rule or severity
     * @param found null in other groups
     */
    public record Group(
            List<String> values,
            @Nullable Count count,
            @Nullable Found found) {}

    /** Groups by these. */
    public Groups(List<Dimension> by) {
        this.by = List.copyOf(by);
        by.forEach(each -> names.add(new HashSet<>()));
    }

    /** What is grouped by. */
    public List<Dimension> by() {
        return by;
    }

    boolean needsNames() {
        return by.stream().anyMatch(Dimension::ofNames);
    }

    private boolean ofFindings() {
        return by.stream().anyMatch(Dimension::ofFindings);
    }

    @Override
    public void take(Kind kind, long day, Names named, long count) {
        String[] values = new String[by.size()];
        List<String> whole = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            if (!by.get(i).ofFindings()) {
                values[i] = known(i, value(by.get(i), kind, day, named));
                whole.add(values[i]);
            }
        }
        if (!kind.together()) {
            wholes.computeIfAbsent(whole, any -> new Tally()).add(kind, count);
            bounded(wholes.size());
        }
        if (!ofFindings()) {
            return;
        }
        Set<List<String>> broken = new HashSet<>();
        for (Decision.Finding finding : kind.findings()) {
            for (int i = 0; i < values.length; i++) {
                if (by.get(i).ofFindings()) {
                    values[i] = by.get(i) == Dimension.RULE ? known(i, finding.rule()) : finding.severity();
                }
            }
            List<String> key = List.of(values);
            Part part = parts.computeIfAbsent(key, any -> new Part());
            part.whole = whole;
            if (finding.waived()) {
                part.waived += count;
                continue;
            }
            part.violations += count;
            if (broken.add(key)) {
                part.notes += kind.together() ? 0 : count;
                part.engagements += kind.together() ? count : 0;
            }
        }
        bounded(parts.size());
    }

    private static void bounded(int size) {
        if (size > MOST) {
            throw new InvalidQueryException("These are more than " + MOST
                    + " groups, the most of an answer. Narrow the time with from and to, or group by less.");
        }
    }

    private String value(Dimension dimension, Kind kind, long day, Names named) {
        @Nullable
        String value = switch (dimension) {
            case DAY -> LocalDate.ofEpochDay(day).toString();
            case WEEK -> weekOf.computeIfAbsent(day, Dimension::week);
            case MONTH -> LocalDate.ofEpochDay(day).toString().substring(0, 7);
            case ROLE -> kind.role();
            case NOTE_TYPE -> kind.noteType();
            case EDITION -> kind.edition();
            case DIGEST -> kind.digest();
            case VERDICT -> kind.verdict();
            case AUTHOR -> named.author();
            case CALLER -> named.caller();
            case IDENTITY -> named.identity();
            case RULE, SEVERITY -> throw new IllegalArgumentException(dimension.word());
        };
        return value == null ? "" : value;
    }

    /** The value, or that of all others where there are more than callers may make up. */
    private String known(int at, String value) {
        if (by.get(at).ofTime()) {
            return value;
        }
        Set<String> known = names.get(at);
        if (known.contains(value)) {
            return value;
        }
        if (known.size() >= (by.size() == 1 ? MOST_NAMES : MOST_NAMES_OF_TWO)) {
            return Summary.OTHERS;
        }
        known.add(value);
        return value;
    }

    /** All groups, in the order of their values. */
    public List<Group> all() {
        TreeMap<List<String>, Group> sorted = new TreeMap<>(Groups::order);
        if (ofFindings()) {
            parts.forEach((values, part) -> {
                Tally whole = wholes.get(part.whole);
                sorted.put(
                        values,
                        new Group(
                                values,
                                null,
                                new Found(
                                        whole == null ? 0 : whole.count().judged(),
                                        part.notes,
                                        part.engagements,
                                        part.violations,
                                        part.waived)));
            });
        } else {
            wholes.forEach((values, tally) -> sorted.put(values, new Group(values, tally.count(), null)));
        }
        return List.copyOf(sorted.values());
    }

    private static int order(List<String> one, List<String> other) {
        int order = one.get(0).compareTo(other.get(0));
        return order != 0 || one.size() == 1 ? order : one.get(1).compareTo(other.get(1));
    }
}
