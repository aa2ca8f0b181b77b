package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code noteworthy draft discard}: gives a draft up. */
@Command(
        name = "discard",
        description = "Gives a draft up. It stays to be read, and cannot be changed any more.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class DiscardDraft extends OneDraftVerb {
    DiscardDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        return tell(name + " is discarded; it stays to be read", desk.discard(name));
    }
}
