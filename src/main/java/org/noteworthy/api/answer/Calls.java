package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which calls there are. */
@Schema(description = "Which calls there are.")
public record Calls(
        @Schema(description = "The name of the service.", enumeration = "noteworthy")
        String service,

        @Schema(description = "Each call as its method and its address.")
        List<String> calls) {}
