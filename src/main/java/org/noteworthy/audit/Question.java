package org.noteworthy.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are asked for: those of a time that say all of these things.
 *
 * @param from the earliest time; null for no such bound
 * @param to the first time that is too late; null for no such bound
 * @param wanted a value for each facet that matters
 */
public record Question(@Nullable Instant from, @Nullable Instant to, Map<Facet, String> wanted) {

    /** Asks for all of them. */
    public static final Question ALL = new Question(null, null, Map.of());

    public Question {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new AuditException("The time asked for begins at " + from + " and ends at " + to
                    + ", which is not later. Turn them round.");
        }
        Map<Facet, String> sorted = new EnumMap<>(Facet.class);
        sorted.putAll(wanted);
        wanted = Collections.unmodifiableMap(sorted);
    }

    boolean mayBeIn(PageHead page) {
        if (from != null && page.lastMs() < from.toEpochMilli() || to != null && page.firstMs() >= to.toEpochMilli()) {
            return false;
        }
        for (Map.Entry<Facet, String> one : wanted.entrySet()) {
            if (!page.sieve().lets(Sieve.trace(one.getKey(), one.getValue()))) {
                return false;
            }
        }
        return true;
    }

    boolean asksFor(Decision decision) {
        Instant time = decision.time();
        if (from != null && time.isBefore(from) || to != null && !time.isBefore(to)) {
            return false;
        }
        for (Map.Entry<Facet, String> one : wanted.entrySet()) {
            if (!decision.says(one.getKey(), one.getValue())) {
                return false;
            }
        }
        return true;
    }
}
