package org.noteworthy.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** The first millisecond that is asked for. */
    public long fromMs() {
        return from == null ? Long.MIN_VALUE : whole(from);
    }

    /** The first millisecond that is too late. */
    public long beforeMs() {
        return to == null ? Long.MAX_VALUE : whole(to);
    }

    /** The first whole millisecond that is not before it. */
    private static long whole(Instant time) {
        return time.plusNanos(999_999).toEpochMilli();
    }

    public boolean mayBeIn(PageHead page) {
        if (from != null && page.lastMs() < from.toEpochMilli() || page.firstMs() >= beforeMs()) {
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
