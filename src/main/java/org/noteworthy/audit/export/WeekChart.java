package org.noteworthy.audit.export;

import static org.noteworthy.audit.export.RuleChart.tenths;

import java.util.List;
import java.util.stream.IntStream;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.store.Summary;

/**
 * Compliance week by week as a picture: a column for each week, filled as far as its notes were compliant.
 *
 * @param columns the last weeks, as many as can be told apart on paper
 */
record WeekChart(List<Column> columns) {
    private static final int MOST = 53;
    private static final int MOST_WIDE = 18;
    private static final int LEFT = 44;
    private static final int RIGHT = 720;
    private static final int BOTTOM = 182;
    private static final int HEIGHT = 160;
    private static final int WIDEST = 56;

    /** A column, with its places in the picture; the foot is where a turned name stands. */
    record Column(
            String name,
            Count count,
            String left,
            String middle,
            String foot,
            String width,
            String top,
            String height) {
        /** The week without its year. */
        public String lastName() {
            return name.substring(name.indexOf('-') + 1);
        }
    }

    static WeekChart of(List<Summary.Named> weeks) {
        List<Summary.Named> shown = weeks.subList(Math.max(0, weeks.size() - MOST), weeks.size());
        double step = Math.min(WIDEST, (RIGHT - LEFT) / (double) Math.max(1, shown.size()));
        return new WeekChart(IntStream.range(0, shown.size())
                .mapToObj(at -> column(shown.get(at), LEFT + (at + 0.5) * step, step * 0.7))
                .toList());
    }

    private static Column column(Summary.Named week, double middle, double width) {
        double height = HEIGHT * week.count().rate().orElseThrow().doubleValue();
        return new Column(
                String.valueOf(week.name()),
                week.count(),
                tenths(middle - width / 2),
                tenths(middle),
                tenths(middle - 3),
                tenths(width),
                tenths(BOTTOM - height),
                tenths(height));
    }

    /** Whether there is room for names and figures beside each other. */
    public boolean wide() {
        return columns.size() <= MOST_WIDE;
    }
}
