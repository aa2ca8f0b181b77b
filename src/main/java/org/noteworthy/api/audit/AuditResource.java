package org.noteworthy.api.audit;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.Answers;
import org.noteworthy.api.CheckResource;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Recorder;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.InvalidQueryException;
import org.noteworthy.audit.export.ExportFormat;
import org.noteworthy.audit.proof.Kept;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.audit.store.Dimension;
import org.noteworthy.audit.store.Groups;
import org.noteworthy.audit.store.Summary;
import org.noteworthy.audit.store.SummaryJson;

/** The calls that ask the audit log: which there are, what they come to, how they are proven. */
@Tag(name = "record")
@Path("/v1/audit")
public class AuditResource {
    private static final String CSV = "text/csv";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CheckResource.NDJSON), MediaType.valueOf(CSV))
            .build();

    private final Recorder recorder;
    private final Downloads downloads;

    AuditResource(Recorder recorder, Downloads downloads) {
        this.recorder = recorder;
        this.downloads = downloads;
    }

    /** Decisions portion by portion in JSON; all of them, as a stream, in NDJSON or CSV. */
    @GET
    @Path("/decisions")
    @Produces({MediaType.APPLICATION_JSON, CheckResource.NDJSON, CSV})
    @Operation(summary = "List decisions", description = """
            Decisions that say all that is asked for, portion by portion: next leads to the one after it. With \
            Accept application/x-ndjson or text/csv, or with format, all of them as a stream: the lines as they are recorded, byte \
            for byte, or a table with a row for each violation and one for each decision without any. A download \
            begins with the oldest, as audit verify wants it; all of them in NDJSON end with a line for each range \
            that was pruned, {"pruned": …}, which carries the proof over the gap. Read it as it comes, since the \
            service waits for its reader. Where the record cannot be read on in the midst of a download, the \
            connection breaks off.""")
    @APIResponse(
            responseCode = "200",
            description = "The decisions.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Decisions")),
                @Content(
                        mediaType = CheckResource.NDJSON,
                        schema = @Schema(type = SchemaType.STRING, description = "One Decision a line.")),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, description = """
                                        A table as RFC 4180 has it, in UTF-8, under a row of headings. A cell that a \
                                        spreadsheet could take for a formula begins with an apostrophe."""))
            })
    @APIResponse(responseCode = "400", ref = "BadQuestion")
    @APIResponse(responseCode = "404", ref = "NothingRecorded")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response listDecisions(
            @BeanParam AskedDecisions asked,
            @Parameter(
                            description = """
                    Whether the newest or the oldest come first; by default newest, in a download oldest.""",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"newest", "oldest"}))
                    @QueryParam("order")
                    @Nullable
                    String order,
            @Parameter(
                            description = "How many at most; not for downloads.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "" + Limits.MOST,
                                            defaultValue = "" + Limits.USUAL))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = """
                    The field next of the answer before, as it is, with the same filters and order; not for \
                    downloads.""") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(
                            description = """
                    The form of a download, for callers that cannot set Accept: a table, the lines as they are recorded, \
                    a workbook of three sheets, or a report for people in one page. Goes before Accept.""",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"csv", "ndjson", "xlsx", "html"}))
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Context Request request) {
        DecisionQuery query = asked.query();
        ExportFormat download = download(format, request);
        if (download == null) {
            return portion(query, newestFirst(order, "newest"), cursor, Limits.read(limit));
        }
        if (limit != null || cursor != null) {
            throw new InvalidQueryException("A download in " + download.word()
                    + " holds all decisions that are asked for; limit and cursor are for application/json. Leave them"
                    + " out, or change format or Accept.");
        }
        return Response.ok(downloads.open(query, newestFirst(order, "oldest"), download), download.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"decisions." + download.word() + "\"")
                .build();
    }

    private static @Nullable ExportFormat download(@Nullable String format, Request request) {
        if (format != null) {
            return ExportFormat.of(format)
                    .orElseThrow(() -> InvalidQueryException.unknown("format", format, ExportFormat.words()));
        }
        Variant form = request.selectVariant(FORMS);
        if (form == null || form.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return null;
        }
        return form.getMediaType().toString().equals(CSV) ? ExportFormat.CSV : ExportFormat.NDJSON;
    }

    private Response portion(DecisionQuery query, boolean newestFirst, @Nullable String cursor, int limit) {
        DecisionReader.Excerpt excerpt =
                new DecisionReader(recorder.database()).excerpt(query, newestFirst, cursor, limit);
        List<RawValue> decisions = excerpt.decisions().stream()
                .map(decision -> new RawValue(new String(decision.json(), StandardCharsets.UTF_8)))
                .toList();
        return Answers.ok(new org.noteworthy.api.answer.Decisions(decisions, excerpt.next()));
    }

    /** One decision, byte for byte as it is recorded. */
    @GET
    @Path("/decisions/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read one decision", description = "One decision, byte for byte as it is recorded.")
    @APIResponse(
            responseCode = "200",
            description = "The decision.",
            content = @Content(schema = @Schema(ref = "Decision")))
    @APIResponse(responseCode = "400", description = "This is not an id, or there is no such parameter.")
    @APIResponse(responseCode = "404", description = "The audit log has no such decision, or nothing is recorded.")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response getDecision(
            @Parameter(
                            description = "Its id, as Noteworthy-Decision told it.",
                            example = "01727395-f400-7f3a-9b1e-0d5c6a7b8e90",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @PathParam("id")
                    String id) {
        Decision decision = new DecisionReader(recorder.database())
                .find(id)
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "Unknown decision",
                        "The audit log has no decision " + id
                                + ". It may be recorded elsewhere, or have been pruned; /v1/audit/decisions lists those"
                                + " that there are."));
        return Response.ok(decision.json(), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** What the decisions that are asked for come to. */
    @GET
    @Path("/summary")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sum decisions up", description = """
            Compliance of the notes that were judged, and violations by rule, role, note type, edition and week, over \
            the decisions that say all that is asked for; with by, in groups too, of which there are 5,000 at most. \
            Each decision counts: a note that was judged again counts again.""")
    @APIResponse(
            responseCode = "200",
            description = "The numbers.",
            content = @Content(schema = @Schema(ref = "Summary")))
    @APIResponse(responseCode = "400", ref = "BadQuestion")
    @APIResponse(responseCode = "404", ref = "NothingRecorded")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response summarizeDecisions(
            @BeanParam AskedDecisions asked,
            @Parameter(description = """
                    What to group by: one of day, week, month, rule, severity, role, noteType, edition, digest, \
                    verdict, author, caller, identity, or two of them with a comma between.""", example = "week,rule") @QueryParam("by") @Nullable String by) {
        DecisionQuery query = asked.query();
        Groups groups = by == null ? null : new Groups(Dimension.read(by));
        AuditDatabase database = recorder.database();
        Summary summary = downloads.look(() -> Summary.of(database, query, groups));
        return Answers.ok(json -> SummaryJson.write(json, query, summary, groups));
    }

    /** Where each chain stood when; in NDJSON one a line, to be kept elsewhere, and behind them what was pruned. */
    @GET
    @Path("/checkpoints")
    @Produces({MediaType.APPLICATION_JSON, CheckResource.NDJSON})
    @Operation(summary = "List checkpoints", description = """
            Where each chain of decisions stood when. Whoever keeps them elsewhere, in application/x-ndjson, can \
            prove later, with audit verify --checkpoints, that nothing before them was touched.""")
    @APIResponse(
            responseCode = "200",
            description = "The checkpoints, chain by chain, the oldest first.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Checkpoints")),
                @Content(
                        mediaType = CheckResource.NDJSON,
                        schema = @Schema(type = SchemaType.STRING, description = """
                                        One Checkpoint a line, and behind them a line for each range of decisions \
                                        that was pruned, {"pruned": …}."""))
            })
    @APIResponse(responseCode = "404", ref = "NothingRecorded")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response listCheckpoints(@Context Request request) {
        Kept all = Kept.of(recorder.database());
        Variant form = request.selectVariant(FORMS.subList(0, 2));
        if (form == null || form.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return Answers.ok(json -> {
                json.writeStartObject();
                json.writeArrayFieldStart("checkpoints");
                for (Checkpoint checkpoint : all.checkpoints()) {
                    checkpoint.write(json);
                }
                json.writeEndArray();
                json.writeEndObject();
            });
        }
        byte[] lines = Answers.bytes(all::write);
        return Response.ok(lines, CheckResource.NDJSON).build();
    }

    private static boolean newestFirst(@Nullable String order, String usual) {
        List<String> orders = List.of("newest", "oldest");
        String wanted = order == null ? usual : order;
        if (!orders.contains(wanted)) {
            throw InvalidQueryException.unknown("order", wanted, orders);
        }
        return wanted.equals("newest");
    }
}
