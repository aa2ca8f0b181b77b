package org.noteworthy.api.body;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One interaction with the customer, which notes name by its id. */
@Schema(description = "One interaction with the customer, which notes name by its id.")
public record InteractionRecord(
        @Schema(description = "The id by which notes name it.")
        String id,

        @Schema(description = "Its day.") @Nullable LocalDate on,

        @Schema(description = "In which role it was had.") @Nullable
        String role,

        @Schema(description = "Who had it.") @Nullable String author,

        @Schema(description = "The kind of activity, or its topic.") @Nullable
        String activity) {}
