package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a draft is put onto its base as it is now. */
@Schema(description = "How a draft is put onto its base as it is now.")
public record RebasedDraft(
        @Schema(
                description =
                        "Whether files in which both have changed the same lines stand as the draft has them. All others are merged.")
        @Nullable
        Boolean keepMine) {}
