package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The clauses of an edition. */
@Schema(description = "The clauses of an edition.")
public record Clauses(
        @Schema(ref = "Version") String playbook,
        @Schema(ref = "Digest") String digest,

        @Schema(description = "The clauses, in the order of the guidance.")
        List<Clause> clauses) {}
