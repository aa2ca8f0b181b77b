package org.noteworthy.cli.draft;

import java.time.Clock;
import java.util.Map;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code noteworthy draft lint}: what is wrong with a draft. */
@Command(
        name = "lint",
        description =
                "Says what is wrong with the editions that a draft would change, and what looks unintended; exit 1 where there are errors.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class LintDraft extends OneDraftVerb {
    LintDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        ChecksView checks = Looking.lint(desk, name);
        if (json) {
            write(Map.of("digest", checks.digest(), "lint", checks.lint()));
        } else {
            new CheckText(terminal).lint(checks);
        }
        return checks.count("error") > 0 ? Exit.FOUND : Exit.FINE;
    }
}
