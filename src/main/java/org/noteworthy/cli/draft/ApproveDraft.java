package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code noteworthy draft approve}: approves what was handed in. */
@Command(
        name = "approve",
        description =
                "Approves a draft that was submitted, as you have looked at it. The approval counts until anything of it is changed.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class ApproveDraft extends OneDraftVerb {
    @Option(
            names = "--digest",
            paramLabel = "D",
            required = true,
            description = "The digest of the draft as you have looked at it, which show tells.")
    private String digest = "";

    @Option(names = "--comment", paramLabel = "TEXT", description = "What you say of it.")
    private String comment = "";

    ApproveDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        DraftView draft = desk.approve(name, digest, comment);
        return tellByName(
                desk,
                name + " has " + Words.count(draft.valid().size(), "approval") + " and is " + draft.state(),
                draft);
    }
}
