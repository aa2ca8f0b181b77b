package org.noteworthy.cli.audit;

import java.time.Clock;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code noteworthy audit}: questions to the audit log, and its proof. */
@Command(
        name = "audit",
        description = "Queries, replays and verifies the audit log.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class AuditCommand {
    private AuditCommand() {}

    /** The verb with its own verbs. */
    public static CommandLine with(Terminal terminal, Clock clock) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new AuditListCommand(terminal, clock))
                .addSubcommand(new AuditShowCommand(terminal))
                .addSubcommand(new AuditSummaryCommand(terminal))
                .addSubcommand(new AuditExportCommand(terminal, clock))
                .addSubcommand(new AuditReplayCommand(terminal))
                .addSubcommand(new AuditChangesCommand(terminal))
                .addSubcommand(new AuditVerifyCommand(terminal))
                .addSubcommand(new AuditCheckpointsCommand(terminal))
                .addSubcommand(new AuditKeyCommand(terminal))
                .addSubcommand(new AuditPruneCommand(terminal, clock))
                .addSubcommand(new AuditHoldCommand(terminal, clock))
                .addSubcommand(new AuditReleaseCommand(terminal))
                .addSubcommand(new AuditHoldsCommand(terminal));
    }
}
