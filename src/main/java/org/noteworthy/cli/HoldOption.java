package org.noteworthy.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditDatabase;
import org.noteworthy.audit.Holds;
import org.noteworthy.audit.SigningKey;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How engagements are named in the record: as they are, or masked as the service masks them. */
final class HoldOption {
    @Mixin
    private MaskingOption masking = new MaskingOption();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Secret key of the service, of which the names of masked engagements come (PEM, Ed25519).",
            defaultValue = "${env:NOTEWORTHY_AUDIT_KEY}")
    private @Nullable Path key;

    Holds holds(AuditDatabase database) {
        return new Holds(database, masking.masking(key == null ? null : SigningKey.read(key)));
    }
}
