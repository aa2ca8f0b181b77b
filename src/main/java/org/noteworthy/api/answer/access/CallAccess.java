package org.noteworthy.api.answer.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may make a call. */
@Schema(description = "Who may make a call.")
public record CallAccess(
        @Schema(description = "The call, by its name in this description.", examples = "publishDraft")
        String operation,

        @Schema(description = "Whether anybody may make it, signed in or not.")
        boolean open,

        @Schema(description = "Each role that may make it by itself.")
        List<String> roles) {}
