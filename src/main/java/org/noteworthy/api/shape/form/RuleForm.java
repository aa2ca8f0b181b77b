package org.noteworthy.api.shape.form;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule as a form: what its text says, taken apart. */
@Schema(description = "A rule as a form: what its text says, taken apart.")
public record RuleForm(
        @Schema(description = "The lines of the comment above the rule.")
        List<String> comment,

        @Schema(description = "Its name, which is that of its file.")
        String name,

        @Schema(description = "How much a violation weighs; empty where it is not said yet.")
        String severity,

        @Schema(description = "The clause that it stands for; empty where it is not said yet.")
        String clause,

        @Schema(description = "Codes of the roles that it binds; none binds all.")
        List<String> roles,

        @Schema(description = "The note types that it covers; none covers all.")
        List<String> noteTypes,

        @Schema(description = "Fields of a note without which only a person can judge.")
        List<String> needs,

        @Schema(description = "Whether it is switched on.") boolean enabled,

        @Schema(description = "What it looks for, the first of which it judges.")
        List<FormFact> facts,

        @Schema(description = "What it reports.") FormReport report) {}
