package org.noteworthy.api.answer;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.template.Template;
import org.noteworthy.playbooks.edition.Edition;

/** A note to begin with. */
@Schema(description = "A note to begin with.")
public record NoteTemplate(
        @Schema(ref = "Version") String playbook,
        @Schema(ref = "Digest") String digest,

        @Schema(description = "The code of the role that it is for.")
        String role,

        @Nullable @Schema(description = "The note type that it is for, where one was named.")
        String noteType,

        @Schema(description = "The language of its labels.") String language,

        @Schema(description = "The day for which it was made.")
        LocalDate writtenOn,

        @Schema(description = "The text, with places that are to be filled in.")
        String text,

        @Schema(description = "The places, from the first to the last.")
        List<Place> places) {
    /** A place that is to be filled in. */
    @Schema(name = "TemplatePlace", description = "A place of the text that is to be filled in.")
    public record Place(
            @Schema(description = "Where it begins, as an offset in UTF-16.")
            int start,

            @Schema(description = "Where it ends.") int end,

            @Schema(
                    description =
                            "What it takes: the code of a workload, a status and words after it, any words, or a day.",
                    enumeration = {"workload", "status", "text", "day"})
            String kind,

            @Nullable @Schema(description = "The section that it is in, by its key in the table of sections.")
            String section,

            @Schema(
                    description =
                            "What may stand there. Of a text, what says that there is nothing; any other words may, too.")
            List<String> choices) {}

    /** That one, made from an edition. */
    public static NoteTemplate of(Edition edition, Template template) {
        return new NoteTemplate(
                edition.version(),
                edition.digest(),
                template.role(),
                template.noteType(),
                template.language(),
                template.writtenOn(),
                template.text(),
                template.places().stream()
                        .map(place -> new Place(
                                place.start(), place.end(), place.kind().word(), place.section(), place.choices()))
                        .toList());
    }
}
