package org.noteworthy.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What was counted of the decisions on notes that share something: a role, a note type, a week, or nothing.
 *
 * @param judged how many there are; a note that was judged twice counts twice
 * @param compliant those that found no violation of severity error and no rule that failed
 * @param concerned those that found a violation of any severity that is not waived
 * @param violations violations found, of any severity, without those that are waived
 * @param waived violations found that are waived
 */
public record Count(long judged, long compliant, long concerned, long violations, long waived) {
    public static final Count NOTHING = new Count(0, 0, 0, 0, 0);

    /** Compliant ones among those that were judged, from 0 to 1 with four decimals; empty where none was judged. */
    public Optional<BigDecimal> rate() {
        return judged == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(compliant).divide(BigDecimal.valueOf(judged), 4, RoundingMode.HALF_UP));
    }

    /** The rate in words, {@code 77.5 %}, or a dash where none was judged. */
    public String percent() {
        return rate().map(rate -> rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %")
                .orElse("–");
    }

    /** Compliance in words, always with what it is a part of: {@code 93 of 120 (77.5 %)}. */
    public String compliance() {
        return compliant + " of " + judged + (judged == 0 ? "" : " (" + percent() + ")");
    }
}
