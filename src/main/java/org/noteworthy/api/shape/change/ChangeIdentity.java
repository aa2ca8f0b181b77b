package org.noteworthy.api.shape.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who did something to the policy. */
@Schema(description = "Who did something to the policy. It is never masked.")
public record ChangeIdentity(
        @Schema(description = "The name.") String name,

        @Schema(description = "How it is known that it was them.")
        String verified) {}
