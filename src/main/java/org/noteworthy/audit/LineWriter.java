package org.noteworthy.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.CrossViolation;
import org.noteworthy.checking.EngagementReport;
import org.noteworthy.checking.Report;
import org.noteworthy.checking.Result;
import org.noteworthy.checking.format.RecordJson;
import org.noteworthy.checking.format.ReportJson;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.Severity;

/**
 * Writes decisions as lines of JSON that lack their link only: what was judged, by what, for whom, and what came of it.
 *
 * <p>The note's hash is that of its normal form before anything is masked.
 */
final class LineWriter {
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final KeepNotes keep;
    private final Masking masking;
    private final String product;

    LineWriter(KeepNotes keep, Masking masking, String product) {
        this.keep = keep;
        this.masking = masking;
        this.product = product;
    }

    /** The decisions among these results; what could not be judged is none. */
    Portion write(Occasion occasion, List<Result> results) {
        Portion portion = new Portion(occasion.at().toEpochMilli());
        long decisions = results.stream().mapToLong(LineWriter::decisions).sum();
        if (decisions > 0) {
            try (JsonGenerator json = ReportJson.generator(portion.bytes())) {
                new Lines(portion, json, occasion, occasion.nanos() / decisions).write(results);
            } catch (IOException e) {
                throw new UncheckedIOException("Memory cannot be written to", e);
            }
        }
        return portion;
    }

    private static long decisions(Result result) {
        if (result instanceof Result.JudgedEngagement judged) {
            return judged.report().notes().size() + 1L;
        }
        return result instanceof Result.Judged ? 1 : 0;
    }

    /** The lines of one portion. */
    private final class Lines {
        private final Portion portion;
        private final JsonGenerator json;
        private final Occasion occasion;
        private final String time;
        private final long micros;
        private final Hashes hashes = new Hashes();
        private final Bytes scratch = new Bytes(1024);
        private final JsonGenerator record;
        private @Nullable Playbook playbook;

        Lines(Portion portion, JsonGenerator json, Occasion occasion, long nanosEach) throws IOException {
            this.portion = portion;
            this.json = json;
            this.occasion = occasion;
            time = occasion.at().truncatedTo(ChronoUnit.MILLIS).toString();
            micros = nanosEach / 1000;
            record = ReportJson.generator(scratch);
        }

        void write(List<Result> results) throws IOException {
            for (Result result : results) {
                if (result instanceof Result.Judged judged) {
                    note(judged.note(), judged.report());
                } else if (result instanceof Result.JudgedEngagement judged) {
                    List<NoteRecord> notes = judged.engagement().notes();
                    for (int i = 0; i < notes.size(); i++) {
                        note(notes.get(i), judged.report().notes().get(i));
                    }
                    engagement(judged.engagement(), judged.report());
                }
            }
        }

        private void note(NoteRecord note, Report report) throws IOException {
            Playbook judge = judge(report.playbook());
            UUID id = ids.construct(portion.at());
            begin(id, "note");
            scratch.reset();
            RecordJson.write(record, note);
            record.flush();
            json.writeStringField("record", hashes.of(scratch.array(), 0, scratch.size()));
            facet("role", Facet.ROLE, judge.parser().roleCode(note.role()));
            String noteType = judge.parser().noteTypeName(note.noteType());
            facet("noteType", Facet.NOTE_TYPE, noteType == null ? note.noteType() : noteType);

            Set<String> masked = new TreeSet<>();
            NoteRecord kept = masking.note(note, masked);
            Report told = masking.report(note, report, masked);
            facet("author", Facet.AUTHOR, kept.author());
            facet("engagement", Facet.ENGAGEMENT, kept.engagement());
            if (note.writtenOn() != null) {
                json.writeStringField("writtenOn", note.writtenOn().toString());
            }
            trace(Facet.NOTE, told.note());
            told.violations().forEach(violation -> traces(violation.rule(), violation.severity()));
            verdict(report.compliant(), report.playbook(), report.digest());
            caller(masked);
            json.writeFieldName("report");
            ReportJson.write(json, told);
            if (keeps(!report.violations().isEmpty())) {
                if (!masked.isEmpty()) {
                    scratch.reset();
                    RecordJson.write(record, kept);
                    record.flush();
                }
                raw("note");
            }
            end(id);
        }

        private void engagement(EngagementRecord engagement, EngagementReport report) throws IOException {
            judge(report.playbook());
            UUID id = ids.construct(portion.at());
            begin(id, "engagement");
            scratch.reset();
            RecordJson.write(record, engagement);
            record.flush();
            json.writeStringField("record", hashes.of(scratch.array(), 0, scratch.size()));
            Set<String> masked = new TreeSet<>();
            EngagementRecord kept = masking.engagement(engagement, masked);
            EngagementReport told = masking.report(report, masked);
            facet("engagement", Facet.ENGAGEMENT, kept.engagement());
            boolean compliant = true;
            for (CrossViolation violation : report.violations()) {
                compliant &= violation.severity() != Severity.ERROR;
                traces(violation.rule(), violation.severity());
            }
            verdict(compliant, report.playbook(), report.digest());
            caller(masked);
            json.writeFieldName("report");
            ReportJson.writeWithoutNotes(json, told);
            if (keeps(!report.violations().isEmpty())) {
                if (!masked.isEmpty()) {
                    scratch.reset();
                    RecordJson.write(record, kept);
                    record.flush();
                }
                raw("together");
            }
            end(id);
        }

        private Playbook judge(String version) {
            Playbook known = playbook;
            if (known == null || !known.edition().version().equals(version)) {
                known = occasion.library().named(version);
                playbook = known;
                portion.judgedBy(known);
            }
            return known;
        }

        private boolean keeps(boolean violated) {
            return keep == KeepNotes.ALL || keep == KeepNotes.VIOLATING && violated;
        }

        private void begin(UUID id, String kind) throws IOException {
            json.writeStartObject();
            json.writeStringField("id", id.toString());
            json.writeStringField("time", time);
            json.writeStringField("kind", kind);
            json.writeStringField("product", product);
            json.writeNumberField("micros", micros);
        }

        private void caller(Set<String> masked) throws IOException {
            String caller = masking.caller(occasion.caller(), masked);
            facet("caller", Facet.CALLER, caller);
            if (!masked.isEmpty()) {
                json.writeArrayFieldStart("masked");
                for (String name : masked) {
                    json.writeString(name);
                }
                json.writeEndArray();
            }
        }

        private void verdict(boolean compliant, String edition, String digest) throws IOException {
            facet("verdict", Facet.VERDICT, (compliant ? Verdict.COMPLIANT : Verdict.VIOLATING).word());
            trace(Facet.EDITION, edition);
            trace(Facet.DIGEST, digest);
        }

        private void facet(String field, Facet facet, @Nullable String value) throws IOException {
            ReportJson.text(json, field, value);
            if (value != null) {
                trace(facet, value);
            }
        }

        private void trace(Facet facet, String value) {
            portion.trace(facet, value);
        }

        private void traces(String rule, Severity severity) {
            trace(Facet.RULE, rule);
            trace(Facet.SEVERITY, severity.word());
        }

        /** The record as it stands in the scratch, byte for byte. */
        private void raw(String field) throws IOException {
            json.writeFieldName(field);
            json.writeRawValue("");
            json.flush();
            portion.bytes().append(scratch.array(), 0, scratch.size());
        }

        private void end(UUID id) throws IOException {
            json.writeEndObject();
            json.flush();
            portion.end(id);
        }
    }
}
