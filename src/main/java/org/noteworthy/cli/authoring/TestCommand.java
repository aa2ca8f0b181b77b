package org.noteworthy.cli.authoring;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.testing.FixtureCoverage;
import org.noteworthy.authoring.testing.FixtureFolder;
import org.noteworthy.authoring.testing.FixtureRun;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Failures;
import org.noteworthy.cli.terminal.Progress;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.PlaybookRefusedException;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noteworthy test}: runs the fixtures and says what they cover. */
@Command(
        name = "test",
        description = "Judges every fixture and compares the violated rules with what it expects; prints coverage.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class TestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            description = "Folder with fixtures (default: ${DEFAULT-VALUE}).",
            defaultValue = "test-fixtures")
    private Path fixtures = Path.of("test-fixtures");

    @Option(names = "--playbook", paramLabel = "V", description = "Only under this edition (default: all).")
    private @Nullable String playbook;

    @Option(
            names = "--mutate",
            description =
                    "Also changes each rule and table in small ways, and lists the changes that no fixture notices.")
    private boolean mutate;

    @Option(names = "--watch", description = "Tests again each time that rules or fixtures are saved.")
    private boolean watch;

    public TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!watch) {
            return test(rules.open()) ? Exit.FINE : Exit.FOUND;
        }
        if (mutate) {
            throw new UsageException(
                    "--watch tests again in a second or two, and --mutate takes longer. Give one of them.");
        }
        new TestWatch(fixtures, terminal).run(rules.folder(), rules.cache(), this::testAsItIs);
        return Exit.FINE;
    }

    /** Tests by the rules as they are; those that are broken are told, and nothing is tested by what they were before. */
    private void testAsItIs(Library library) {
        try {
            for (String version : versions(library)) {
                List<Diagnostic> diagnostics = library.diagnostics(version);
                if (!diagnostics.isEmpty()) {
                    throw new PlaybookRefusedException(version, diagnostics);
                }
            }
            test(library);
        } catch (RuntimeException e) {
            Failures.tell(terminal, e);
        }
    }

    private List<String> versions(Library library) {
        return playbook == null ? library.versions() : List.of(playbook);
    }

    private void tellLeftOut(String version, SortedMap<String, Integer> rules) {
        int expectations = rules.values().stream().mapToInt(Integer::intValue).sum();
        if (expectations > 0) {
            terminal.out()
                    .println(version + ": " + Words.count(expectations, "expectation")
                            + " left out, of rules that it lacks: " + String.join(", ", rules.keySet()));
        }
    }

    private boolean test(Library library) {
        List<String> versions = versions(library);
        FixtureFolder folder = FixtureFolder.read(fixtures, library, versions);
        FixtureRun run = FixtureRun.of(folder, library, versions);
        boolean sound = run.failures().isEmpty();
        run.failures().forEach(terminal.out()::println);
        for (FixtureCoverage coverage : run.coverages()) {
            coverage.lines().forEach(terminal.out()::println);
            sound &= coverage.complete();
        }
        versions.forEach(version -> tellLeftOut(version, folder.leftOut(version)));
        int failures = run.failures().size();
        terminal.out()
                .println(Words.count(run.fixtures(), "fixture") + ", " + Words.count(run.checks(), "check") + ": "
                        + (run.checks() - failures) + " as expected, " + failures + " not");
        if (!mutate) {
            return sound;
        }
        if (failures > 0) {
            terminal.say("fix the failing fixtures before running --mutate.");
            return false;
        }
        Progress progress = new Progress(terminal, "changes tried");
        boolean noticed =
                new MutationReport(library, fixtures, terminal.out()).print(versions, folder.cases(), progress);
        return sound && noticed;
    }
}
