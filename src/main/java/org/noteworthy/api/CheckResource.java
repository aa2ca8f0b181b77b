package org.noteworthy.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.http.HttpServerRequest;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
@Path("/v1/check")
public class CheckResource {
    static final String NDJSON = "application/x-ndjson";

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
    private final Duration callTime;
    private final int mostEngagements;
    private final Semaphore engagements;

    CheckResource(
            PlaybookService playbookService,
            Metrics metrics,
            Batches batches,
            Recorder recorder,
            Memory memory,
            Settings settings) {
        this.playbookService = playbookService;
        this.metrics = metrics;
        this.recorder = recorder;
        this.batches = batches;
        this.memory = memory;
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
    public CompletionStage<Response> check(
            @QueryParam("playbook") @Nullable String playbook,
            @QueryParam("detail") @Nullable String detail,
            @Context RoutingContext call) {
        return Body.length(call) <= SHORT
                ? checked(playbook, detail, call)
                : Uni.createFrom()
                        .completionStage(Unchecked.supplier(() -> checked(playbook, detail, call)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .subscribeAsCompletionStage();
    }

    private CompletionStage<Response> checked(@Nullable String playbook, @Nullable String detail, RoutingContext call) {
        long began = System.nanoTime();
        if (detail != null && !detail.equals("full")) {
            throw ProblemException.of(
                    400, "Unknown detail", "detail takes full, not \"" + detail + "\"; or leave it out.");
        }
        String caller = Caller.of(call.request());
        Reviewer reviewer = reviewer(playbook);
        NoteRecord note = accepted(playbookService.records().note(Body.text(call, limit()), "note"));
        Checked checked = inTime(() -> reviewer.checkerOn(note.writtenOn()).checkInDetail(note));
        byte[] written = Answers.bytes(json -> {
            if (detail == null) {
                ReportJson.write(json, checked.report());
            } else {
                DetailJson.write(json, checked);
            }
        });
        long took = System.nanoTime() - began;
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
    public Response batch(
            InputStream body,
            @QueryParam("playbook") @Nullable String playbook,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @Context HttpServerRequest request) {
        Reviewer reviewer = reviewer(playbook);
        boolean array = type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON);
        StreamingOutput reports = batches.open(body, array, reviewer, Caller.of(request));
        return Response.ok(reports, array ? MediaType.APPLICATION_JSON : NDJSON).build();
    }

    /** An engagement in; the reports of its notes out, and what they break together. */
    @POST
    @Path("/engagement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response engagement(@QueryParam("playbook") @Nullable String playbook, @Context RoutingContext call) {
        if (!engagements.tryAcquire()) {
            throw ProblemException.of(
                    Answers.BUSY,
                    "Too many engagements",
                    mostEngagements + " engagements are under way, the most at once. Try again in a moment.");
        }
        Held.by(call).untilTheEnd(engagements::release);
        long began = System.nanoTime();
        String caller = Caller.of(call.request());
        Reviewer reviewer = reviewer(playbook);
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

    private Reviewer reviewer(@Nullable String playbook) {
        return playbookService.now().reviewer().by(playbook);
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
