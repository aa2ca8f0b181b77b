package org.noteworthy.api.shape;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an edition says to one note. */
@Schema(description = "What an edition says to one note.")
public record Report(
        @Schema(description = "Id of the note.") String note,
        @Schema(ref = "Version") String playbook,
        @Schema(ref = "Digest") String digest,

        @Schema(description = "Whether no rule of severity error is violated but what is waived, and none failed.")
        boolean compliant,

        @Schema(description = "What is wrong, by place and then by rule.")
        List<Violation> violations,

        Outcomes outcomes,

        @Schema(
                description =
                        "Fields that were left out, with what the playbook took instead. Only where there are any.")
        @Nullable
        Map<String, String> assumed,

        @Schema(description = """
                Rules that came to no result, because they broke off or took too long, by rule. Each counts as \
                needsPerson. Only where there are any.""", minItems = 1) @Nullable List<FailedRule> failed,

        @Schema(description = """
                How many more violations there are than are listed. A report lists the first thousand, and one of \
                each rule. Only where there are more.""", minimum = "1") @Nullable Integer omitted,

        @Schema(description = """
                False where the decision was dropped since there was no room for it; only then, and only in batches.""", enumeration = "false") @Nullable
        Boolean recorded)
        implements ReportOrUnjudged {}
