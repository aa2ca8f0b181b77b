package org.noteworthy.audit.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.noteworthy.audit.store.Summary;

/**
 * Violations by rule as a picture: a bar for each, the longest first.
 *
 * @param bars those that fit beside their names on a page
 */
record RuleChart(List<Bar> bars) {
    private static final int MOST = 25;
    private static final int LEFT = 210;
    private static final int WIDEST = 450;
    private static final int STEP = 22;
    private static final int LONGEST_NAME = 30;

    /** A bar, with its places in the picture. */
    record Bar(Summary.RuleCount rule, int top, int base, String width, String end) {
        public String shortName() {
            String name = rule.rule();
            return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
        }
    }

    static RuleChart of(List<Summary.RuleCount> rules) {
        return new RuleChart(IntStream.range(0, Math.min(MOST, rules.size()))
                .mapToObj(at -> bar(at, rules.get(at), rules.get(0).violations()))
                .toList());
    }

    private static Bar bar(int at, Summary.RuleCount rule, long most) {
        double width = Math.max(1, WIDEST * (double) rule.violations() / Math.max(1, most));
        return new Bar(rule, at * STEP + 3, at * STEP + 15, tenths(width), tenths(LEFT + width + 6));
    }

    public int height() {
        return bars.size() * STEP + 4;
    }

    /** A length with one decimal, which is finer than any screen. */
    static String tenths(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
