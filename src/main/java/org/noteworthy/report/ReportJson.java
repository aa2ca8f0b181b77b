package org.noteworthy.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Outcomes;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.RecordKind;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.text.Characters;

/**
 * Reports as JSON: field names, order and presence that every caller can rely on.
 *
 * <p>The same report gives the same bytes everywhere, provided the generator comes from {@link #generator} or
 * {@link #prettyGenerator}. Half of a surrogate pair, which no UTF-8 can carry, becomes U+FFFD.
 */
public final class ReportJson {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .rootValueSeparator("")
            .build();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("")
                    .withRootSeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private ReportJson() {}

    /** A generator of UTF-8 on one line; closing it does not close {@code out}. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    /** A generator of UTF-8, indented for people; closing it does not close {@code out}. */
    public static JsonGenerator prettyGenerator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out).setPrettyPrinter(PRETTY.createInstance());
    }

    /** Writes what came of one entry, as one object. */
    public static void write(JsonGenerator json, Result result) throws IOException {
        if (result instanceof Result.Judged judged) {
            write(json, judged.report());
        } else if (result instanceof Result.JudgedEngagement judged) {
            write(json, judged.report());
        } else if (result instanceof Result.Unjudged unjudged) {
            writeUnjudged(json, unjudged.kind(), unjudged.id(), unjudged.problem());
        }
    }

    /** Writes the report of one note, as one object. */
    public static void write(JsonGenerator json, Report report) throws IOException {
        json.writeStartObject();
        writeFields(json, report);
        json.writeEndObject();
    }

    /** Writes the fields of a report into an object that the caller has begun, and may add to. */
    public static void writeFields(JsonGenerator json, Report report) throws IOException {
        text(json, "note", report.note());
        text(json, "playbook", report.playbook());
        text(json, "digest", report.digest());
        json.writeBooleanField("compliant", report.compliant());
        json.writeArrayFieldStart("violations");
        for (Violation violation : report.violations()) {
            write(json, violation);
        }
        json.writeEndArray();
        Outcomes outcomes = report.outcomes();
        json.writeObjectFieldStart("outcomes");
        json.writeNumberField("violated", outcomes.violated());
        json.writeNumberField("passed", outcomes.passed());
        json.writeNumberField("notApplicable", outcomes.notApplicable());
        json.writeNumberField("needsPerson", outcomes.needsPerson());
        json.writeEndObject();
        if (!report.assumed().isEmpty()) {
            json.writeObjectFieldStart("assumed");
            for (Map.Entry<String, String> field : new TreeMap<>(report.assumed())
                    .entrySet()) { // a map of its own order would not give the same bytes
                text(json, Characters.wellFormed(field.getKey()), field.getValue());
            }
            json.writeEndObject();
        }
        writeGaps(json, report.gaps());
    }

    /** Writes {@code failed} and {@code omitted}, where there is such a thing, into the object at hand. */
    public static void writeGaps(JsonGenerator json, Omissions gaps) throws IOException {
        if (!gaps.failed().isEmpty()) {
            json.writeArrayFieldStart("failed");
            for (FailedRule rule : gaps.failed()) {
                json.writeStartObject();
                text(json, "rule", rule.rule());
                text(json, "reason", rule.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (gaps.omitted() > 0) {
            json.writeNumberField("omitted", gaps.omitted());
        }
    }

    /** Writes one violation, as one object. */
    public static void write(JsonGenerator json, Violation violation) throws IOException {
        json.writeStartObject();
        text(json, "rule", violation.rule());
        text(json, "severity", violation.severity().word());
        text(json, "clause", violation.clause());
        text(json, "message", violation.message());
        text(json, "section", violation.section());
        json.writeNumberField("line", violation.line());
        json.writeNumberField("column", violation.column());
        json.writeNumberField("start", violation.start());
        json.writeNumberField("end", violation.end());
        writeInstead(json, violation);
        Fix fix = violation.fix();
        if (fix != null) {
            json.writeObjectFieldStart("fix");
            json.writeNumberField("start", fix.start());
            json.writeNumberField("end", fix.end());
            text(json, "text", fix.text());
            text(json, "kind", fix.kind().word());
            json.writeEndObject();
        }
        writeWaiver(json, violation.waiver());
        json.writeEndObject();
    }

    /** Writes {@code found}, {@code expected} and {@code nearest}, where they exist, into the object at hand. */
    static void writeInstead(JsonGenerator json, Violation violation) throws IOException {
        text(json, "found", violation.found());
        if (!violation.expected().isEmpty()) {
            json.writeArrayFieldStart("expected");
            for (String expected : violation.expected()) {
                json.writeString(Characters.wellFormed(expected));
            }
            json.writeEndArray();
        }
        text(json, "nearest", violation.nearest());
    }

    /** Writes the report of an engagement with the reports of its notes, as one object. */
    public static void write(JsonGenerator json, EngagementReport report) throws IOException {
        json.writeStartObject();
        writeEngagement(json, report);
        json.writeArrayFieldStart("notes");
        for (Report note : report.notes()) {
            write(json, note);
        }
        json.writeEndArray();
        writeAcross(json, report);
        json.writeEndObject();
    }

    /** Writes the report of an engagement without its notes, for forms that give these by themselves. */
    public static void writeWithoutNotes(JsonGenerator json, EngagementReport report) throws IOException {
        json.writeStartObject();
        writeEngagement(json, report);
        writeAcross(json, report);
        json.writeEndObject();
    }

    private static void writeEngagement(JsonGenerator json, EngagementReport report) throws IOException {
        text(json, "engagement", report.engagement());
        text(json, "playbook", report.playbook());
        text(json, "digest", report.digest());
    }

    private static void writeAcross(JsonGenerator json, EngagementReport report) throws IOException {
        json.writeArrayFieldStart("violations");
        for (CrossViolation violation : report.violations()) {
            write(json, violation);
        }
        json.writeEndArray();
        writeGaps(json, report.gaps());
    }

    /** Writes one cross-note violation, as one object. */
    public static void write(JsonGenerator json, CrossViolation violation) throws IOException {
        json.writeStartObject();
        text(json, "rule", violation.rule());
        text(json, "severity", violation.severity().word());
        text(json, "clause", violation.clause());
        text(json, "message", violation.message());
        text(json, "note", violation.note());
        text(json, "interaction", violation.interaction());
        writeWaiver(json, violation.waiver());
        json.writeEndObject();
    }

    private static void writeWaiver(JsonGenerator json, @Nullable AppliedWaiver waiver) throws IOException {
        if (waiver != null) {
            json.writeObjectFieldStart("waiver");
            writeFields(json, waiver);
            json.writeEndObject();
        }
    }

    /** Writes what is told of a waiver into the object at hand. */
    static void writeFields(JsonGenerator json, AppliedWaiver waiver) throws IOException {
        text(json, "justification", waiver.justification());
        text(json, "owner", waiver.owner());
        json.writeStringField("until", waiver.until().toString());
    }

    /** Writes what stands in the place of a report that could not be made: kind and id of the entry, and the problem. */
    public static void writeUnjudged(JsonGenerator json, RecordKind kind, String id, Problem problem)
            throws IOException {
        json.writeStartObject();
        text(json, kind.word(), id);
        json.writeFieldName("error");
        write(json, problem);
        json.writeEndObject();
    }

    /** Writes a problem as RFC 9457 has it, as one object; {@code errors} only where fields are wrong. */
    public static void write(JsonGenerator json, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "about:blank");
        text(json, "title", problem.title());
        json.writeNumberField("status", problem.status());
        text(json, "detail", problem.detail());
        writeErrors(json, problem);
        json.writeEndObject();
    }

    /** Writes the field {@code errors} into the object at hand, where fields are wrong. */
    static void writeErrors(JsonGenerator json, Problem problem) throws IOException {
        if (problem.errors().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("errors");
        for (Problem.FieldError error : problem.errors()) {
            json.writeStartObject();
            text(json, "pointer", error.pointer());
            text(json, "detail", error.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes a field whose name is one of ours, unless its value is null. */
    public static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, Characters.wellFormed(value));
        }
    }
}
