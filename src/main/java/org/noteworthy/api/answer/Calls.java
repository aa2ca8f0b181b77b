package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which calls there are. */
@Schema(description = "Which calls there are.")
public record Calls(
        @Schema(description = "The name of the service.", enumeration = "noteworthy")
        String service,

        @Schema(
                description = "How it is known who calls; with none, it is not, and everybody may do everything.",
                enumeration = {"none", "keys", "oidc"})
        String access,

        @Schema(description = "Each call as its method and its address.")
        List<String> calls) {}
