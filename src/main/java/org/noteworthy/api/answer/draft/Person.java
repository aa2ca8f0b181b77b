package org.noteworthy.api.answer.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who did something. */
@Schema(description = "Who did something.")
public record Person(
        @Schema(description = "The name, as the service knows it.")
        String name,

        @Schema(description = "How it is known that it is they; none where nobody has verified it.")
        String verified) {}
