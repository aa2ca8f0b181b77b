package org.noteworthy.api.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a decision comes to. */
@Schema(description = """
        violating where a rule of severity error was found broken; else needsPerson where a rule failed, so that a \
        person has to judge.""")
public enum Verdict {
    @JsonProperty("compliant")
    COMPLIANT,
    @JsonProperty("violating")
    VIOLATING,
    @JsonProperty("needsPerson")
    NEEDS_PERSON
}
