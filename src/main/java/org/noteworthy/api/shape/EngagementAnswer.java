package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The reports of the notes of an engagement, and what they break together. */
@Schema(description = "The reports of the notes of an engagement, and what they break together.")
public record EngagementAnswer(
        @Schema(description = "Id of the engagement.") String engagement,
        @Schema(ref = "Version") String playbook,
        @Schema(ref = "Digest") String digest,

        @Schema(description = "For each note, in order, its report or why there is none.")
        List<ReportOrUnjudged> notes,

        @Schema(description = "What the notes break together.")
        List<CrossViolation> violations,

        @Schema(description = """
                Rules that came to no result, because they broke off or took too long, by rule. Each counts as \
                needsPerson. Only where there are any.""", minItems = 1) @Nullable List<FailedRule> failed,

        @Schema(description = """
                How many more violations there are than are listed. A report lists the first thousand, and one of \
                each rule. Only where there are more.""", minimum = "1") @Nullable Integer omitted) {}
