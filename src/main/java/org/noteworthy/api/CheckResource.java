package org.noteworthy.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.shape.ReportOrUnjudged;
import org.noteworthy.audit.log.AnsweredReports;
import org.noteworthy.audit.log.WriteResult;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.input.Intake;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.language.pattern.Deadline;
import org.noteworthy.report.DetailJson;
import org.noteworthy.report.ReportJson;

/** The calls that judge: one note, a stream of notes, an engagement. */
@Tag(name = "check")
@Path("/v1/check")
public class CheckResource {
    public static final String NDJSON = "application/x-ndjson";

    /** Tells the id of the decision in the audit log; of an engagement, that of the engagement as a whole. */
    static final String DECISION = "Noteworthy-Decision";

    /** The longest body in bytes that is judged on the thread that read it. */
    private static final int SHORT = 10 * 1024;

    /** What a note without anything in it breaks, written down, is about as long. */
    private static final int BYTES_OF_A_REPORT = 4 * 1024;

    private static final Origin BODY = new Origin("the body", null, 1, 0, false);

    private final PlaybookService playbookService;
    private final Metrics metrics;
    private final Batches batches;
    private final Recorder recorder;
    private final Memory memory;
    private final LongNotes longNotes;
    private final Duration callTime;
    private final int mostEngagements;
    private final Semaphore engagements;

    CheckResource(
            PlaybookService playbookService,
            Metrics metrics,
            Batches batches,
            Recorder recorder,
            Memory memory,
            LongNotes longNotes,
            Settings settings) {
        this.playbookService = playbookService;
        this.metrics = metrics;
        this.recorder = recorder;
        this.batches = batches;
        this.memory = memory;
        this.longNotes = longNotes;
        callTime = settings.limits().callTime();
        mostEngagements = settings.limits().engagements();
        engagements = new Semaphore(mostEngagements);
    }

