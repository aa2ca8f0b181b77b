package org.noteworthy.cli.draft;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code noteworthy draft publish}: puts a draft in force. */
@Command(
        name = "publish",
        description =
                "Puts a draft in force, and writes that into the audit log. Refused while lint or fixtures fail, approvals are missing, or its base has changed.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class PublishDraft extends OneDraftVerb {
    @Option(names = "--reason", paramLabel = "WHY", required = true, description = "Why it is put in force.")
    private String reason = "";

    @Option(
            names = "--in-force-from",
            paramLabel = "DAY",
            description = "The day from which you believe it to be in force; refused where the draft says another one.")
    private @Nullable String day;

    PublishDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        DraftView draft = desk.publish(name, reason, day);
        DraftView.Publication publication = draft.publication();
        String edition = publication == null ? draft.base().edition() : publication.edition();
        return tellByName(desk, name + " is published as " + edition, draft);
    }
}
