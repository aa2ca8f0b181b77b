package org.noteworthy.cli.authoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code noteworthy playbooks}: the editions, when each is in force, and what is wrong with those that are refused. */
@Command(
        name = "playbooks",
        description = "Lists the editions of the playbook: when each is in force, its state and digest.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class PlaybooksCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private RulesOption rules = new RulesOption();

    public PlaybooksCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Library library = rules.open();
        List<Diagnostic> diagnostics = new ArrayList<>();
        String today = library.inForceOn(LocalDate.now(clock)).orElse("");
        for (String version : library.versions()) {
            Compilation compilation = library.compilation(version);
            String mark = version.equals(today) ? " (in force today)" : "";
            if (compilation instanceof Compilation.Compiled compiled) {
                Edition edition = compiled.playbook().edition();
                terminal.out().println(version + "  active" + mark);
                terminal.out().println("  " + edition.title());
                terminal.out()
                        .println("  in force from " + edition.inForceFrom()
                                + library.inForceTo(version)
                                        .map(day -> " to " + day)
                                        .orElse(""));
                terminal.out()
                        .println("  " + Words.count(edition.rules().size(), "rule") + ", "
                                + Words.count(edition.clauses().size(), "clause"));
                terminal.out().println("  " + edition.digest());
            } else if (compilation instanceof Compilation.Refused refused) {
                terminal.out().println(version + "  rejected" + mark);
                for (Diagnostic diagnostic : refused.diagnostics()) {
                    terminal.out().println("  " + diagnostic);
                }
                diagnostics.addAll(refused.diagnostics());
            }
        }
        return diagnostics.isEmpty() ? Exit.FINE : Exit.UNUSABLE;
    }
}
