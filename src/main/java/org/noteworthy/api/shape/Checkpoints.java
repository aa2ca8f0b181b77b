package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where each chain stood when. */
@Schema(description = "Where each chain stood when.")
public record Checkpoints(
        @Schema(description = "Chain by chain, the oldest first.")
        List<Checkpoint> checkpoints) {}
