package org.noteworthy.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.edition.Severity;

/**
 * Which decisions are asked for: those of a time that say all of these things.
 *
 * @param from the earliest time; null for no such bound
 * @param to the first time that is too late; null for no such bound
 * @param wanted a value for each field that matters
 */
public record DecisionQuery(
        @Nullable Instant from, @Nullable Instant to, Map<DecisionField, String> wanted) {

    /** Asks for all of them. */
    public static final DecisionQuery ALL = new DecisionQuery(null, null, Map.of());

    public DecisionQuery {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidQueryException(
                    "The time asked for begins at " + from + " and ends at " + to
                            + ", which is not later. Turn them round; a day as to is its start, so that the day itself is left out.");
        }
        Map<DecisionField, String> sorted = new EnumMap<>(DecisionField.class);
        sorted.putAll(wanted);
        wanted = Collections.unmodifiableMap(sorted);
    }

    /** The same, of whoever says for each field what is wanted of it, or null. */
    public static DecisionQuery asked(
            @Nullable String from, @Nullable String to, Function<DecisionField, @Nullable String> wanted) {
        Map<DecisionField, String> values = new EnumMap<>(DecisionField.class);
        for (DecisionField field : DecisionField.values()) {
            String value = wanted.apply(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return asked(from, to, values);
    }

    /**
     * A question in the words of whoever asks.
     *
     * @param from a day, from its start in UTC on, or a moment; null for no such bound
     * @param to the day, in UTC, or the moment before which it ends; null for no such bound
     * @throws InvalidQueryException if a value is none that can be asked for
     */
    public static DecisionQuery asked(@Nullable String from, @Nullable String to, Map<DecisionField, String> wanted) {
        wanted.forEach(DecisionQuery::check);
        return new DecisionQuery(
                from == null ? null : AskedTime.read("from", from),
                to == null ? null : AskedTime.read("to", to),
                wanted);
    }

    private static void check(DecisionField field, String value) {
        if (value.isEmpty()) {
            throw new InvalidQueryException(field.word() + " is empty. Name a value, or leave it out.");
        }
        if (field == DecisionField.SEVERITY) {
            known(
                    field.word(),
                    value,
                    Arrays.stream(Severity.values()).map(Severity::word).toList());
        } else if (field == DecisionField.VERDICT) {
            known(
                    field.word(),
                    value,
                    Arrays.stream(Verdict.values()).map(Verdict::word).toList());
        }
    }

    private static void known(String name, String value, List<String> words) {
        if (!words.contains(value)) {
            throw unknown(name, value, words);
        }
    }

    /** What whoever asks is told whose word is none of those that there are. */
    public static InvalidQueryException unknown(String name, String value, List<String> words) {
        String near = Nearest.among(value, words)
                .map(word -> " Maybe you mean " + word + ".")
                .orElse("");
        return new InvalidQueryException(
                name + " takes " + String.join(", ", words) + ", not \"" + value + "\"." + near);
    }

    /** What is asked for, in words: {@code from 2020-06-01T00:00:00Z, rule status-brief}; or that it is everything. */
    public String told() {
        List<String> parts = new ArrayList<>();
        if (from != null) {
            parts.add("from " + from);
        }
        if (to != null) {
            parts.add("before " + to);
        }
        wanted.forEach((field, value) -> parts.add(field.word() + " " + value));
        return parts.isEmpty() ? "all that is recorded" : String.join(", ", parts);
    }

    public boolean mayBeIn(PageHead page) {
        if (from != null && page.lastMs() < from.toEpochMilli() || to != null && page.firstMs() >= to.toEpochMilli()) {
            return false;
        }
        for (Map.Entry<DecisionField, String> one : wanted.entrySet()) {
            if (!page.filter().lets(BloomFilter.trace(one.getKey(), one.getValue()))) {
                return false;
            }
        }
        return true;
    }

    public boolean asksFor(Decision decision) {
        Instant time = decision.time();
        if (from != null && time.isBefore(from) || to != null && !time.isBefore(to)) {
            return false;
        }
        for (Map.Entry<DecisionField, String> one : wanted.entrySet()) {
            if (!decision.says(one.getKey(), one.getValue())) {
                return false;
            }
        }
        return true;
    }
}
