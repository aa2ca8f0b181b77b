package org.noteworthy.audit.export;

import java.util.List;
import java.util.Locale;
import org.noteworthy.audit.store.Summary;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.report.Xml;

/** Violations by rule as a picture: a bar for each, the longest first. */
final class RuleChart {
    /** The most rules that fit beside their names on a page. */
    static final int MOST = 25;

    private static final int WIDTH = 720;
    private static final int LEFT = 210;
    private static final int RIGHT = 60;
    private static final int STEP = 22;
    private static final int LONGEST_NAME = 30;

    private RuleChart() {}

    static String of(List<Summary.RuleCount> rules) {
        List<Summary.RuleCount> shown = rules.subList(0, Math.min(MOST, rules.size()));
        long most = shown.isEmpty() ? 1 : shown.get(0).violations();
        StringBuilder svg = new StringBuilder(4096);
        svg.append("<svg role=\"img\" aria-labelledby=\"rules-title rules-text\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(shown.size() * STEP + 4)
                .append("\">\n<title id=\"rules-title\">Violations by rule</title>\n<desc id=\"rules-text\">")
                .append(Xml.text(told(shown)))
                .append("</desc>\n");
        for (int i = 0; i < shown.size(); i++) {
            Summary.RuleCount rule = shown.get(i);
            int y = i * STEP;
            double length = Math.max(1, (WIDTH - LEFT - RIGHT) * (double) rule.violations() / most);
            svg.append(format(
                            "<text class=\"rule\" x=\"%d\" y=\"%d\">%s</text>",
                            LEFT - 8, y + 15, Xml.text(cut(rule.rule()))))
                    .append(format(
                            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                            colour(rule.severity()), LEFT, y + 3, length, STEP - 6))
                    .append(format(
                            "<text class=\"number\" x=\"%.1f\" y=\"%d\">%d</text>\n",
                            LEFT + length + 6, y + 15, rule.violations()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String colour(String severity) {
        return severity.equals(Severity.ERROR.word())
                ? "error"
                : severity.equals(Severity.WARNING.word()) ? "warning" : "info";
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static String told(List<Summary.RuleCount> rules) {
        StringBuilder text = new StringBuilder();
        for (Summary.RuleCount rule : rules) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(rule.rule())
                    .append(" (")
                    .append(rule.severity())
                    .append("): ")
                    .append(rule.violations());
        }
        return text.append('.').toString();
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
