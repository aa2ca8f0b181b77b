package org.noteworthy.cli.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.retention.Compaction;
import org.noteworthy.audit.retention.Pruning;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.RetentionOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noteworthy audit prune}: lets old decisions go, and leaves a chain that still holds. */
@Command(
        name = "prune",
        description = "Prunes old decisions, except those of engagements on hold. What is left can still be verified.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditPruneCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Clock clock;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Mixin
    private RetentionOption retention = new RetentionOption();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Secret key that signs what is pruned (PEM, Ed25519), where checkpoints are signed.",
            defaultValue = "${env:NOTEWORTHY_AUDIT_KEY}")
    private @Nullable Path key;

    @Option(names = "--dry-run", description = "Only shows what would be pruned.")
    private boolean dryRun;

    AuditPruneCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Retention asked = retention.retention();
        SigningKey signing = key == null ? null : SigningKey.read(key);
        try (AuditDatabase database = dryRun ? auditLog.read() : auditLog.open()) {
            Pruning pruning = new Pruning(database, signing, clock);
            for (String chain : pruning.chains()) {
                Pruning.Outcome outcome = pruning.prune(chain, asked, dryRun);
                terminal.out()
                        .println(chain + ": " + Words.count(outcome.gone(), "decision")
                                + (dryRun ? " would be pruned" : " pruned")
                                + (outcome.held() > 0 ? ", " + outcome.held() + " held" : "") + ".");
            }
            List<String> forgotten = dryRun ? List.of() : pruning.forgetRules();
            forgotten.forEach(digest -> terminal.out()
                    .println("The rules " + digest + " judged none of what is left, and are pruned too."));
        }
        if (!dryRun) {
            Compaction.of(auditLog.address()).ifPresent(terminal::say);
        }
        return Exit.FINE;
    }
}
