package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules of an edition. */
@Schema(description = "The rules of an edition.")
public record Rules(
        @Schema(ref = "Version") String playbook,
        @Schema(ref = "Digest") String digest,
        @Schema(description = "The rules, by their ids.") List<Rule> rules) {}
