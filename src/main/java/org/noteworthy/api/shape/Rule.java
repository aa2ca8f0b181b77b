package org.noteworthy.api.shape;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One rule of an edition. */
@Schema(description = "One rule of an edition.")
public record Rule(
        @Schema(description = "Its id, which is the name of its file too.")
        String id,

        Severity severity,

        @Schema(description = "Id of the clause that it stands for.")
        String clause,

        @Schema(description = "What it asks, and what it lets pass.")
        String about,

        @Schema(
                description = "Whether it judges each note, or an engagement as a whole.",
                enumeration = {"note", "engagement"})
        String judges,

        @Schema(description = "The roles that it binds; empty where it binds all.")
        List<String> roles,

        @Schema(description = "The note types that it covers; empty where it covers all.")
        List<String> noteTypes,

        @Schema(description = "The fields without which it needs a person.")
        List<String> needs,

        @Schema(description = "When it is violated, as written in its file.")
        String condition,

        @Schema(description = "The same in plain sentences, all of which are true where it is violated.")
        List<String> violatedWhen,

        @Schema(description = "What it says, with the properties that are filled in, in braces.")
        String message,

        @Schema(description = "Its file, under the folder of the edition.")
        String file,

        @Schema(description = "The line at which it begins.", minimum = "1")
        int line) {}
