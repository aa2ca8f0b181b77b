package org.noteworthy.api.shape.form;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A form and its text. */
@Schema(description = "A form and its text.")
public record WrittenForm(
        @Schema(description = "The form.") RuleForm form,

        @Schema(description = "The text that stands for it, as the file would have it.")
        String text,

        @Schema(description = "Where each field stands in the text.")
        List<FormPlace> places,

        @Schema(description = "What the language does not take.")
        List<FormProblem> problems,

        @Schema(
                description =
                        "When the rule is violated, in plain sentences all of which hold then; none while there are problems.")
        List<String> words) {}
