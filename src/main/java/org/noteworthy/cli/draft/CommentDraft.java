package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code noteworthy draft comment}: says something of a draft. */
@Command(
        name = "comment",
        description = "Says something of a draft, which whoever reviews it sees.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class CommentDraft extends OneDraftVerb {
    @Parameters(index = "1", paramLabel = "TEXT", description = "What is to be said.")
    private String said = "";

    CommentDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        return tell("commented on " + name, desk.comment(name, said));
    }
}
