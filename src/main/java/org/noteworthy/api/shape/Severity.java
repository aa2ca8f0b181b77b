package org.noteworthy.api.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a violation weighs. */
@Schema(description = "How much a violation weighs. Errors alone keep a note from being compliant.")
public enum Severity {
    @JsonProperty("error")
    ERROR,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("info")
    INFO
}
