package org.noteworthy.cli.authoring;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.noteworthy.authoring.docs.DocPages;
import org.noteworthy.authoring.docs.DocsFolder;
import org.noteworthy.authoring.testing.FixtureExamples;
import org.noteworthy.cli.option.FixturesOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.playbooks.Library;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code noteworthy docs}: a page for each rule and each clause of the editions. */
@Command(
        name = "docs",
        description = "Writes a Markdown page for each rule and each clause of the editions, and an index.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class DocsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Parameters(
            paramLabel = "DIR",
            description =
                    "A new or empty folder, or one that this verb wrote before. Other files are never overwritten.")
    private Path folder = Path.of("");

    @Mixin
    private FixturesOption fixtures = new FixturesOption();

    public DocsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Library library = rules.open();
        SortedMap<String, String> pages = DocPages.of(library, fixtures.of(library), new FixtureExamples());
        new DocsFolder(folder).write(pages);
        terminal.out().print(Words.count(pages.size(), "page") + " in " + folder + "\n");
        return Exit.FINE;
    }
}
