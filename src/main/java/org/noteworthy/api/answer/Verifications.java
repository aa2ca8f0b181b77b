package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The verifications that were asked for. */
@Schema(description = "The verifications that were asked for.")
public record Verifications(
        @Schema(description = "The latest first.") List<Verification> verifications) {}
