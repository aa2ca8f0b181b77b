package org.noteworthy.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.noteworthy.checking.Entries;
import org.noteworthy.checking.Entry;
import org.noteworthy.checking.Pipeline;
import org.noteworthy.checking.Result;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.format.ReportJson;
import org.noteworthy.checking.intake.DecodedReader;
import org.noteworthy.checking.intake.JsonArrayStream;
import org.noteworthy.checking.intake.NdjsonStream;
import org.noteworthy.checking.intake.NoteEntry;
import org.noteworthy.checking.intake.RecordStream;

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

    private final Desk desk;
    private final Figures figures;
    private final Semaphore room;
    private final int most;

    Batches(Desk desk, Figures figures, Settings settings) {
        this.desk = desk;
        this.figures = figures;
        most = settings.limits().batches();
        room = new Semaphore(most);
        figures.watch(this);
    }

    /** How many batches are under way. */
    int underWay() {
        return most - room.availablePermits();
    }

    /** The reports for a body that is NDJSON, or an array of notes. */
    StreamingOutput open(InputStream body, boolean array, Reviewer reviewer) {
        return out -> {
            if (!room.tryAcquire()) {
                throw ProblemException.of(
                        503,
                        "Too many batches",
                        most + " batches are under way, the most at once. Try again in a moment.");
            }
            try {
                new Batch(reviewer, array, out).run(stream(body, array));
            } finally {
                room.release();
            }
        };
    }

    private RecordStream stream(InputStream body, boolean array) throws IOException {
        DecodedReader reader = new DecodedReader(body, null);
        return array ? array(new BufferedReader(reader)) : new NdjsonStream(desk.records(), reader);
    }

    private RecordStream array(BufferedReader reader) throws IOException {
        int character;
        do {
            reader.mark(1);
            character = reader.read();
        } while (Character.isWhitespace(character));
        if (character != '[') {
            throw ProblemException.of(
                    character < 0 ? 400 : 422,
                    "No array",
                    "A batch in application/json is an array of notes: [{\"text\": \"…\"}, …]. Send one note to /v1/check, an"
                            + " engagement to /v1/check/engagement, and one note a line as application/x-ndjson.");
        }
        reader.reset();
        return new JsonArrayStream(desk.records(), reader);
    }

    /** One batch on its way from its body to its answer. */
    private final class Batch {
        private final Reviewer reviewer;
        private final boolean array;
        private final OutputStream out;
        private boolean any;

        Batch(Reviewer reviewer, boolean array, OutputStream out) {
            this.reviewer = reviewer;
            this.array = array;
            this.out = out;
        }

        void run(RecordStream records) throws IOException {
            try {
                if (array) {
                    out.write('[');
                }
                new Pipeline<>(desk.workers(), this::judge, this::answer).run(new Notes(records));
                if (array) {
                    out.write(']');
                }
            } catch (UncheckedIOException e) {
                LOG.debugf(e, "A batch ended early: its sender or its reader is gone");
                throw e.getCause();
            }
        }

        /** The reports of some notes, one a line or, in an array, each before a comma. */
        private byte[] judge(List<Entry> entries) {
            long began = System.nanoTime();
            List<Result> results = reviewer.review(entries);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() * 512);
            try (JsonGenerator json = ReportJson.generator(bytes)) {
                for (Result result : results) {
                    ReportJson.write(json, result);
                    json.writeRaw(array ? ',' : '\n');
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Memory cannot be written to", e);
            }
            figures.checkedAll("batch", results, System.nanoTime() - began);
            return bytes.toByteArray();
        }

        private void answer(byte[] reports) {
            try {
                if (array && any) {
                    out.write(',');
                }
                any = true;
                out.write(reports, 0, array ? reports.length - 1 : reports.length);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The records of a body as entries. */
    private static final class Notes implements Entries {
        private final RecordStream records;
        private Optional<RecordStream.Item> ahead = Optional.empty();

        Notes(RecordStream records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            if (ahead.isEmpty()) {
                ahead = records.next();
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
            RecordStream.Item item = ahead.orElseThrow();
            ahead = Optional.empty();
            return NoteEntry.of("the body", item);
        }
    }
}
