package org.noteworthy.cli.audit;

import java.util.List;
import java.util.Locale;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.store.Summary;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.report.Words;

/** A summary of decisions for people, with small bars. */
final class SummaryText {
    private static final int NAME = 34;
    private static final int BAR = 20;
    private static final String BLOCKS = " ▏▎▍▌▋▊▉";

    private final Terminal terminal;

    SummaryText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(DecisionQuery query, Summary summary) {
        Count notes = summary.notes();
        line("Decisions: " + Characters.harmless(query.told()));
        line("Compliant: " + notes.compliance() + " notes judged; " + notes.concerned()
                + " with a violation of any severity.");
        if (summary.engagements().judged() > 0) {
            line("Engagements as a whole, compliant: " + summary.engagements().compliance() + ".");
        }
        long waived = notes.waived() + summary.engagements().waived();
        if (waived > 0) {
            line("Waived: " + Words.count(waived, "violation") + ", which count as nothing else here.");
        }
        rules(summary.rules());
        compliance("By role", summary.roles());
        compliance("By note type", summary.noteTypes());
        compliance("By week judged (ISO 8601, UTC)", summary.weeks());
    }

    private void rules(List<Summary.RuleCount> rules) {
        if (rules.isEmpty()) {
            return;
        }
        long most = Math.max(1, rules.get(0).violations());
        heading("Violations by rule", "severity", "notes", "violations");
        for (Summary.RuleCount each : rules) {
            line(String.format(
                    Locale.ROOT,
                    "  %s %8s %9d %11d  %s",
                    name(each.rule()),
                    each.severity(),
                    each.notes() + each.engagements(),
                    each.violations(),
                    bar((double) each.violations() / most)));
        }
    }

    private void compliance(String title, List<Summary.Named> counts) {
        if (counts.isEmpty()) {
            return;
        }
        heading(title, "judged", "compliant", "violations");
        for (Summary.Named each : counts) {
            Count count = each.count();
            double rate = count.rate().orElseThrow().doubleValue();
            line(String.format(
                    Locale.ROOT,
                    "  %s %8d %9d %11d  %s %.1f %%",
                    name(each.name() == null ? "(unknown)" : each.name()),
                    count.judged(),
                    count.compliant(),
                    count.violations(),
                    bar(rate),
                    100 * rate));
        }
    }

    private void heading(String title, String first, String second, String third) {
        terminal.out().print('\n');
        line(String.format(Locale.ROOT, "%-36s %8s %9s %11s", Words.cut(title, 36), first, second, third));
    }

    private static String name(String name) {
        String cut = Words.cut(Characters.harmless(name), NAME);
        return cut + " ".repeat(Math.max(0, NAME - cut.codePointCount(0, cut.length())));
    }

    /** A bar of twenty cells, to an eighth of one. */
    private static String bar(double share) {
        int eighths = (int) Math.round(share * BAR * 8);
        String full = "█".repeat(eighths / 8);
        String rest = eighths % 8 == 0 ? "" : BLOCKS.substring(eighths % 8, eighths % 8 + 1);
        return full + rest + " ".repeat(BAR - full.length() - rest.length());
    }

    private void line(String line) {
        terminal.out().print(line.stripTrailing() + "\n");
    }
}
