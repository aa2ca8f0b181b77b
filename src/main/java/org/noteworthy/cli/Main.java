package org.noteworthy.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.cli.access.KeyCommand;
import org.noteworthy.cli.audit.AuditCommand;
import org.noteworthy.cli.authoring.ClausesCommand;
import org.noteworthy.cli.authoring.CompareCommand;
import org.noteworthy.cli.authoring.DocsCommand;
import org.noteworthy.cli.authoring.DriftCommand;
import org.noteworthy.cli.authoring.ExplainCommand;
import org.noteworthy.cli.authoring.LintCommand;
import org.noteworthy.cli.authoring.NewCommand;
import org.noteworthy.cli.authoring.PlaybooksCommand;
import org.noteworthy.cli.authoring.TestCommand;
import org.noteworthy.cli.authoring.VocabularyCommand;
import org.noteworthy.cli.authoring.WaiversCommand;
import org.noteworthy.cli.draft.DraftCommand;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Failures;
import org.noteworthy.cli.terminal.Product;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code noteworthy}: checks engagement notes against the playbook that governs them. */
@QuarkusMain
@Command(
        name = "noteworthy",
        description = "Checks engagement notes against the playbook that governs them.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE,
        versionProvider = Product.class,
        synopsisSubcommandLabel = "VERB")
public final class Main {
    /**
     * What the libraries say of themselves is nothing to the user of a command, and what is wrong is told by the verbs,
     * rules that fail included. The service has levels of its own.
     */
    private static final List<Logger> SILENT = Stream.of(
                    "org.drools",
                    "org.kie",
                    "org.apache",
                    "org.h2",
                    "org.flywaydb",
                    "org.postgresql",
                    "noteworthy.rules")
            .map(Logger::getLogger)
            .toList();

    private Main() {}

    /** Runs a verb and ends the process with its exit status. */
    public static void main(String[] args) {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
        int status = run(Terminal.ofProcess(), Clock.systemUTC(), args);
        System.exit(status);
    }

    public static int run(Terminal terminal, Clock clock, String... args) {
        return run(terminal, clock, TimeLimits.DEFAULT, args);
    }

    public static int run(Terminal terminal, Clock clock, TimeLimits limits, String... args) {
        CommandLine line = commandLine(terminal, clock, limits);
        int status = args.length == 0 ? line.execute("--help") : line.execute(args);
        if (terminal.out().checkError() && status != Exit.UNUSABLE) {
            terminal.say("what was asked for cannot be written: standard output is full or closed.");
            status = Exit.UNUSABLE;
        }
        terminal.side().flush();
        return args.length == 0 ? Exit.UNUSABLE : status;
    }

    /** All verbs with their options. */
    static CommandLine commandLine(Terminal terminal, Clock clock, TimeLimits limits) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new CheckCommand(terminal, clock, limits))
                .addSubcommand(new TestCommand(terminal))
                .addSubcommand(new LintCommand(terminal, clock))
                .addSubcommand(new PlaybooksCommand(terminal, clock))
                .addSubcommand(new WaiversCommand(terminal, clock))
                .addSubcommand(new ExplainCommand(terminal, clock))
                .addSubcommand(new ClausesCommand(terminal, clock))
                .addSubcommand(new VocabularyCommand(terminal))
                .addSubcommand(new CompareCommand(terminal))
                .addSubcommand(new DocsCommand(terminal))
                .addSubcommand(new DriftCommand(terminal))
                .addSubcommand(NewCommand.with(terminal))
                .addSubcommand(AuditCommand.with(terminal, clock))
                .addSubcommand(DraftCommand.with(terminal, clock))
                .addSubcommand(KeyCommand.with(terminal, clock))
                .addSubcommand(new ServeCommand(terminal));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.side(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, result) -> Failures.tell(terminal, failure));
        return line;
    }
}
