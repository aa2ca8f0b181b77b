package org.noteworthy.audit.log;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Bytes;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Json;
import org.noteworthy.audit.KeepNotes;
import org.noteworthy.audit.Masker;
import org.noteworthy.audit.Masking;
import org.noteworthy.audit.Verdict;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.report.RecordJson;
import org.noteworthy.report.ReportJson;

/**
 * Writes decisions as lines of JSON that lack their link only: what was judged, by what, for whom, and what came of it.
 *
 * <p>The note's hash is that of its normal form before anything is masked.
 */
final class LineWriter {
    /** About how many bytes a line has. */
    private static final int EACH = 1800;

    /** Tools whose bytes have grown over that are not kept for the next portion. */
    private static final int LARGEST_KEPT = 1 << 20;

    private static final byte[] NOTE = ",\"note\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TOGETHER = ",\"together\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REPORT = ",\"report\":".getBytes(StandardCharsets.US_ASCII);

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final KeepNotes keep;
    private final Masking masking;
    private final String product;
    private final Queue<Tools> spare = new ConcurrentLinkedQueue<>();

    LineWriter(KeepNotes keep, Masking masking, String product) {
        this.keep = keep;
        this.masking = masking;
        this.product = ",\"product\":" + Json.quoted(product) + ",\"micros\":";
    }

