package org.noteworthy.cli.authoring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.explain.ClauseJson;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.authoring.explain.TracedClause;
import org.noteworthy.authoring.explain.TracedClause.Check;
import org.noteworthy.authoring.explain.TracedRule;
import org.noteworthy.cli.option.FixturesOption;
import org.noteworthy.cli.option.OutputOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Confirmation;
import org.noteworthy.playbooks.edition.Confirmation.Standing;
import org.noteworthy.playbooks.edition.Confirmations;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy clauses}: every clause of the guidance, by whom it is checked, its rules and their fixtures. */
@Command(
        name = "clauses",
        description = "Traces the clauses of the guidance to their rules, fixtures and confirmations.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class ClausesCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "CLAUSE",
            description = "Only this clause and those under it, such as content.status or content; with its text.")
    private @Nullable String named;

    @Option(names = "--playbook", paramLabel = "V", description = "In this edition (default: the one in force today).")
    private @Nullable String playbook;

    @Mixin
    private FixturesOption fixtures = new FixturesOption();

    public ClausesCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        boolean json = output.json();
        Library library = rules.open();
        String version = playbook == null ? library.versionInForceOn(LocalDate.now(clock)) : playbook;
        Playbook judging = library.named(version);
        Edition edition = judging.edition();
        List<Clause> clauses = chosen(edition);
        RuleFixtures files = fixtures.of(library);
        if (json) {
            OutputOption.write(terminal, each -> ClauseJson.write(each, edition, clauses, files));
            return Exit.FINE;
        }
        List<TracedClause> traced = clauses.stream()
                .map(clause -> TracedClause.of(clause, edition, files))
                .toList();
        terminal.out().println(summary(version, traced));
        traced.forEach(this::print);
        advise(library.folder().resolve(version), edition, traced);
        Confirmations.of(judging.files())
                .diagnostics()
                .forEach(diagnostic -> advice(library.folder() + "/" + diagnostic));
        return Exit.FINE;
    }

    private List<Clause> chosen(Edition edition) {
        if (named == null) {
            return edition.clauses();
        }
        List<Clause> chosen = edition.clauses().stream()
                .filter(clause -> clause.id().equals(named) || clause.id().startsWith(named + "."))
                .toList();
        if (chosen.isEmpty()) {
            List<String> ids = edition.clauses().stream().map(Clause::id).toList();
            throw new UsageException("The edition " + edition.version() + " has no clause \"" + named + "\"."
                    + Nearest.maybe(named, ids, " It has " + String.join(", ", ids) + "."));
        }
        return chosen;
    }

    private static String summary(String version, List<TracedClause> clauses) {
        return version + ": " + Words.count(clauses.size(), "clause") + ", checked: "
                + Arrays.stream(Check.values())
                        .map(check -> clauses.stream()
                                        .filter(clause -> clause.check() == check)
                                        .count()
                                + " " + how(check))
                        .collect(Collectors.joining(", "));
    }

    private static String how(Check check) {
        return check == Check.NOT_YET ? check.word() : "by " + check.word();
    }

    private void print(TracedClause traced) {
        Clause clause = traced.clause();
        terminal.out().println();
        heading(clause.id() + "  " + clause.title());
        if (named != null) {
            paragraph(clause.text());
            clause.readings().forEach(reading -> paragraph("Reading: " + reading));
        }
        terminal.out().println("  checked  " + how(traced.check()));
        terminal.out().println("  hash     " + clause.hash());
        for (TracedRule rule : traced.rules()) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT, "  %-26s  %s", rule.rule().id(), standing(rule)));
            if (!rule.fixtures().isEmpty()) {
                Words.wrapped(names(rule), WIDTH, "    ").forEach(terminal.out()::println);
            }
        }
    }

    private static String standing(TracedRule rule) {
        return rule.standing().word()
                + rule.confirmation()
                        .map(confirmation -> ": " + confirmation.clauseHash()
                                + (confirmation.on() == null ? "" : " on " + confirmation.on())
                                + (confirmation.by().isEmpty() ? "" : " by " + confirmation.by()))
                        .orElse("");
    }

    /** The files without the folder that is named after their rule. */
    private static String names(TracedRule rule) {
        return rule.fixtures().stream()
                .map(name -> name.substring(
                        name.indexOf(rule.rule().id() + "/") + rule.rule().id().length() + 1))
                .collect(Collectors.joining(", "));
    }

    private void advise(Path folder, Edition edition, List<TracedClause> clauses) {
        List<String> unconfirmed = clauses.stream()
                .flatMap(clause -> clause.rules().stream())
                .filter(rule -> rule.standing() != Standing.CONFIRMED)
                .map(rule -> rule.rule().id())
                .toList();
        if (!unconfirmed.isEmpty()) {
            advice(Words.count(unconfirmed.size(), "rule") + " not confirmed with the clause as it is: "
                    + String.join(", ", unconfirmed)
                    + ". Hold each against its clause; where it asks the same, write it"
                    + " with the clause's hash and the day into " + folder.resolve(Confirmation.FILE)
                    + " (rule,clauseHash,on,by).");
        }
        List<String> ids = edition.rules().stream().map(Rule::id).toList();
        for (Confirmation confirmation : edition.confirmations()) {
            if (!ids.contains(confirmation.rule())) {
                advice(folder.resolve(Confirmation.FILE) + ":" + confirmation.line() + " confirms \""
                        + confirmation.rule() + "\", which is not a rule of this edition."
                        + Nearest.maybe(confirmation.rule(), ids)
                        + " If it was retired, delete the row.");
            }
        }
    }

    private void advice(String text) {
        terminal.out().println();
        Words.wrapped(text, WIDTH, "").forEach(terminal.out()::println);
    }

    private void heading(String text) {
        terminal.out().println(terminal.colours() ? "\u001B[1m" + text + "\u001B[0m" : text);
    }

    private void paragraph(String text) {
        Words.wrapped(text, WIDTH, "  ").forEach(terminal.out()::println);
        terminal.out().println();
    }
}
