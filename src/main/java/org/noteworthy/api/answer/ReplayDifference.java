package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision that comes out otherwise than it is recorded. */
@Schema(description = "A decision that comes out otherwise than it is recorded.")
public record ReplayDifference(
        @Schema(description = "Its id.") String decision,
        @Schema(description = "The note or the engagement.") String subject,

        @Schema(description = "Version of the product that recorded it.")
        String product,

        @Schema(description = "Rules that it found broken.") List<String> recorded,

        @Schema(description = "Rules that are found broken now.")
        List<String> now) {}
