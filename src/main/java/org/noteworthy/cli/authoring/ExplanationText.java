package org.noteworthy.cli.authoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.noteworthy.authoring.explain.Explanation;
import org.noteworthy.authoring.explain.RuleExamples;
import org.noteworthy.authoring.explain.RuleExamples.Example;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.report.Words;

/** An explanation of a rule for people, in lines that fit on a screen. */
final class ExplanationText {
    private static final int WIDTH = 100;

    private final Terminal terminal;

    ExplanationText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Explanation explanation, Path file, RuleExamples examples, Path fixtures) {
        Rule rule = explanation.rule();
        heading(rule.id() + " (" + rule.severity().word() + ", edition "
                + explanation.edition().version() + ")");
        paragraph(rule.about());
        violatedWhen(explanation);
        facts(explanation, file);
        Clause clause = explanation.clause();
        if (clause != null) {
            clause(clause);
        }
        if (!examples.violating().isEmpty() || !examples.passing().isEmpty()) {
            heading("Examples");
            examples.violating().forEach(example -> example("violates", fixtures, example));
            examples.passing().forEach(example -> example("passes", fixtures, example));
        }
        past(explanation);
    }

    private void violatedWhen(Explanation explanation) {
        List<String> sentences = explanation.violatedWhen();
        heading(sentences.size() == 1 ? "Violated when" : "Violated when all of these are true");
        for (String sentence : sentences) {
            indented(sentences.size() == 1 ? "  " : "  - ", sentence);
        }
        terminal.out().println();
        explanation.rule().condition().lines().forEach(line -> line("  | " + line.strip()));
        terminal.out().println();
    }

    private void facts(Explanation explanation, Path file) {
        Rule rule = explanation.rule();
        fact("binds", rule.roles().isEmpty() ? "all roles" : String.join(", ", rule.roles()));
        if (!rule.noteTypes().isEmpty()) {
            fact("covers", String.join(", ", rule.noteTypes()));
        }
        if (!rule.needs().isEmpty()) {
            boolean one = rule.needs().size() == 1;
            fact(
                    "needs",
                    String.join(", ", rule.needs())
                            + (one ? "; where that is unknown," : "; where one of them is unknown,")
                            + " a person has to judge");
        }
        String judged = rule.fact().toLowerCase(Locale.ROOT);
        fact(
                "judges",
                rule.subject() == Rule.Subject.NOTE ? "each note" : "each " + judged + ", with the whole engagement");
        fact("says", rule.message());
        fact("editions", String.join(", ", explanation.editions()));
        fact("file", file + ":" + rule.line());
        terminal.out().println();
    }

    private void clause(Clause clause) {
        heading("Clause " + clause.id() + ": " + clause.title());
        paragraph(clause.text());
        clause.readings().forEach(reading -> paragraph("Reading: " + reading));
    }

    private void example(String does, Path fixtures, Example example) {
        fact(does, shown(fixtures) + "/" + example.file());
        for (String line : example.lines()) {
            line("            | " + Words.cut(line, WIDTH - 14));
        }
        terminal.out().println();
    }

    /** A folder as people type it here. */
    private static String shown(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path shown = folder.startsWith(here) ? here.relativize(folder) : folder;
        return shown.toString().replace('\\', '/');
    }

    private void past(Explanation explanation) {
        heading("Since edition " + explanation.editions().get(0));
        if (explanation.changes().isEmpty()) {
            line("  " + (explanation.editions().size() == 1 ? "No other edition has it." : "Unchanged since then."));
        }
        for (Explanation.Changed changed : explanation.changes()) {
            line("  " + changed.version());
            changed.details().forEach(detail -> indented("    - ", detail));
        }
    }

    private void heading(String text) {
        line(terminal.colours() ? "\u001B[1m" + text + "\u001B[0m" : text);
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            Words.wrapped(text, WIDTH, "  ").forEach(this::line);
        }
        terminal.out().println();
    }

    private void fact(String name, String value) {
        indented(String.format(Locale.ROOT, "  %-10s", name), value);
    }

    /** A text behind a beginning, its further lines under its first. */
    private void indented(String beginning, String text) {
        List<String> lines = Words.wrapped(text, WIDTH, " ".repeat(beginning.length()));
        line(beginning + lines.get(0).strip());
        lines.stream().skip(1).forEach(this::line);
    }

    private void line(String text) {
        terminal.out().println(text);
    }
}