    /**
     * One note in, one report out. A short one takes less time to judge than to hand to another thread, so it is judged
     * on the thread that read it; a longer one could hold up others.
     */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Check one note", description = """
            One note record in, one report out. The edition that was in force on the day the note was written judges \
            it, today's if it names no day, or the one that the parameter names.""")
    @RequestBody(
            required = true,
            description = "The note, in UTF-8, 8 MiB at most.",
            content = @Content(schema = @Schema(ref = "NoteRecord")))
    @APIResponse(
            responseCode = "200",
            description = "The report, whatever its verdict; in full where that was asked for.",
            headers = @Header(name = DECISION, ref = "Decision"),
            content = @Content(schema = @Schema(ref = "DetailedReport")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "413", description = "The text of the note is over its limit, or the body is.")
    @APIResponse(
            responseCode = "422",
            description = "Fields of the note are wrong, unknown or missing. All of them are named.")
    @APIResponse(responseCode = "503", ref = "NoPlaybookInForce")
    public CompletionStage<Response> checkNote(
            @Parameter(ref = "playbook") @QueryParam("playbook") @Nullable String playbook,
            @Parameter(ref = "Noteworthy-Caller") @HeaderParam(Caller.HEADER) @Nullable String name,
            @Parameter(
                            description = """
                    With full, the answer tells for each rule how it ended and which facts it lacked, and how the \
                    note was read; with why also, in sentences, why each rule ended so, and which words were read as \
                    what.""",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"full", "why"}))
                    @QueryParam("detail")
                    @Nullable
                    String detail,
            @Parameter(ref = "waivers") @QueryParam("waivers") @Nullable String waivers,
            @Parameter(description = """
                    With false, nothing of the check goes into the audit log: for notes that are still being written. \
                    The service may be set not to allow that.""") @QueryParam("record") @Nullable String record,
            @Context RoutingContext call) {
        return Body.length(call) <= SHORT
                ? checked(playbookService.reviewer(playbook, waivers), name, detail, record, call)
                : longNotes.inTurn(
                        call, () -> checked(playbookService.reviewer(playbook, waivers), name, detail, record, call));
    }

    private CompletionStage<Response> checked(
            Reviewer reviewer,
            @Nullable String name,
            @Nullable String detail,
            @Nullable String record,
            RoutingContext call) {
        long began = System.nanoTime();
        if (detail != null && !detail.equals("full") && !detail.equals("why")) {
            throw ProblemException.of(
                    400, "Unknown detail", "detail takes full or why, not \"" + detail + "\"; or leave it out.");
        }
        boolean recorded = recorder.isWanted(record);
        Caller caller = Caller.of(name, call);
        NoteRecord note = accepted(playbookService.records().note(Body.text(call, limit()), "note"));
        Checked checked = inTime(() -> reviewer.checkInDetail(note));
        byte[] written = Answers.bytes(json -> {
            if (detail == null) {
                ReportJson.write(json, checked.report());
            } else if (detail.equals("why")) {
                WhyJson.write(json, checked, reviewer.library());
            } else {
                DetailJson.write(json, checked);
            }
        });
        long took = System.nanoTime() - began;
        if (!recorded) {
            return CompletableFuture.completedFuture(Answers.ok(written));
        }
        metrics.checked("check", List.of(checked.report()), took);
        WriteResult recording = recorder.record(
                caller,
                reviewer.library(),
                List.of(new Result.Judged(BODY, note, checked.report())),
                took,
                detail == null ? AnsweredReports.one(written) : null);
        Response answer = Answers.ok(written);
        return recording.outcome().thenApply(outcome -> answered(answer, recording, outcome));
    }

    /** The answer, once it is known what becomes of its decision; that says which decision it is. */
    private Response answered(Response answer, WriteResult recording, WriteResult.Outcome outcome) {
        if (outcome == WriteResult.Outcome.TIMED_OUT) {
            return Answers.problem(recorder.notInTime());
        }
        if (!recording.ids().isEmpty()) {
            answer.getHeaders()
                    .putSingle(
                            DECISION,
                            outcome.isAccepted()
                                    ? recording
                                            .ids()
                                            .get(recording.ids().size() - 1)
                                            .toString()
                                    : "dropped");
        }
        return answer;
    }

    /** Notes in, reports out, each as soon as it is there; a line for a line, or an array for an array. */
    @POST
    @Path("/batch")
    @Consumes({NDJSON, "application/ndjson", "application/jsonl", MediaType.APPLICATION_JSON})
    @Produces({NDJSON, MediaType.APPLICATION_JSON})
    @Operation(summary = "Check many notes", description = """
            Notes in, reports out, in the same order and in the same form, whatever Accept prefers: a line for a \
            line in NDJSON, an array for an array in JSON. A note that cannot be judged yields an error in its \
            place, and the rest goes on; after JSON that is broken, an array ends there. A note whose decision \
            cannot be recorded gets the error "Not recorded" or, where the service is set to go on without, a report \
            with recorded false. The batch is as long as you like. Read the answer while you send: when you do not, \
            the service stops reading as well.""")
    @RequestBody(
            required = true,
            description = """
            The notes, in UTF-8. NDJSON may also be called application/ndjson or application/jsonl; its blank lines \
            are passed over.""",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = org.noteworthy.api.body.NoteRecord.class)),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(type = SchemaType.STRING, description = "One NoteRecord a line."))
            })
    @APIResponse(
            responseCode = "200",
            description = "For each note, in order, its report or why there is none.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = ReportOrUnjudged.class)),
                @Content(
                        mediaType = NDJSON,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "One Report, or what stands in its place (Unjudged), a line."))
            })
    @APIResponse(
            responseCode = "400",
            description = "The body is empty where JSON is announced, or there is no such parameter.")
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "422", description = "The body is JSON, and no array.")
    @APIResponse(
            responseCode = "503",
            description = "As many batches as may be are under way, or the edition that was named cannot be used.")
    public Response checkBatch(
            InputStream body,
            @Parameter(ref = "playbook") @QueryParam("playbook") @Nullable String playbook,
            @Parameter(ref = "Noteworthy-Caller") @HeaderParam(Caller.HEADER) @Nullable String name,
            @Parameter(ref = "waivers") @QueryParam("waivers") @Nullable String waivers,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @Context RoutingContext call) {
        Reviewer reviewer = playbookService.reviewer(playbook, waivers);
        boolean array = type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON);
        StreamingOutput reports = batches.open(body, array, reviewer, Caller.of(name, call));
        return Response.ok(reports, array ? MediaType.APPLICATION_JSON : NDJSON).build();
    }

    /** An engagement in; the reports of its notes out, and what they break together. */
    @POST
    @Path("/engagement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Check an engagement", description = """
            The notes and interactions of a customer engagement in; out come the report of each note, and what the \
            notes break together, such as an interaction that no note records. The edition in force on the day of \
            the latest note or interaction judges them together.""")
    @RequestBody(
            required = true,
            description = "The engagement, in UTF-8, 8 MiB at most.",
            content = @Content(schema = @Schema(ref = "EngagementRecord")))
    @APIResponse(
            responseCode = "200",
            description = "The reports of the notes, in order, and what they break together.",
            headers = @Header(name = DECISION, ref = "Decision"),
            content = @Content(schema = @Schema(ref = "EngagementAnswer")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(
            responseCode = "413",
            description =
                    "A text in the engagement is over its limit, or the body, or the number of notes or interactions.")
    @APIResponse(
            responseCode = "422",
            description = "Fields of the engagement, its notes or its interactions are wrong. All of them are named.")
    @APIResponse(responseCode = "503", ref = "NoPlaybookInForce")
    public Response checkEngagement(
            @Parameter(ref = "playbook") @QueryParam("playbook") @Nullable String playbook,
            @Parameter(ref = "Noteworthy-Caller") @HeaderParam(Caller.HEADER) @Nullable String name,
            @Parameter(ref = "waivers") @QueryParam("waivers") @Nullable String waivers,
            @Context RoutingContext call) {
        if (!engagements.tryAcquire()) {
            throw ProblemException.of(
                    Answers.BUSY,
                    "Too many engagements",
                    mostEngagements + " engagements are under way, the most at once. Try again in a moment.");
        }
        Held.by(call).untilTheEnd(engagements::release);
        long began = System.nanoTime();
        Caller caller = Caller.of(name, call);
        Reviewer reviewer = playbookService.reviewer(playbook, waivers);
        EngagementRecord engagement =
                accepted(playbookService.records().engagement(Body.text(call, limit()), "engagement"));
        if (!memory.hold(call, (long) BYTES_OF_A_REPORT * engagement.notes().size())) {
            throw new ProblemException(Memory.full());
        }
        List<Result> results = inTime(() -> reviewer.review(List.of(new Entry.Engagement(BODY, engagement))));
        EngagementAnswer answer = EngagementAnswer.of(engagement, results);
        long took = System.nanoTime() - began;
        metrics.checked("engagement", answer.reports(), took);
        metrics.checkedTogether(answer.together());
        WriteResult recording = recorder.recordInTime(caller, reviewer.library(), results, took, null);
        StreamingOutput written = out -> {
            try (JsonGenerator json = ReportJson.generator(out)) {
                answer.write(json);
            }
        };
        return answered(Response.ok(written, MediaType.APPLICATION_JSON_TYPE).build(), recording, recording.await());
    }

    /** What has not been judged when the time of a call is over is left to a person, and the rest is answered. */
    private <T> T inTime(Supplier<T> judging) {
        Deadline deadline = Deadline.within(callTime);
        try {
            return judging.get();
        } finally {
            deadline.close();
        }
    }

    private int limit() {
        return playbookService.records().limits().recordChars();
    }

    private static <T> T accepted(Intake<T> intake) {
        if (intake instanceof Intake.Refused<T> refused) {
            throw new ProblemException(refused.problem());
        }
        return ((Intake.Accepted<T>) intake).record();
    }
}
