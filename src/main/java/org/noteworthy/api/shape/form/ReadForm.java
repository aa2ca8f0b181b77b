package org.noteworthy.api.shape.form;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text as a form. */
@Schema(description = "A text as a form.")
public record ReadForm(
        @Schema(description = "The form.") RuleForm form,

        @Schema(description = "The text that the form writes.")
        String text,

        @Schema(description = "Where each field stands in that text.")
        List<FormPlace> places,

        @Schema(description = "What the language does not take.")
        List<FormProblem> problems,

        @Schema(
                description =
                        "When the rule is violated, in plain sentences all of which hold then; none while there are problems.")
        List<String> words,

        @Schema(
                description =
                        "The first line that the form lays out otherwise; 0 where its text is the one that was read.")
        int relaidLine) {}