    /** The decisions among these results; what could not be judged is none. */
    PendingBatch write(CallContext context, List<Result> results, @Nullable AnsweredReports reports) {
        int decisions = 0;
        for (Result result : results) {
            decisions += decisions(result);
        }
        if (decisions == 0) {
            return new PendingBatch(context.at().toEpochMilli());
        }
        Tools tools = spare.poll();
        if (tools == null) {
            tools = new Tools();
        }
        PendingBatch batch;
        try {
            batch = new Lines(tools, context, context.nanos() / decisions, reports).write(results);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        if (tools.areSmall()) {
            spare.add(tools);
        }
        return batch;
    }

    private static int decisions(Result result) {
        if (result instanceof Result.JudgedEngagement judged) {
            return judged.report().notes().size() + 1;
        }
        return result instanceof Result.Judged ? 1 : 0;
    }

    /** What a portion is written with; the next takes it over, since it costs as much to make as a line. */
    private static final class Tools {
        private final Bytes lines = new Bytes(EACH);
        private final JsonGenerator json;
        private final Bytes scratch = new Bytes(EACH);
        private final JsonGenerator scratchJson;
        private final Hashes hashes = new Hashes();

        Tools() {
            try {
                json = ReportJson.generator(lines);
                scratchJson = ReportJson.generator(scratch);
            } catch (IOException e) {
                throw new UncheckedIOException("Memory cannot be written to", e);
            }
        }

        boolean areSmall() {
            return lines.array().length <= LARGEST_KEPT && scratch.array().length <= LARGEST_KEPT;
        }
    }

    /** The lines of one portion. */
    private final class Lines {
        private final PendingBatch batch;
        private final Bytes lines;
        private final JsonGenerator json;
        private final CallContext context;
        private final @Nullable AnsweredReports reports;
        private final byte[] circumstances;
        private final Hashes hashes;
        private final Bytes scratch;
        private final JsonGenerator scratchJson;
        private @Nullable Playbook playbook;

        Lines(Tools tools, CallContext context, long nanosEach, @Nullable AnsweredReports reports) {
            this.context = context;
            this.reports = reports;
            lines = tools.lines;
            json = tools.json;
            scratch = tools.scratch;
            scratchJson = tools.scratchJson;
            hashes = tools.hashes;
            lines.reset();
            batch = new PendingBatch(context.at().toEpochMilli());
            circumstances = (",\"time\":\"" + context.at().truncatedTo(ChronoUnit.MILLIS) + '"' + product
                            + nanosEach / 1000)
                    .getBytes(StandardCharsets.UTF_8);
        }

        PendingBatch write(List<Result> results) throws IOException {
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i) instanceof Result.Judged judged) {
                    Masker masker = Masker.of(masking, judged.note(), context.caller());
                    note(judged.note(), judged.report(), i, masker.knowing(context.identity()));
                } else if (results.get(i) instanceof Result.JudgedEngagement judged) {
                    Masker masker = Masker.of(masking, judged.engagement(), context.caller())
                            .knowing(context.identity());
                    List<NoteRecord> notes = judged.engagement().notes();
                    for (int j = 0; j < notes.size(); j++) {
                        note(notes.get(j), judged.report().notes().get(j), -1, masker.next());
                    }
                    engagement(judged.engagement(), judged.report(), masker.next());
                }
            }
            batch.take(lines);
            return batch;
        }

        /** {@code answered} is the result whose report was answered already, -1 if there is none such. */
        private void note(NoteRecord note, Report report, int answered, Masker masker) throws IOException {
            Playbook judge = judge(report.playbook());
            UUID id = begin("note");
            record(note);
            json.writeStringField("record", hashes.of(scratch.array(), 0, scratch.size()));

            NoteRecord kept = masker.note(note);
            Report told = masker.report(report);
            field("role", DecisionField.ROLE, judge.parser().roleCode(kept.role()));
            String noteType = judge.parser().noteTypeName(kept.noteType());
            field("noteType", DecisionField.NOTE_TYPE, noteType == null ? kept.noteType() : noteType);
            field("author", DecisionField.AUTHOR, kept.author());
            field("engagement", DecisionField.ENGAGEMENT, kept.engagement());
            if (note.writtenOn() != null) {
                json.writeStringField("writtenOn", note.writtenOn().toString());
            }
            batch.trace(DecisionField.NOTE, told.note());
            told.violations().forEach(violation -> traces(violation.rule(), violation.severity()));
            verdict(
                    Verdict.of(
                            report.violations().stream()
                                    .filter(violation -> !violation.waived())
                                    .map(Violation::severity),
                            report.gaps()),
                    report.playbook(),
                    report.digest());
            int waived = 0;
            for (Violation violation : report.violations()) {
                waived += violation.waived() ? 1 : 0;
            }
            waived(waived);
            caller(masker);
            json.flush();
            boolean keeps = keeps(!report.violations().isEmpty());
            if (keeps) {
                if (!masker.masked().isEmpty()) {
                    record(kept);
                }
                lines.append(NOTE);
                lines.append(scratch.array(), 0, scratch.size());
            }
            lines.append(REPORT);
            if (reports == null || answered < 0 || !masker.masked().isEmpty()) {
                scratch.reset();
                ReportJson.write(scratchJson, told);
                scratchJson.flush();
                lines.append(scratch.array(), 0, scratch.size());
            } else {
                lines.append(reports.bytes(), reports.start(answered), reports.end(answered));
            }
            end(id);
        }

        private void record(NoteRecord note) throws IOException {
            scratch.reset();
            RecordJson.write(scratchJson, note);
            scratchJson.flush();
        }

        private void record(EngagementRecord engagement) throws IOException {
            scratch.reset();
            RecordJson.write(scratchJson, engagement);
            scratchJson.flush();
        }

        private void engagement(EngagementRecord engagement, EngagementReport report, Masker masker)
                throws IOException {
            judge(report.playbook());
            UUID id = begin("engagement");
            record(engagement);
            json.writeStringField("record", hashes.of(scratch.array(), 0, scratch.size()));
            EngagementRecord kept = masker.engagement(engagement);
            EngagementReport told = masker.report(report);
            field("engagement", DecisionField.ENGAGEMENT, kept.engagement());
            report.violations().forEach(violation -> traces(violation.rule(), violation.severity()));
            verdict(
                    Verdict.of(
                            report.violations().stream()
                                    .filter(violation -> !violation.waived())
                                    .map(CrossViolation::severity),
                            report.gaps()),
                    report.playbook(),
                    report.digest());
            int waived = 0;
            for (CrossViolation violation : report.violations()) {
                waived += violation.waived() ? 1 : 0;
            }
            waived(waived);
            caller(masker);
            json.flush();
            if (keeps(!report.violations().isEmpty())) {
                if (!masker.masked().isEmpty()) {
                    record(kept);
                }
                lines.append(TOGETHER);
                lines.append(scratch.array(), 0, scratch.size());
            }
            lines.append(REPORT);
            scratch.reset();
            ReportJson.writeWithoutNotes(scratchJson, told);
            scratchJson.flush();
            lines.append(scratch.array(), 0, scratch.size());
            end(id);
        }

        private Playbook judge(String version) {
            Playbook known = playbook;
            if (known == null || !known.edition().version().equals(version)) {
                known = context.library().named(version);
                playbook = known;
                batch.judgedBy(known);
            }
            return known;
        }

        private boolean keeps(boolean violated) {
            return keep == KeepNotes.ALL || keep == KeepNotes.VIOLATING && violated;
        }

        /** Begins a line; what is the same in all of them is not written anew. */
        private UUID begin(String kind) throws IOException {
            UUID id = ids.construct(batch.at());
            json.writeStartObject();
            json.writeStringField("id", id.toString());
            json.flush();
            lines.append(circumstances);
            json.writeStringField("kind", kind);
            return id;
        }

        private void caller(Masker masker) throws IOException {
            field("caller", DecisionField.CALLER, masker.caller(context.caller()));
            field("identity", DecisionField.IDENTITY, masker.identity(context.identity()));
            if (!masker.masked().isEmpty()) {
                json.writeArrayFieldStart("masked");
                for (String name : masker.masked()) {
                    json.writeString(name);
                }
                json.writeEndArray();
            }
        }

        private void verdict(Verdict verdict, String edition, String digest) throws IOException {
            field("verdict", DecisionField.VERDICT, verdict.word());
            batch.trace(DecisionField.EDITION, edition);
            batch.trace(DecisionField.DIGEST, digest);
        }

        private void waived(int count) throws IOException {
            if (count > 0) {
                json.writeNumberField("waived", count);
                batch.trace(DecisionField.WAIVED, DecisionField.YES);
            }
        }

        private void field(String name, DecisionField field, @Nullable String value) throws IOException {
            ReportJson.text(json, name, value);
            if (value != null) {
                batch.trace(field, value);
            }
        }

        private void traces(String rule, Severity severity) {
            batch.trace(DecisionField.RULE, rule);
            batch.trace(DecisionField.SEVERITY, severity.word());
        }

        private void end(UUID id) throws IOException {
            json.writeEndObject();
            json.flush();
            batch.end(id, lines.size());
        }
    }
}
