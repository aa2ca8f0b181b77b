package org.noteworthy.cli.draft;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy draft rollback}: puts an earlier state in force again. */
@Command(
        name = "rollback",
        description =
                "Puts an edition, or the waivers, as they were at an earlier digest in force again, or takes them out of force, as a policy change of its own. What was changed by hand since is not overwritten.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class Rollback extends DraftVerb {
    @Parameters(index = "0", paramLabel = "EDITION", description = "The edition, or waivers.csv.")
    private String edition = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--reason", paramLabel = "WHY", required = true, description = "Why.")
    private String reason = "";

    /** One of two. */
    private static final class Which {
        @Option(
                names = "--to",
                paramLabel = "DIGEST",
                required = true,
                description = "As it was at that digest, which audit changes tells.")
        private @Nullable String digest;

        @Option(names = "--remove", required = true, description = "Take it out of force.")
        private boolean remove;
    }

    Rollback(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        DraftView draft = desk.rollBack(edition, which.digest, reason);
        return tellByName(
                desk, edition + (which.remove ? " is out of force" : " is as it was at " + which.digest), draft);
    }
}
