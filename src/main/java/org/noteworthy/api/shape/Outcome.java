package org.noteworthy.api.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a rule ended for a note. */
@Schema(description = """
        How a rule ended: violated, passed, notApplicable (its roles or note types do not cover the note), or \
        needsPerson (a fact that it needs is unknown, or it failed).""")
public enum Outcome {
    @JsonProperty("violated")
    VIOLATED,
    @JsonProperty("passed")
    PASSED,
    @JsonProperty("notApplicable")
    NOT_APPLICABLE,
    @JsonProperty("needsPerson")
    NEEDS_PERSON
}
