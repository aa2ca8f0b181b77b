package org.noteworthy.api.audit;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.DecisionQueryBuilder;

/** The parameters that say which decisions are asked for. */
public record AskedDecisions(
        @Parameter(
                description = "Decisions made from then on: a moment, or a day, which is its start in UTC.",
                example = "2020-06-01")
        @QueryParam("from")
        @Nullable
        String from,

        @Parameter(description = """
                Decisions made before then: a moment, or a day, which is its start in UTC, so that the day itself is \
                left out. From 2020-06-01 to 2020-07-01 is June.""", example = "2020-07-01") @QueryParam("to") @Nullable
        String to,

        @Parameter(
                description = "Decisions of this edition.",
                example = "2020-03-25",
                schema = @Schema(ref = "Version"))
        @QueryParam("edition")
        @Nullable
        String edition,

        @Parameter(description = "Decisions of an edition with exactly these files.") @QueryParam("digest") @Nullable
        String digest,

        @Parameter(description = "Decisions that found this rule broken.") @QueryParam("rule") @Nullable
        String rule,

        @Parameter(
                description = "Decisions that found something of this severity.",
                example = "error",
                schema = @Schema(ref = "Severity"))
        @QueryParam("severity")
        @Nullable
        String severity,

        @Parameter(description = "Decisions on notes of this role, by its code.") @QueryParam("role") @Nullable
        String role,

        @Parameter(description = "Decisions on notes of this type.") @QueryParam("noteType") @Nullable
        String noteType,

        @Parameter(description = "Decisions on notes of this author.") @QueryParam("author") @Nullable
        String author,

        @Parameter(description = "Decisions on this engagement and its notes.") @QueryParam("engagement") @Nullable
        String engagement,

        @Parameter(description = "Decisions that this caller asked for.") @QueryParam("caller") @Nullable
        String caller,

        @Parameter(description = "Decisions that this identity asked for, as it was verified.", example = "key:portal")
        @QueryParam("identity")
        @Nullable
        String identity,

        @Parameter(
                description = "Decisions that came to this.",
                example = "violating",
                schema = @Schema(ref = "Verdict"))
        @QueryParam("verdict")
        @Nullable
        String verdict,

        @Parameter(description = "Decisions on the note of this id.") @QueryParam("note") @Nullable
        String note,

        @Parameter(
                description = "With true, decisions that found something which is waived.",
                schema = @Schema(type = SchemaType.STRING, enumeration = "true"))
        @QueryParam("waived")
        @Nullable
        String waived) {

    DecisionQuery query() {
        return new DecisionQueryBuilder()
                .with("from", from)
                .with("to", to)
                .with("edition", edition)
                .with("digest", digest)
                .with("rule", rule)
                .with("severity", severity)
                .with("role", role)
                .with("noteType", noteType)
                .with("author", author)
                .with("engagement", engagement)
                .with("caller", caller)
                .with("identity", identity)
                .with("verdict", verdict)
                .with("note", note)
                .with("waived", waived)
                .build();
    }
}
