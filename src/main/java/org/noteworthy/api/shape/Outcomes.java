package org.noteworthy.api.shape;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many rules ended in which way. */
@Schema(description = "How many rules ended in which way. Together they are all rules of the edition.")
public record Outcomes(
        @Schema(ref = "Count") int violated,
        @Schema(ref = "Count") int passed,
        @Schema(ref = "Count") int notApplicable,
        @Schema(ref = "Count") int needsPerson) {}
