package org.noteworthy.cli.audit;

import java.util.List;
import java.util.concurrent.Callable;
import org.noteworthy.audit.Hold;
import org.noteworthy.audit.Masking;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.Holds;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code noteworthy audit holds}: which engagements are held, since when and why. */
@Command(
        name = "holds",
        description = "Lists the engagements whose decisions are held, since when and why.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditHoldsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    AuditHoldsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (AuditDatabase database = auditLog.read()) {
            List<Hold> holds = new Holds(database, Masking.NONE).all();
            holds.forEach(hold ->
                    terminal.out().println(hold.engagement() + "  since " + hold.since() + "  " + hold.reason()));
            if (holds.isEmpty()) {
                terminal.say("no engagement is held.");
            }
        }
        return Exit.FINE;
    }
}
