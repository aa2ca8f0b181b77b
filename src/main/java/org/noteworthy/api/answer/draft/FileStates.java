package org.noteworthy.api.answer.draft;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file of a draft in three states, and what comes of both changes. */
@Schema(description = "A file of a draft in three states, and what comes of both changes.")
public record FileStates(
        @Schema(description = "The file.") String path,

        @Schema(
                description =
                        "As it was when the draft was made, or last put onto its base; absent where it was not there.")
        @Nullable
        String base,

        @Schema(description = "As the draft has it; absent where it has none.") @Nullable
        String draft,

        @Schema(description = "As it lies in the rules folder now; absent where it is not there.") @Nullable
        String now,

        @Schema(description = "Whether it has changed in the rules folder since.")
        boolean moved,

        @Schema(description = "Both changes in one; absent where both have changed the same lines.") @Nullable
        String merged,

        @Schema(description = "All lines, those of a conflict with marks around both states.")
        String marked) {}
