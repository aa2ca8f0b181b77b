package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code noteworthy draft show}: one draft as a whole, and what it needs. */
@Command(
        name = "show",
        description =
                "Shows a draft: what it changes, what was said of it, what is missing before it may be published, and what to type next.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class ShowDraft extends OneDraftVerb {
    ShowDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        DraftView draft = desk.show(name);
        if (json) {
            write(draft);
            return Exit.FINE;
        }
        boolean handedIn = draft.state().equals("in-review") || draft.state().equals("approved");
        ChecksView checks = handedIn && !draft.base().gone() ? Looking.whole(desk, name, terminal) : null;
        text().print(draft, Standing.of(draft, checks), place.named());
        return Exit.FINE;
    }
}
