package org.noteworthy.cli.option;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.Holds;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How engagements are named in the audit log: as they are, or masked as the service masks them. */
public final class HoldOption {
    @Mixin
    private MaskingOption masking = new MaskingOption();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Secret key of the service, of which the names of masked engagements come (PEM, Ed25519).",
            defaultValue = "${env:NOTEWORTHY_AUDIT_KEY}")
    private @Nullable Path key;

    public Holds holds(AuditDatabase database) {
        return new Holds(database, masking.masking(key == null ? null : SigningKey.read(key)));
    }
}
