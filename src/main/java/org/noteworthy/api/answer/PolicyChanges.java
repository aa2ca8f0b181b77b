package org.noteworthy.api.answer;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.shape.change.PolicyChange;

/** A portion of what changed the policy. */
@Schema(description = "A portion of what changed the policy.")
public record PolicyChanges(
        @Schema(
                description = "The changes, as they are recorded.",
                type = SchemaType.ARRAY,
                implementation = PolicyChange.class)
        List<RawValue> changes,

        @Schema(description = "Leads to the next portion, as cursor; absent where there is none.") @Nullable
        String next) {}
