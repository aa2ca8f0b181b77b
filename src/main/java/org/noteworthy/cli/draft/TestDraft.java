package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code noteworthy draft test}: whether the fixtures are as expected under a draft. */
@Command(
        name = "test",
        description =
                "Judges every fixture by the editions that a draft would change, and prints coverage; exit 1 where one is not as expected.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class TestDraft extends OneDraftVerb {
    TestDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        ChecksView checks = Looking.fixtures(desk, name, terminal);
        ChecksView.Fixtures fixtures = checks.fixtures();
        if (json) {
            write(checks);
        } else {
            if (checks.count("error") > 0) {
                new CheckText(terminal).lint(checks);
            }
            new CheckText(terminal).fixtures(checks);
        }
        boolean sound = checks.count("error") == 0
                && fixtures != null
                && fixtures.failures().isEmpty();
        return sound ? Exit.FINE : Exit.FOUND;
    }
}
