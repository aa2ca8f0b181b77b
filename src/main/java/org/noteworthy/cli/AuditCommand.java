package org.noteworthy.cli;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code noteworthy audit}: questions to the record of decisions, and its proof. */
@Command(
        name = "audit",
        description = "Asks the record of decisions, judges again by it, and proves it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditCommand {
    private AuditCommand() {}

    /** The verb with its own verbs. */
    static CommandLine with(Terminal terminal, Clock clock) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new AuditListCommand(terminal, clock))
                .addSubcommand(new AuditShowCommand(terminal))
                .addSubcommand(new AuditSummaryCommand(terminal))
                .addSubcommand(new AuditExportCommand(terminal, clock))
                .addSubcommand(new AuditReplayCommand(terminal))
                .addSubcommand(new AuditVerifyCommand(terminal))
                .addSubcommand(new AuditCheckpointsCommand(terminal))
                .addSubcommand(new AuditKeyCommand(terminal))
                .addSubcommand(new AuditPruneCommand(terminal, clock))
                .addSubcommand(new AuditHoldCommand(terminal, clock))
                .addSubcommand(new AuditReleaseCommand(terminal))
                .addSubcommand(new AuditHoldsCommand(terminal));
    }
}
