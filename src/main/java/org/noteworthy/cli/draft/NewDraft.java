package org.noteworthy.cli.draft;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code noteworthy draft new}: a draft, which is a copy of an edition. */
@Command(
        name = "new",
        description = "Makes a draft: a copy of an edition, or of the waivers, that judges nothing.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class NewDraft extends OneDraftVerb {
    @Option(
            names = "--from",
            paramLabel = "V",
            required = true,
            description = "The edition that it is a copy of, or waivers.csv.")
    private String from = "";

    @Option(names = "--title", paramLabel = "T", description = "What it is about (default: its name).")
    private @Nullable String title;

    @Option(
            names = "--in-force-from",
            paramLabel = "DAY",
            description = "First day of the edition that it is to become (default: that of the one it is a copy of).")
    private @Nullable String day;

    NewDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        return tell("made the draft " + name + " of " + from, desk.create(name, title, from, day));
    }
}
