package org.noteworthy.api.shape.form;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of a form (property, comparison, values), or a group of rows (join, parts). */
@Schema(description = "A row of a form (property, comparison, values), or a group of rows (join, parts).")
public record FormCondition(
        @Schema(description = "Of a row: the property.") @Nullable
        String property,

        @Schema(description = "Of a row: how it is compared, as a rule writes it; yes or no where it stands by itself.")
        @Nullable
        String comparison,

        @Schema(description = "Of a row: what it is compared with; several for in and not in, none for yes and no.")
        @Nullable
        List<FormValue> values,

        @Schema(
                description = "Of a group: whether all of its parts are true, or any of them.",
                enumeration = {"all", "any"})
        @Nullable
        String join,

        @Schema(description = "Of a group: its parts, two or more.") @Nullable
        List<FormCondition> parts,

        @Schema(description = "Whether it is not to be so; absent is no.") @Nullable
        Boolean negated) {}
