package org.noteworthy.cli.draft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.draft.view.EffectCounts;
import org.noteworthy.cli.draft.view.EffectView;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.report.Words;

/** What a draft would do, for people. */
final class CheckText {
    private final Terminal terminal;
    private final DraftText text;

    CheckText(Terminal terminal) {
        this.terminal = terminal;
        text = new DraftText(terminal);
    }

    /** What lint says, a place a line. */
    void lint(ChecksView checks) {
        for (ChecksView.Finding finding : checks.lint()) {
            boolean warns = !finding.severity().equals("error");
            text.line(finding.file()
                    + (finding.line() > 0 ? ":" + finding.line() : "")
                    + (finding.line() > 0 && finding.column() > 0 ? ":" + finding.column() : "")
                    + ": " + (warns ? finding.severity() + ": " : "") + finding.message()
                    + (warns ? " [" + finding.code() + "]" : ""));
        }
        text.line(String.join(", ", checks.changes()) + ": " + Words.count(checks.count("error"), "error") + ", "
                + Words.count(checks.count("warning"), "warning"));
    }

    /** What became of the fixtures. */
    void fixtures(ChecksView checks) {
        ChecksView.Fixtures fixtures = checks.fixtures();
        if (fixtures == null) {
            text.line("The fixtures were not judged.");
            return;
        }
        fixtures.failures().forEach(text::lines);
        fixtures.coverage().forEach(text::line);
        int failures = fixtures.failures().size();
        text.line(Words.count(fixtures.count(), "fixture") + ", " + Words.count(fixtures.checks(), "check") + ": "
                + (fixtures.checks() - failures) + " as expected, " + failures + " not");
    }

    /** What changes for notes, as counts and no rate. */
    void effect(EffectView effect, String notes) {
        if (!effect.rules().isEmpty()) {
            table(effect.rules());
        }
        EffectCounts counts = effect.summary();
        text.line(
                counts.notes() == 0
                        ? "No " + notes + " could be judged, so the effect is not known."
                        : counts.newly() + " of " + Words.count(counts.notes(), notes)
                                + " newly break a rule, " + counts.noLonger() + " no longer break one, "
                                + counts.still()
                                + " still do" + (counts.complete() ? "" : " (the latest notes only)"));
        if (effect.withoutNote() > 0) {
            terminal.say(Words.count(effect.withoutNote(), "decision")
                    + " could not be judged: the audit log has them without their notes.");
        }
        effect.failed()
                .forEach(rule -> text.line("The rule " + rule
                        + " failed on some of the notes. What it would have said there is not known."));
    }

    private void table(Map<String, EffectView.OfRule> rules) {
        int width = Math.max(
                4, rules.keySet().stream().mapToInt(String::length).max().orElse(4));
        String row = "%-" + width + "s  %9s  %9s  %9s  %s";
        text.line(String.format(Locale.ROOT, row, "rule", "newly", "no longer", "still", "examples"));
        rules.forEach((rule, counts) -> text.line(String.format(
                Locale.ROOT,
                row,
                rule,
                counts.newly(),
                counts.noLonger(),
                counts.still(),
                String.join(", ", List.copyOf(counts.examples())))));
    }
}
