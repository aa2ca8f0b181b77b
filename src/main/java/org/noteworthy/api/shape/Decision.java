package org.noteworthy.api.shape;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.body.EngagementRecord;
import org.noteworthy.api.body.NoteRecord;

/** What was judged, when, by which edition, for whom, and what was found; linked to the decision before it. */
@Schema(description = """
        What was judged, when, by which edition, for whom, and what was found; linked to the decision before it.""")
public record Decision(
        @Schema(description = "The chain in which it stands; each instance of the service writes its own.")
        String chain,

        @Schema(description = "Its number in the chain, from 1.", minimum = "1")
        long seq,

        @Schema(ref = "Hash") String previous,
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "When it was made.") Instant time,

        @Schema(
                description = "Whether a note was judged, or an engagement as a whole.",
                enumeration = {"note", "engagement"})
        String kind,

        @Schema(description = "The version of the product that judged.")
        String product,

        @Schema(description = "How long judging took, in microseconds; of many, the mean.", minimum = "0")
        long micros,

        @Schema(ref = "Hash") String record,

        @Schema(description = "Code of the author's role, given or assumed.") @Nullable
        String role,

        @Schema(description = "The note type.") @Nullable String noteType,

        @Schema(description = "Who wrote the note.") @Nullable
        String author,

        @Schema(description = "The engagement.") @Nullable String engagement,

        @Schema(description = "The day on which the note was written.") @Nullable
        LocalDate writtenOn,

        Verdict verdict,

        @Schema(description = "How many of its violations are waived; only where any is.", minimum = "1") @Nullable
        Integer waived,

        @Schema(description = "Who asked, as they name themselves; else the address.")
        String caller,

        @Schema(description = "Who asked, as it was verified, such as key:portal or oidc:kim.") @Nullable
        String identity,

        @Schema(
                description = "What was replaced before anything was stored, by name; only where something was.",
                minItems = 1)
        @Nullable
        List<String> masked,

        @Schema(description = """
                The report as it was answered, a Report or, of an engagement, an EngagementAnswer without its notes.""") Map<String, Object> report,

        @Nullable NoteRecord note,
        @Nullable EngagementRecord together,
        @Schema(ref = "Hash") String hash) {}
