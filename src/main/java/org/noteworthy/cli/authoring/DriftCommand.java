package org.noteworthy.cli.authoring;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.drift.Drift;
import org.noteworthy.authoring.drift.DriftJson;
import org.noteworthy.authoring.drift.SourcePage;
import org.noteworthy.cli.option.OutputOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.file.TextPage;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Edition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy drift}: whether a new copy of the source page still says what an edition retells. */
@Command(
        name = "drift",
        description = "Compares a new copy of the source page with the paragraphs that guidance.md knows of it.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class DriftCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "NEW-GUIDANCE.md", description = "The copy, in Markdown of any style.")
    private String file = "";

    @Option(
            names = "--playbook",
            paramLabel = "V",
            description = "Compare with this edition (default: the one that is nearest, the latest of several).")
    private @Nullable String playbook;

    @Option(names = "--hashes", description = "Print each paragraph with its hash, to be pasted into guidance.md.")
    private boolean hashes;

    public DriftCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = output.json();
        SourcePage page = SourcePage.of(TextPage.read(file));
        if (page.empty()) {
            throw new UnreadableInputException(file, "this page is empty. Name a copy of the guidance.");
        }
        Library library = rules.open();
        Drift drift = playbook == null ? nearest(library, page) : Drift.of(edition(library, playbook), page);
        if (json) {
            OutputOption.write(terminal, each -> DriftJson.write(each, file, drift, hashes));
        } else if (hashes) {
            new DriftText(terminal, file, drift).printHashes();
        } else {
            new DriftText(terminal, file, drift).print();
        }
        return hashes || drift.changes().isEmpty() ? Exit.FINE : Exit.FOUND;
    }

    private Edition edition(Library library, String version) {
        Edition edition = library.named(version).edition();
        if (edition.page().isEmpty() && !hashes) {
            throw unknown("The edition " + version + " does not list");
        }
        return edition;
    }

    /** The edition of which this most likely is a copy. */
    private Drift nearest(Library library, SourcePage page) {
        library.versions().stream()
                .filter(version -> library.serving(version).isEmpty())
                .forEach(version -> terminal.say("The edition " + version + " cannot be used and is not compared;"
                        + " noteworthy playbooks says why."));
        List<Edition> editions = library.versions().stream()
                .map(library::serving)
                .flatMap(Optional::stream)
                .map(playbook -> playbook.edition())
                .filter(edition -> hashes || !edition.page().isEmpty())
                .sorted(Comparator.comparing(Edition::inForceFrom).reversed())
                .toList();
        return editions.stream()
                .map(edition -> Drift.of(edition, page))
                .min(Comparator.comparingInt(Drift::distance))
                .orElseThrow(() -> unknown("None of the editions lists"));
    }

    private static UsageException unknown(String who) {
        return new UsageException(who + " the paragraphs of its page. Put them into guidance.md after"
                + " \"Paragraphs of the page:\"; with --hashes this verb prints them.");
    }
}
