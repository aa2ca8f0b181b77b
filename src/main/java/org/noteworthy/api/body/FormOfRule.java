package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.shape.form.RuleForm;

/** A form that is to be written as the text of a rule. */
@Schema(description = "A form that is to be written as the text of a rule.")
public record FormOfRule(
        @Schema(description = "The form.") RuleForm form,

        @Schema(description = "The edition by whose tables its condition is told in words; left out, the one in force.")
        @Nullable
        String edition,

        @Schema(description = "The draft by whose tables it is told, instead of an edition.") @Nullable
        String draft) {}
