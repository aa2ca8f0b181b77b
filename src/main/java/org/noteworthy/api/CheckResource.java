package org.noteworthy.api;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.http.HttpServerRequest;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AnsweredReports;
import org.noteworthy.audit.Receipt;
import org.noteworthy.checking.Checked;
import org.noteworthy.checking.Entry;
import org.noteworthy.checking.Origin;
import org.noteworthy.checking.Result;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.format.DetailJson;
import org.noteworthy.checking.format.ReportJson;
import org.noteworthy.checking.intake.Intake;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.language.Deadline;

/** The calls that judge: one note, a stream of notes, an engagement. */
@Path("/v1/check")
public class CheckResource {
    static final String NDJSON = "application/x-ndjson";

    /** Tells the id of the decision in the record; of an engagement, that of the engagement as a whole. */
    static final String DECISION = "Noteworthy-Decision";

    private static final Origin BODY = new Origin("the body", null, 1, 0, false);

    private final Desk desk;
    private final Figures figures;
    private final Batches batches;
    private final Recorder recorder;
    private final Duration callTime;

    CheckResource(Desk desk, Figures figures, Batches batches, Recorder recorder, Settings settings) {
        this.desk = desk;
        this.figures = figures;
        this.recorder = recorder;
        this.batches = batches;
        callTime = settings.limits().callTime();
    }

    /**
     * One note in, one report out. A short one takes less time to judge than to hand to another thread, so it is judged
     * on the thread that read it; one that is longer than {@code quarkus.rest.input-buffer-size} could hold up others.
     */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> check(
            InputStream body,
            @QueryParam("playbook") @Nullable String playbook,
            @QueryParam("detail") @Nullable String detail,
            @Context HttpServerRequest request)
            throws IOException {
        boolean readToItsEnd = body instanceof ByteArrayInputStream; // what the platform makes of a short body
        return readToItsEnd
                ? checked(body, playbook, detail, request)
                : Uni.createFrom()
                        .completionStage(Unchecked.supplier(() -> checked(body, playbook, detail, request)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .subscribeAsCompletionStage();
    }

    private CompletionStage<Response> checked(
            InputStream body, @Nullable String playbook, @Nullable String detail, HttpServerRequest request)
            throws IOException {
        long began = System.nanoTime();
        if (detail != null && !detail.equals("full")) {
            throw ProblemException.of(
                    400, "Unknown detail", "detail takes full, not \"" + detail + "\"; or leave it out.");
        }
        String caller = Caller.of(request);
        Reviewer reviewer = reviewer(playbook);
        NoteRecord note = accepted(desk.records().note(Body.text(body, limit()), "note"));
        Checked checked = inTime(() -> reviewer.checkerOn(note.writtenOn()).checkInDetail(note));
        byte[] written = Answers.bytes(json -> {
            if (detail == null) {
                ReportJson.write(json, checked.report());
            } else {
                DetailJson.write(json, checked);
            }
        });
        long took = System.nanoTime() - began;
        figures.checked("check", List.of(checked.report()), took);
        Receipt receipt = recorder.record(
                caller,
                reviewer.library(),
                List.of(new Result.Judged(BODY, note, checked.report())),
                took,
                detail == null ? AnsweredReports.one(written) : null);
        Response answer = Answers.ok(written);
        return receipt.fate().thenApply(fate -> answered(answer, receipt, fate));
    }

    /** The answer, once it is known what becomes of its decision; that says which decision it is. */
    private Response answered(Response answer, Receipt receipt, Receipt.Fate fate) {
        if (fate == Receipt.Fate.NOT_IN_TIME) {
            return Answers.problem(recorder.notInTime());
        }
        if (!receipt.ids().isEmpty()) {
            answer.getHeaders()
                    .putSingle(
                            DECISION,
                            fate.isFine()
                                    ? receipt.ids()
                                            .get(receipt.ids().size() - 1)
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
    public Response engagement(
            InputStream body, @QueryParam("playbook") @Nullable String playbook, @Context HttpServerRequest request)
            throws IOException {
        long began = System.nanoTime();
        String caller = Caller.of(request);
        Reviewer reviewer = reviewer(playbook);
        EngagementRecord engagement = accepted(desk.records().engagement(Body.text(body, limit()), "engagement"));
        List<Result> results = inTime(() -> reviewer.review(List.of(new Entry.Engagement(BODY, engagement))));
        EngagementAnswer answer = EngagementAnswer.of(engagement, results);
        long took = System.nanoTime() - began;
        figures.checked("engagement", answer.reports(), took);
        figures.checkedTogether(answer.together());
        Receipt receipt = recorder.recordInTime(caller, reviewer.library(), results, took, null);
        return answered(Answers.ok(answer::write), receipt, receipt.await());
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
        return desk.now().reviewer().by(playbook);
    }

    private int limit() {
        return desk.records().limits().recordChars();
    }

    private static <T> T accepted(Intake<T> intake) {
        if (intake instanceof Intake.Refused<T> refused) {
            throw new ProblemException(refused.problem());
        }
        return ((Intake.Accepted<T>) intake).record();
    }
}
