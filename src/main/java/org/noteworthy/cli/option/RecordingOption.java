package org.noteworthy.cli.option;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.KeepNotes;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.cli.terminal.Product;
import org.noteworthy.failure.UsageException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether and how a check on the command line is recorded. */
public final class RecordingOption {
    private static final String CHAIN = "command-line";

    @Option(names = "--audit", description = "Record each decision.")
    private boolean wanted;

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Option(
            names = "--keep-notes",
            paramLabel = "WHICH",
            description = "With --audit: notes to be kept with their decisions: all, violating or none (default:"
                    + " ${DEFAULT-VALUE}).",
            defaultValue = "${env:NOTEWORTHY_AUDIT_KEEP_NOTES:-all}")
    private String keepNotes = "all";

    @Mixin
    private MaskingOption masking = new MaskingOption();

    @Option(
            names = "--caller",
            paramLabel = "WHO",
            description = "With --audit: who asks (default: ${DEFAULT-VALUE}).",
            defaultValue = "${sys:user.name}")
    private String caller = "";

    @Option(
            names = "--sign",
            paramLabel = "FILE",
            description = "With --audit: secret key that signs the checkpoint at the end.",
            defaultValue = "${env:NOTEWORTHY_AUDIT_KEY}")
    private @Nullable Path key;

    public String caller() {
        return caller;
    }

    /** Where decisions are recorded; null where nobody asked for that. */
    @Nullable
    public DecisionLog open(Clock clock) {
        if (!wanted) {
            return null;
        }
        SigningKey signing = key == null ? null : SigningKey.read(key);
        AuditSettings settings = AuditSettings.of(CHAIN, Product.version())
                .with(keep())
                .with(masking.masking(signing))
                .signedBy(signing);
        return DecisionLog.openNow(auditLog.address(), settings, clock);
    }

    private KeepNotes keep() {
        for (KeepNotes each : KeepNotes.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(keepNotes)) {
                return each;
            }
        }
        throw new UsageException("--keep-notes takes all, violating or none, not \"" + keepNotes + "\".");
    }
}
