package org.noteworthy.cli.audit;

import java.util.concurrent.Callable;
import org.noteworthy.audit.Hold;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.Holds;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.HoldOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code noteworthy audit release}: lets the decisions of an engagement go with the others of their age. */
@Command(
        name = "release",
        description = "Releases the hold on an engagement: its decisions are pruned like all others.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditReleaseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Mixin
    private HoldOption naming = new HoldOption();

    @Parameters(paramLabel = "ENGAGEMENT", description = "Its id, as the audit log names it.")
    private String engagement = "";

    AuditReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (AuditDatabase database = auditLog.open()) {
            Holds holds = naming.holds(database);
            Hold hold = holds.release(engagement).orElseThrow(() -> notHeld(holds));
            terminal.out().println(hold.engagement() + " was held since " + hold.since() + " and is no longer.");
        }
        return Exit.FINE;
    }

    private UsageException notHeld(Holds holds) {
        return new UsageException("The engagement " + engagement + " is not held."
                + Nearest.maybe(
                        engagement,
                        holds.all().stream().map(Hold::engagement).toList(),
                        " noteworthy audit holds lists those that are."));
    }
}
