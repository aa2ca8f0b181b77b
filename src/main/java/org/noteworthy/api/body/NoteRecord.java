package org.noteworthy.api.body;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A note as it was written, with what is known about it. */
@Schema(
        description =
                "A note as it was written, with what is known about it. What is left out is unknown, never false.")
public record NoteRecord(
        @Schema(description = "The caller's id of the note; by default its place in the input.") @Nullable
        String id,

        @Schema(description = "The note entry as written. May be blank, and then everything is missing from it.")
        String text,

        @Schema(description = """
                Role of the author: a code, name or alias from the playbook, in any case. Where it is left out, the \
                playbook's assumed role is taken, and the report says so.""") @Nullable String role,

        @Schema(description = "The note type that it was recorded under.") @Nullable
        String noteType,

        @Schema(description = """
                The time tracking task that it was recorded under: a task, a workload code or an alias. An empty one \
                says that the note was recorded outside Time.""") @Nullable String timeTask,

        @Schema(description = "The day on which it was recorded. Picks the edition that judges, where none is named.")
        @Nullable
        LocalDate writtenOn,

        @Schema(description = "Who wrote it.") @Nullable String author,

        @Schema(description = "The customer engagement that it belongs to.") @Nullable
        String engagement,

        @Schema(description = "Id of the interaction that it records.") @Nullable
        String interaction,

        @Schema(description = "The kind of activity, or its topic.") @Nullable
        String activity,

        @Schema(description = """
                Whether the customer accelerated deployment, migration or adoption because of COVID-19.""") @Nullable Boolean covidAccelerated,

        @Schema(
                description = "What the customer asked for. Taken in any case.",
                enumeration = {"active", "paused", "stopped"})
        @Nullable
        String deployment,

        @Nullable EntitlementStatus entitlementStatus,

        @Schema(
                description = "The language of the labels; by default the one whose labels the text uses.",
                enumeration = {"en", "de", "es", "pt", "ja", "zh"})
        @Nullable
        String language) {}
