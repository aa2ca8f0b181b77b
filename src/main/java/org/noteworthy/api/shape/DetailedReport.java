package org.noteworthy.api.shape;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.DependentRequired;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report which, where detail=full asks for it, also tells how each rule ended and how the note was read. */
@Schema(
        description = """
        A report which, where detail=full asks for it, also tells how each rule ended and how the note was read. One \
        schema for both, since clients with types cannot tell which of two they have got.""",
        dependentRequired = {
            @DependentRequired(
                    name = "ruleOutcomes",
                    requires = {"needs", "parsed"}),
            @DependentRequired(
                    name = "needs",
                    requires = {"ruleOutcomes", "parsed"}),
            @DependentRequired(
                    name = "parsed",
                    requires = {"ruleOutcomes", "needs"})
        })
public record DetailedReport(
        @Schema(description = "Id of the note.") String note,
        @Schema(ref = "Version") String playbook,
        @Schema(ref = "Digest") String digest,

        @Schema(description = "Whether no rule of severity error is violated and none failed.")
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

        @Schema(description = "How each rule ended, under its id. Only with detail=full.") @Nullable
        Map<String, Outcome> ruleOutcomes,

        @Schema(description = """
                For each rule that needs a person because of fields that are unknown, these fields. Only with \
                detail=full.""") @Nullable Map<String, List<String>> needs,

        @Schema(description = """
                The note as the rules see it: its prefix, sections, dates, tags and concerns, each property under \
                the name that rules use. Of a note with several workload blocks it is the first; further holds the \
                others. Only with detail=full; later versions of the service may show more.""") @Nullable Map<String, Object> parsed,

        @Schema(description = """
                For each rule, in sentences, why it ended so: what kept it from being violated, or what violates it. \
                Only with detail=why.""") @Nullable Map<String, List<String>> reasons,

        @Schema(description = """
                Which words of the text were read as what, as offsets in UTF-16. Only with detail=why.""") @Nullable List<ReadPlace> places) {}
