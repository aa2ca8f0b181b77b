package org.noteworthy.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.noteworthy.audit.log.AnsweredReports;
import org.noteworthy.audit.log.WriteResult;
import org.noteworthy.checking.Pipeline;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.outcome.Entries;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.RecordKind;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.input.Intake;
import org.noteworthy.input.NoteEntry;
import org.noteworthy.input.RecordStream;
import org.noteworthy.input.json.JsonArrayStream;
import org.noteworthy.input.json.NdjsonStream;
import org.noteworthy.input.text.DecodedReader;
import org.noteworthy.report.ReportJson;

/**
 * Streams of notes in, streams of reports out.
 *
 * <p>A batch holds a few hundred notes at once, however long it is: while its reader does not take the reports, its
 * writer is not read from. A batch whose reader is gone ends there. There is a bound on batches under way, so that slow
 * ones leave room for other calls.
 */
@Startup
@ApplicationScoped
public class Batches {
    private static final Logger LOG = Logger.getLogger("noteworthy.batches");

    private static final Problem STOPPING = Stopping.problem("reads this batch no further. Send what is not answered");

    private static final Duration STEP = Duration.ofSeconds(1);

    private final PlaybookService playbookService;
    private final Metrics metrics;
    private final Recorder recorder;
    private final Semaphore room;
    private final Set<BatchBody> bodies = ConcurrentHashMap.newKeySet();
    private final int most;
    private final Duration time;
    private final Stopping stopping;

    Batches(
            PlaybookService playbookService,
            Metrics metrics,
            Recorder recorder,
            Stopping stopping,
            Vertx vertx,
            Settings settings) {
        this.playbookService = playbookService;
        this.metrics = metrics;
        this.recorder = recorder;
        most = settings.limits().batches();
        room = new Semaphore(most);
        metrics.watch(this);
        time = settings.limits().batchTime();
        this.stopping = stopping;
        vertx.setPeriodic(STEP.toMillis(), each -> endOverdue());
    }

    /** How many batches are under way. */
    int underWay() {
        return most - room.availablePermits();
    }

    /** The reports for a body that is NDJSON, or an array of notes. */
    StreamingOutput open(InputStream body, boolean array, Reviewer reviewer, Caller caller) {
        return out -> {
            if (!room.tryAcquire()) {
                throw ProblemException.of(
                        503,
                        "Too many batches",
                        most + " batches are under way, the most at once. Try again in a moment.");
            }
            BatchBody read = new BatchBody(body);
            Runnable ending = () -> read.cut(STOPPING);
            bodies.add(read);
            stopping.lastly(ending);
            try {
                new Batch(reviewer, caller, array, out).run(new Notes(stream(read, array), read));
            } finally {
                bodies.remove(read);
                stopping.over(ending);
                room.release();
            }
        };
    }

    /** Whoever sends slowly, or not at all, holds no room that others could have. */
    private void endOverdue() {
        for (BatchBody body : bodies) {
            if (body.waitsLongerThan(time)) {
                body.cut(Problem.of(
                        408,
                        "Batch too slow",
                        "The next note did not come within " + time.toSeconds()
                                + " seconds. Send what is not answered in a new batch."));
            }
        }
    }

    private RecordStream stream(BatchBody body, boolean array) throws IOException {
        DecodedReader reader = new DecodedReader(body, null);
        return array ? array(new BufferedReader(reader), body) : new NdjsonStream(playbookService.records(), reader);
    }

    private RecordStream array(BufferedReader reader, BatchBody body) throws IOException {
        int character;
        do {
            reader.mark(1);
            character = reader.read();
        } while (Character.isWhitespace(character));
        if (character < 0 && body.reason().isPresent()) {
            throw new ProblemException(body.reason().get());
        }
        if (character != '[') {
            throw ProblemException.of(
                    character < 0 ? 400 : 422,
                    "No array",
                    "A batch in application/json is an array of notes: [{\"text\": \"…\"}, …]. Send one note to /v1/check, an"
                            + " engagement to /v1/check/engagement, and one note a line as application/x-ndjson.");
        }
        reader.reset();
        return new JsonArrayStream(playbookService.records(), reader);
    }

    @FunctionalInterface
    private interface LineWriter {
        void write(JsonGenerator json, Result result) throws IOException;
    }

    /** Some notes of a batch that were judged: it is answered when their decisions are recorded. */
    private record Portion(List<Result> results, Reports reports, WriteResult recording) {}

    /** Reports as they are answered, with one character between each and the next. */
    private static final class Reports implements AnsweredReports {
        private final byte[] bytes;
        private final int[] ends;

