package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fixture that shows a rule. */
@Schema(description = "A fixture that shows a rule.")
public record RuleExample(
        @Schema(description = "Its path within the folder of fixtures.")
        String file,

        @Schema(description = "What is known beside the text, and how the text begins.")
        List<String> lines) {}
