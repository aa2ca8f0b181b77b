package org.noteworthy.cli.audit;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.noteworthy.audit.Hold;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.HoldOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy audit hold}: keeps the decisions of an engagement, however old they get. */
@Command(
        name = "hold",
        description = "Keeps the decisions of an engagement until it is released, however old they get.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditHoldCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Mixin
    private HoldOption naming = new HoldOption();

    @Parameters(paramLabel = "ENGAGEMENT", description = "Its id, as the audit log names it.")
    private String engagement = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it is held.")
    private String reason = "";

    AuditHoldCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (AuditDatabase database = auditLog.open()) {
            Hold hold = naming.holds(database).hold(engagement, reason, clock.instant());
            terminal.out().println(hold.engagement() + " is held since " + hold.since() + ": " + hold.reason());
        }
        return Exit.FINE;
    }
}
