package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.RebasedView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code noteworthy draft rebase}: takes over what has changed in the base of a draft. */
@Command(
        name = "rebase",
        description =
                "Takes over what has changed in the rules folder since a draft was made; exit 1 where both have changed the same lines, and nothing is saved then.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class RebaseDraft extends OneDraftVerb {
    @Option(names = "--keep-mine", description = "Keep what the draft says where both have changed the same lines.")
    private boolean keepMine;

    RebaseDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        RebasedView rebased = desk.rebase(name, keepMine);
        if (json) {
            write(rebased);
        } else if (rebased.conflicts().isEmpty()) {
            tell(name + " is on its base as that is now", rebased.draft());
        } else {
            for (RebasedView.Conflict conflict : rebased.conflicts()) {
                text().line("--- " + conflict.path() + " is changed in the same lines by both:");
                text().lines(conflict.marked());
            }
            terminal.say("nothing was saved. Put what you want of both into the draft and rebase with --keep-mine.");
        }
        return rebased.conflicts().isEmpty() ? Exit.FINE : Exit.FOUND;
    }
}
