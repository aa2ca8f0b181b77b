package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.DifferenceView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code noteworthy draft diff}: what a draft changes, line by line. */
@Command(
        name = "diff",
        description = "Prints how a draft differs from what it was made of, as diff -u does.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class DiffDraft extends OneDraftVerb {
    DiffDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        DifferenceView difference = desk.difference(name);
        if (json) {
            write(difference);
            return Exit.FINE;
        }
        difference.files().forEach(file -> text().lines(file.unified()));
        if (difference.files().isEmpty()) {
            terminal.say("the draft changes nothing.");
        }
        return Exit.FINE;
    }
}
