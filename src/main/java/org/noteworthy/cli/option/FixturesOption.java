package org.noteworthy.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.failure.UsageException;
import org.noteworthy.playbooks.Library;
import picocli.CommandLine.Option;

/** Where the fixtures lie, an option of the verbs that name them beside the rules. */
public final class FixturesOption {
    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            description = "Folder with fixtures (default: test-fixtures beside the rules).")
    private @Nullable Path folder;

    public RuleFixtures of(Library library) {
        if (folder == null) {
            return RuleFixtures.beside(library.folder());
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no folder " + folder + ". Name another one with --fixtures.");
        }
        return RuleFixtures.in(folder);
    }
}
