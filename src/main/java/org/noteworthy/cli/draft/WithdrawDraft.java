package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code noteworthy draft withdraw}: takes a submission back. */
@Command(
        name = "withdraw",
        description = "Takes a submission back, so that the draft can be changed; approvals of it count no longer.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class WithdrawDraft extends OneDraftVerb {
    WithdrawDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        return tell(
                name + " is taken back and can be changed again; approvals of it count no longer", desk.withdraw(name));
    }
}
