package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.draft.view.EffectView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;

/** {@code noteworthy draft check}: everything that is known of a draft before it counts. */
@Command(
        name = "check",
        description =
                "Lints a draft, judges the fixtures by it, and tells its effect on recorded notes; exit 1 where lint or fixtures fail.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class CheckDraft extends OneDraftVerb {
    CheckDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        ChecksView checks = Looking.whole(desk, name, terminal);
        if (json) {
            write(checks);
        } else {
            print(desk, checks);
        }
        return checks.passes() ? Exit.FINE : Exit.FOUND;
    }

    private void print(DraftDesk desk, ChecksView checks) {
        CheckText text = new CheckText(terminal);
        text.lint(checks);
        text.fixtures(checks);
        EffectView effect = checks.effect();
        String trouble = checks.trouble();
        if (effect != null) {
            text.effect(effect, "recorded note");
        } else if (trouble != null) {
            text().line("The effect on recorded notes is not known: " + trouble);
        }
        text().line("It needs " + Words.count(checks.approvals(), "approval") + " to be published.");
        text().next(Standing.of(desk.show(name), checks), place.named());
    }
}
