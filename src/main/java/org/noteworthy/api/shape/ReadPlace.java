package org.noteworthy.api.shape;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Words of a note that were read as something. */
@Schema(description = "Words of a note that were read as something.")
public record ReadPlace(
        @Schema(description = "As what, by the property of the vocabulary, such as prefix.workloads.")
        String property,

        @Schema(description = "Where they begin, as an offset in UTF-16.", minimum = "0")
        int start,

        @Schema(description = "Where they end.", minimum = "0")
        int end,

        @Schema(description = "What they stand for, where the playbook writes it so.") @Nullable
        String value) {}
