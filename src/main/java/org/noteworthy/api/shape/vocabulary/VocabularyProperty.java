package org.noteworthy.api.shape.vocabulary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A property that a rule may ask for. */
@Schema(description = "A property that a rule may ask for.")
public record VocabularyProperty(
        @Schema(description = "The fact that has it, such as Note.")
        String fact,

        @Schema(description = "How a rule names it, such as status.present.")
        String path,

        @Schema(
                description =
                        "What its value is, such as yes or no, a text, a day, a number, a list of texts, a part or a place.")
        String kind,

        @Schema(description = "Whether a violation can point at it.")
        boolean place,

        @Schema(description = "Whether it has several values.")
        boolean list,

        @Schema(description = "What it says if it says yes, or what its value is.")
        String says,

        @Schema(description = "What it says if it says no; absent unless it says yes or no.") @Nullable
        String saysNot,

        @Schema(description = "All values that it can have in this edition; absent where it can have others.") @Nullable
        List<VocabularyChoice> values) {}
