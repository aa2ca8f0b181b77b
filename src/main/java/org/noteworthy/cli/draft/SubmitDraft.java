package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code noteworthy draft submit}: hands a draft in for review. */
@Command(
        name = "submit",
        description =
                "Hands a draft in for review. Its digest is fixed from now on: whoever approves it approves that.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class SubmitDraft extends OneDraftVerb {
    @Option(names = "--reason", paramLabel = "WHY", required = true, description = "Why it should be in force.")
    private String reason = "";

    SubmitDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        DraftView draft = desk.submit(name, reason);
        return tellByName(desk, name + " is " + draft.state() + ", as " + draft.digest(), draft);
    }
}
