package org.noteworthy.cli;

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
    static CommandLine with(Terminal terminal) {
        return new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(terminal));
    }
}
