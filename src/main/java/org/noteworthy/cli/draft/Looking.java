package org.noteworthy.cli.draft;

import java.time.Duration;
import java.util.function.Predicate;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.terminal.Progress;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;

/** Waits until enough is known of what a draft would do. */
final class Looking {
    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Looking() {}

    /** Lint alone, which is known at once. */
    static ChecksView lint(DraftDesk desk, String name) {
        return desk.checks(name, Duration.ZERO);
    }

    /** Lint and fixtures. */
    static ChecksView fixtures(DraftDesk desk, String name, Terminal terminal) {
        return until(desk, name, terminal, checks -> checks.fixtures() != null);
    }

    /** Everything. */
    static ChecksView whole(DraftDesk desk, String name, Terminal terminal) {
        return until(desk, name, terminal, checks -> false);
    }

    private static ChecksView until(DraftDesk desk, String name, Terminal terminal, Predicate<ChecksView> enough) {
        Progress progress = new Progress(terminal, "recorded notes judged");
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            ChecksView checks = desk.checks(name, STEP);
            if (!checks.running() || enough.test(checks)) {
                progress.clear();
                return checks;
            }
            if (System.nanoTime() - end > 0) {
                throw new UsageException("The draft " + name + " is still being looked at after an hour. Ask again.");
            }
            progress.advance(
                    checks.effect() == null ? 0 : checks.effect().summary().notes());
        }
    }
}