        Reports(byte[] bytes, int[] ends) {
            this.bytes = bytes;
            this.ends = ends;
        }

        @Override
        public byte[] bytes() {
            return bytes;
        }

        @Override
        public int start(int result) {
            return result == 0 ? 0 : ends[result - 1] + 1;
        }

        @Override
        public int end(int result) {
            return ends[result];
        }
    }

    /** One batch on its way from its body to its answer. */
    private final class Batch {
        private final Reviewer reviewer;
        private final Caller caller;
        private final boolean array;
        private final OutputStream out;
        private boolean any;

        Batch(Reviewer reviewer, Caller caller, boolean array, OutputStream out) {
            this.reviewer = reviewer;
            this.caller = caller;
            this.array = array;
            this.out = out;
        }

        void run(Notes notes) throws IOException {
            try {
                if (array) {
                    out.write('[');
                }
                new Pipeline<>(playbookService.workers(), this::judge, this::answer).run(notes);
                if (array) {
                    out.write(']');
                }
            } catch (UncheckedIOException e) {
                LOG.debugf(e, "A batch ended early: its sender or its reader is gone");
                throw e.getCause();
            }
        }

        /** The results of some notes with their reports, and what becomes of the decisions. */
        private Portion judge(List<Entry> entries) {
            long began = System.nanoTime();
            List<Result> results = reviewer.review(entries);
            long took = System.nanoTime() - began;
            Reports reports = reports(results, ReportJson::write);
            WriteResult recording = recorder.recordInTime(caller, reviewer.library(), results, took, reports);
            if (recording.outcome().isDone() && recording.await() == WriteResult.Outcome.DROPPED) {
                reports = reports(results, Batch::writeDropped);
            }
            metrics.checkedAll("batch", results, System.nanoTime() - began);
            return new Portion(results, reports, recording);
        }

        private static void writeDropped(JsonGenerator json, Result result) throws IOException {
            if (result instanceof Result.Judged judged) {
                json.writeStartObject();
                ReportJson.writeFields(json, judged.report());
                json.writeBooleanField("recorded", false);
                json.writeEndObject();
            } else {
                ReportJson.write(json, result);
            }
        }

        /** One a line or, in an array, each before a comma. */
        private Reports reports(List<Result> results, LineWriter line) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(results.size() * 512);
            int[] ends = new int[results.size()];
            try (JsonGenerator json = ReportJson.generator(bytes)) {
                for (int i = 0; i < ends.length; i++) {
                    line.write(json, results.get(i));
                    ends[i] = bytes.size() + json.getOutputBuffered();
                    json.writeRaw(array ? ',' : '\n');
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Memory cannot be written to", e);
            }
            return new Reports(bytes.toByteArray(), ends);
        }

        private Reports withoutDecisions(List<Result> results) {
            Problem problem = recorder.notInTime();
            return reports(results, (json, result) -> {
                if (result instanceof Result.Judged judged) {
                    ReportJson.writeUnjudged(
                            json, RecordKind.NOTE, judged.note().id(), problem);
                } else {
                    ReportJson.write(json, result);
                }
            });
        }

        private void answer(Portion portion) {
            Reports reports = portion.recording().await() == WriteResult.Outcome.TIMED_OUT
                    ? withoutDecisions(portion.results())
                    : portion.reports();
            try {
                if (array && any) {
                    out.write(',');
                }
                any = true;
                out.write(reports.bytes(), 0, reports.bytes().length - (array ? 1 : 0));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The records of a body as entries. */
    private static final class Notes implements Entries {
        private static final String BODY = "the body";
        private static final Origin NEXT = new Origin(BODY, null, 0, 0, false);

        private final RecordStream records;
        private final BatchBody body;
        private Optional<Entry> ahead = Optional.empty();
        private boolean over;

        Notes(RecordStream records, BatchBody body) {
            this.records = records;
            this.body = body;
        }

        @Override
        public boolean hasNext() {
            if (ahead.isEmpty() && !over) {
                body.waits();
                Optional<RecordStream.Item> item = records.next();
                body.goesOn();
                // Where the body was cut, its last line may be broken.
                over = item.isEmpty() || body.isCut() && item.get().note() instanceof Intake.Refused;
                ahead = over && body.isCut()
                        ? body.reason().<Entry>map(reason -> new Entry.Refused(NEXT, "the next note", reason))
                        : item.map(read -> NoteEntry.of(BODY, read));
            }
            return ahead.isPresent();
        }

        @Override
        public boolean isReady() {
            return ahead.isPresent() || records.isReady();
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException("There is no further note.");
            }
            Entry entry = ahead.orElseThrow();
            ahead = Optional.empty();
            return entry;
        }
    }
}
