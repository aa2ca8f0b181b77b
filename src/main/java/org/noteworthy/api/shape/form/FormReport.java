package org.noteworthy.api.shape.form;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a rule reports. */
@Schema(description = "What a rule reports.")
public record FormReport(
        @Schema(description = "What a violation points at, such as $note.status.")
        String place,

        @Schema(description = "What it says, piece by piece.")
        List<FormPart> message) {}
