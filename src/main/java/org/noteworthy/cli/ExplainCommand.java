package org.noteworthy.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Nearest;
import org.noteworthy.playbooks.Clause;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Edition;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy explain}: a rule with the clause that it stands for. */
@Command(
        name = "explain",
        description = "Explains a rule: what it asks, of whom, and the clause that it stands for.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class ExplainCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(paramLabel = "RULE", description = "Id of a rule, such as status-allowed.")
    private String id = "";

    @Option(names = "--playbook", paramLabel = "V", description = "In this edition (default: the one in force today).")
    private @Nullable String playbook;

    ExplainCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Library library = rules.open();
        String version = playbook == null ? library.versionInForceOn(LocalDate.now(clock)) : playbook;
        Edition edition = library.named(version).edition();
        Rule rule = edition.rule(id).orElseThrow(() -> new UnusableException(unknown(edition)));
        heading(rule.id() + " (" + rule.severity().word() + ", edition " + version + ")");
        paragraph(rule.about());
        fact("binds", rule.roles().isEmpty() ? "all roles" : String.join(", ", rule.roles()));
        if (!rule.noteTypes().isEmpty()) {
            fact("covers", String.join(", ", rule.noteTypes()));
        }
        if (!rule.needs().isEmpty()) {
            fact("needs", String.join(", ", rule.needs()));
        }
        fact("judges", rule.subject() == Rule.Subject.NOTE ? "each note" : "an engagement as a whole");
        fact("says", rule.message());
        fact("editions", String.join(", ", having(library)));
        fact("file", library.folder().resolve(version).resolve(rule.file()) + ":" + rule.line());
        edition.clause(rule.clause()).ifPresent(this::clause);
        heading("Violated when");
        rule.condition().lines().forEach(line -> terminal.out().println("  " + line.strip()));
        return Exit.FINE;
    }

    private void clause(Clause clause) {
        heading("Clause " + clause.id() + ": " + clause.title());
        paragraph(clause.text());
        for (String reading : clause.readings()) {
            paragraph("Reading: " + reading);
        }
    }

    private List<String> having(Library library) {
        return library.versions().stream()
                .filter(version -> library.compilation(version) instanceof Compilation.Compiled compiled
                        && compiled.playbook().edition().rule(id).isPresent())
                .toList();
    }

    private String unknown(Edition edition) {
        List<String> ids = edition.rules().stream().map(Rule::id).toList();
        return "The edition " + edition.version() + " has no rule \"" + id + "\"."
                + Nearest.among(id, ids)
                        .map(near -> " Maybe you mean " + near + ".")
                        .orElse(" It has " + String.join(", ", ids) + ".");
    }

    private void heading(String text) {
        terminal.out().println(terminal.colours() ? "\u001B[1m" + text + "\u001B[0m" : text);
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            Words.wrapped(text, WIDTH, "  ").forEach(terminal.out()::println);
        }
        terminal.out().println();
    }

    private void fact(String name, String value) {
        List<String> lines = Words.wrapped(value, WIDTH, "            ");
        terminal.out()
                .println(String.format(Locale.ROOT, "  %-10s", name)
                        + lines.get(0).strip());
        lines.stream().skip(1).forEach(terminal.out()::println);
        if (name.equals("file")) {
            terminal.out().println();
        }
    }
}
