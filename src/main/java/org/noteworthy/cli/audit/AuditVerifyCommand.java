package org.noteworthy.cli.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.ChainError;
import org.noteworthy.audit.VerifyingKey;
import org.noteworthy.audit.proof.Noun;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.proof.Witnesses;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy audit verify}: whether anybody touched the audit log, without the service that wrote it. */
@Command(
        name = "verify",
        description =
                "Proves that no decision and no policy change was changed, removed, inserted or moved; exit 1 where one"
                        + " was, or where --key or --checkpoints was given and does not cover all of them.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class AuditVerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Proves an export in NDJSON instead of the audit log itself.")
    private @Nullable Path export;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Public key by which checkpoints, and what was pruned, must be signed (PEM, Ed25519).")
    private @Nullable Path key;

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description = "What audit checkpoints wrote before, and was kept elsewhere.")
    private @Nullable Path checkpoints;

    AuditVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Verification verification =
                new Verification(Witnesses.of(key == null ? null : VerifyingKey.read(key), checkpoints));
        Verification.Outcome outcome;
        if (export != null) {
            outcome = verification.of(export);
        } else {
            try (AuditDatabase database = auditLog.read()) {
                outcome = verification.of(database);
            }
        }
        outcome.chains().forEach(this::print);
        outcome.others().forEach(terminal.out()::println);
        return outcome.holds() ? Exit.FINE : Exit.FOUND;
    }

    private void print(Verification.Chain chain) {
        ChainError error = chain.error();
        terminal.out()
                .println(chain.chain() + ": "
                        + Words.count(chain.decisions(), Noun.of(chain.chain()).inside())
                        + (chain.pruned() > 0 ? ", " + chain.pruned() + " pruned" : "") + ", "
                        + Words.count(chain.checkpoints(), "checkpoint")
                        + (error == null ? ". All as recorded." : ". " + error.sentence()));
    }
}
