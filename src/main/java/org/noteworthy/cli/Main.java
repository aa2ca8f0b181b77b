package org.noteworthy.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
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
            .map(name -> Logger.getLogger(name)) // named by a reference it would be called by code made at run time
            .toList();

    private static final Set<String> VERSION = Set.of("-V", "--version");

    private Main() {}

    /** Runs a verb and ends the process with its exit status. */
    public static void main(String[] args) {
        if (List.of(args).contains("serve")) {
            SILENT.forEach(logger -> logger.setLevel(Level.OFF));
        } else {
            quiet();
        }
        int status = run(Terminal.ofProcess(), Clock.systemUTC(), args);
        System.exit(status);
    }

    /** For every verb but serve: no library says anything, and none starts the platform. */
    static void quiet() {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
        ConfigProviderResolver.setInstance(new NoPlatformSettings());
    }

    public static int run(Terminal terminal, Clock clock, String... args) {
        return run(terminal, clock, TimeLimits.DEFAULT, args);
    }

    public static int run(Terminal terminal, Clock clock, TimeLimits limits, String... args) {
        CommandLine line = commandLine(terminal, clock, limits, args);
        int status = args.length == 0 ? line.execute("--help") : line.execute(args);
        if (terminal.out().checkError() && status != Exit.UNUSABLE) {
            terminal.say("what was asked for cannot be written: standard output is full or closed.");
            status = Exit.UNUSABLE;
        }
        terminal.side().flush();
        return args.length == 0 ? Exit.UNUSABLE : status;
    }

    /**
     * The verbs with their options: the one that is called where the arguments begin with its name, and none for the version,
     * since reading the options of all takes longer than most verbs do; all of them otherwise.
     */
    static CommandLine commandLine(Terminal terminal, Clock clock, TimeLimits limits, String... args) {
        CommandLine line = new CommandLine(new Main());
        Map<String, Supplier<Object>> verbs = verbs(terminal, clock, limits);
        String first = args.length == 0 ? "" : args[0];
        Supplier<Object> called = verbs.get(first);
        if (called != null) {
            line.addSubcommand(called.get());
        } else if (args.length != 1 || !VERSION.contains(first)) {
            verbs.values().forEach(verb -> line.addSubcommand(verb.get()));
        }
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.side(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, result) -> Failures.tell(terminal, failure));
        return line;
    }

    private static Map<String, Supplier<Object>> verbs(Terminal terminal, Clock clock, TimeLimits limits) {
        Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
        verbs.put("check", () -> new CheckCommand(terminal, clock, limits));
        verbs.put("test", () -> new TestCommand(terminal));
        verbs.put("lint", () -> new LintCommand(terminal, clock));
        verbs.put("playbooks", () -> new PlaybooksCommand(terminal, clock));
        verbs.put("waivers", () -> new WaiversCommand(terminal, clock));
        verbs.put("explain", () -> new ExplainCommand(terminal, clock));
        verbs.put("clauses", () -> new ClausesCommand(terminal, clock));
        verbs.put("vocabulary", () -> new VocabularyCommand(terminal));
        verbs.put("compare", () -> new CompareCommand(terminal));
        verbs.put("docs", () -> new DocsCommand(terminal));
        verbs.put("drift", () -> new DriftCommand(terminal));
        verbs.put("new", () -> NewCommand.with(terminal));
        verbs.put("audit", () -> AuditCommand.with(terminal, clock));
        verbs.put("draft", () -> DraftCommand.with(terminal, clock));
        verbs.put("key", () -> KeyCommand.with(terminal, clock));
        verbs.put("serve", () -> new ServeCommand(terminal));
        return verbs;
    }
}
