package org.noteworthy.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noteworthy test}: runs the fixtures and says what they cover. */
@Command(
        name = "test",
        description = "Judges every fixture and compares the violated rules with what it expects; prints coverage.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class TestCommand implements Callable<Integer> {
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

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Library library = rules.open();
        List<String> versions = playbook == null ? library.versions() : List.of(playbook);
        boolean sound = true;
        try (FixtureRun run = new FixtureRun(library, versions)) {
            run.run(fixtures);
            for (String failure : run.failures()) {
                terminal.out().println(failure);
            }
            for (String version : versions) {
                FixtureCoverage coverage = run.coverage(version);
                coverage.lines().forEach(terminal.out()::println);
                sound &= coverage.complete();
            }
            terminal.out()
                    .println(Words.count(run.fixtures(), "fixture") + ", " + Words.count(run.checks(), "check")
                            + ": " + (run.checks() - run.failures().size()) + " as expected, "
                            + run.failures().size() + " not");
            return run.failures().isEmpty() && sound ? Exit.FINE : Exit.FOUND;
        }
    }
}
