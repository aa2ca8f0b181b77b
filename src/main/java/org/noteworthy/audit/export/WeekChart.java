package org.noteworthy.audit.export;

import java.util.List;
import java.util.Locale;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.store.Summary;
import org.noteworthy.report.Xml;

/** Compliance week by week as a picture: a column for each week, filled as far as its notes were compliant. */
final class WeekChart {
    /** The most weeks that can be told apart on paper. */
    static final int MOST = 53;

    private static final int WIDTH = 720;
    private static final int LEFT = 44;
    private static final int TOP = 22;
    private static final int HEIGHT = 160;
    private static final int WIDEST = 56;

    private WeekChart() {}

    static String of(List<Summary.Named> weeks) {
        List<Summary.Named> shown = weeks.subList(Math.max(0, weeks.size() - MOST), weeks.size());
        StringBuilder svg = new StringBuilder(4096);
        svg.append("<svg role=\"img\" aria-labelledby=\"weeks-title weeks-text\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(" 225\">\n<title id=\"weeks-title\">Compliance by week</title>\n<desc id=\"weeks-text\">")
                .append(Xml.text(told(shown)))
                .append("</desc>\n");
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = TOP + HEIGHT * (100 - percent) / 100.0;
            svg.append(format("<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, WIDTH, y))
                    .append(format(
                            "<text class=\"scale\" x=\"%d\" y=\"%.1f\">%d %%</text>\n", LEFT - 6, y + 4, percent));
        }
        double step = Math.min(WIDEST, (WIDTH - LEFT) / (double) Math.max(1, shown.size()));
        for (int i = 0; i < shown.size(); i++) {
            column(svg, shown.get(i), LEFT + i * step, step, shown.size());
        }
        return svg.append("</svg>\n").toString();
    }

    private static void column(StringBuilder svg, Summary.Named week, double x, double step, int weeks) {
        Count count = week.count();
        double rate = count.rate().orElseThrow().doubleValue();
        double width = step * 0.7;
        double middle = x + step / 2;
        double full = HEIGHT * rate;
        svg.append(format(
                "<g><title>%s: %s compliant</title><rect class=\"rest\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
                        + "<rect class=\"good\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                Xml.text(name(week)),
                count.compliance(),
                middle - width / 2,
                TOP,
                width,
                HEIGHT,
                middle - width / 2,
                TOP + HEIGHT - full,
                width,
                full));
        if (weeks <= 18) {
            svg.append(format("<text class=\"of\" x=\"%.1f\" y=\"%d\">%.1f %%</text>", middle, TOP - 6, rate * 100))
                    .append(format("<text class=\"name\" x=\"%.1f\" y=\"%d\">%s</text>", middle, 200, last(name(week))))
                    .append(format(
                            "<text class=\"name\" x=\"%.1f\" y=\"%d\">of %d</text>", middle, 216, count.judged()));
        } else {
            svg.append(format(
                    "<text class=\"turned\" transform=\"translate(%.1f 190) rotate(90)\">%s</text>",
                    middle - 3, last(name(week))));
        }
        svg.append("</g>\n");
    }

    private static String name(Summary.Named week) {
        return String.valueOf(week.name());
    }

    private static String last(String week) {
        return Xml.text(week.substring(week.indexOf('-') + 1));
    }

    private static String told(List<Summary.Named> weeks) {
        StringBuilder text = new StringBuilder();
        for (Summary.Named week : weeks) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(name(week))
                    .append(": ")
                    .append(week.count().compliance());
        }
        return text.append('.').toString();
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
