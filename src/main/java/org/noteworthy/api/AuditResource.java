package org.noteworthy.api;

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
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.InvalidQueryException;
import org.noteworthy.audit.export.ExportFormat;
import org.noteworthy.audit.proof.Kept;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.Decisions;
import org.noteworthy.audit.store.Summary;
import org.noteworthy.audit.store.SummaryJson;

/** The calls that ask the audit log: which there are, what they come to, how they are proven. */
@Path("/v1/audit")
public class AuditResource {
    private static final String CSV = "text/csv";
    private static final int USUAL = 100;
    private static final int MOST = 1_000;
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
    public Response decisions(
            @BeanParam AskedDecisions asked,
            @QueryParam("order") @Nullable String order,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request request) {
        DecisionQuery query = asked.query();
        Variant form = request.selectVariant(FORMS);
        if (form == null || form.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return portion(query, newestFirst(order, "newest"), cursor, limit(limit));
        }
        if (limit != null || cursor != null) {
            throw new InvalidQueryException("A download in " + form.getMediaType()
                    + " holds all decisions that are asked for; limit and cursor are for application/json. Leave them"
                    + " out, or change Accept.");
        }
        ExportFormat download = form.getMediaType().toString().equals(CSV) ? ExportFormat.CSV : ExportFormat.NDJSON;
        return Response.ok(downloads.open(query, newestFirst(order, "oldest"), download), download.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"decisions." + download.word() + "\"")
                .build();
    }

    private Response portion(DecisionQuery query, boolean newestFirst, @Nullable String cursor, int limit) {
        Decisions.Excerpt excerpt = new Decisions(recorder.database()).excerpt(query, newestFirst, cursor, limit);
        return Answers.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("decisions");
            for (Decision decision : excerpt.decisions()) {
                json.writeRawValue(new String(decision.json(), StandardCharsets.UTF_8));
            }
            json.writeEndArray();
            if (excerpt.next() != null) {
                json.writeStringField("next", excerpt.next());
            }
            json.writeEndObject();
        });
    }

    /** One decision, byte for byte as it is recorded. */
    @GET
    @Path("/decisions/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response decision(@PathParam("id") String id) {
        Decision decision = new Decisions(recorder.database())
                .find(id)
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "Unknown decision",
                        "The audit log has no decision " + id
                                + ". It may be recorded elsewhere, or have been let go; /v1/audit/decisions lists those"
                                + " that there are."));
        return Response.ok(decision.json(), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** What the decisions that are asked for come to. */
    @GET
    @Path("/summary")
    @Produces(MediaType.APPLICATION_JSON)
    public Response summary(@BeanParam AskedDecisions asked) {
        DecisionQuery query = asked.query();
        AuditDatabase database = recorder.database();
        Summary summary = downloads.look(() -> Summary.of(database, query));
        return Answers.ok(json -> SummaryJson.write(json, query, summary));
    }

    /** Where each chain stood when; in NDJSON one a line, to be kept elsewhere, and behind them what was let go. */
    @GET
    @Path("/checkpoints")
    @Produces({MediaType.APPLICATION_JSON, CheckResource.NDJSON})
    public Response checkpoints(@Context Request request) {
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

    private static int limit(@Nullable String given) {
        if (given == null) {
            return USUAL;
        }
        if (given.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw new InvalidQueryException("limit is a number from 1 to " + MOST + ", not \"" + given + "\".");
    }
}
