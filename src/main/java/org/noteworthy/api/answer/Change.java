package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One difference between two editions. */
@Schema(description = "One difference between two editions.")
public record Change(
        @Schema(
                description = "Whether it came, went or changed.",
                enumeration = {"added", "removed", "changed"})
        String kind,

        @Schema(description = "A rule, a clause, the settings, or the name of a table.")
        String what,

        @Schema(description = "Id of the rule or clause, or the key of the row.")
        String name,

        @Schema(description = "What changed in it.") List<String> details,

        @Schema(description = "Its parts that differ; all of them where it came or went.")
        List<ChangedCell> cells,

        @Schema(
                description =
                        "Of a rule that came, went or changed: the lines of its file, side by side; absent of others.")
        @Nullable
        List<ChangedLine> lines) {}
