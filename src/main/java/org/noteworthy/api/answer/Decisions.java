package org.noteworthy.api.answer;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.shape.Decision;

/** A portion of the decisions that were asked for. */
@Schema(description = "A portion of the decisions that were asked for.")
public record Decisions(
        @Schema(
                description = "The decisions, as they are recorded.",
                type = SchemaType.ARRAY,
                implementation = Decision.class)
        List<RawValue> decisions,

        @Schema(description = "Leads to the next portion, as cursor; absent where there is none.") @Nullable
        String next) {}
