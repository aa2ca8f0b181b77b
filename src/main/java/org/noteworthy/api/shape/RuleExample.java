package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.body.NoteRecord;

/** A fixture that shows a rule. */
@Schema(description = "A fixture that shows a rule.")
public record RuleExample(
        @Schema(description = "Its path within the folder of fixtures.")
        String file,

        @Schema(description = "What is known beside the text, and how the text begins.")
        List<String> lines,

        @Schema(
                description =
                        "The note as a whole, as it can be checked again; absent where the fixture is an engagement.")
        @Nullable
        NoteRecord note) {}
