package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.edition.Diagnostic;

/** One thing that is wrong with an edition or with the waivers, with its place. */
@Schema(description = "One thing that is wrong with an edition or with the waivers, with its place.")
public record Reason(
        @Schema(description = "The file, under the rules folder.")
        String file,

        @Schema(description = "Its line, from 1.", minimum = "1") @Nullable
        Integer line,

        @Schema(description = "The column, from 1.", minimum = "1") @Nullable
        Integer column,

        @Schema(description = "What is wrong, in a sentence.")
        String detail) {

    /** Those that diagnostics tell. */
    public static List<Reason> of(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(diagnostic -> new Reason(
                        diagnostic.file(),
                        diagnostic.line() > 0 ? diagnostic.line() : null,
                        diagnostic.column() > 0 ? diagnostic.column() : null,
                        diagnostic.sentence()))
                .toList();
    }
}
