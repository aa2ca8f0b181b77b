package org.noteworthy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.RecordKind;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.edition.Severity;

/**
 * SARIF 2.1.0: one run with a result for each violation, and a notification for each entry that could not be judged and
 * each rule that failed on an entry. Where waivers count, each result says what suppresses it, if anything does: readers
 * take it that all of them do or none.
 *
 * <p>Results are written as they come, and what they refer to after them: {@link SarifCatalogue}. Where things are is
 * told by {@link SarifPlaces}. Edition and digest stand with each result, with each taxonomy, and for the whole run in
 * its {@code properties}.
 */
public final class SarifFormat implements NoteByNoteFormat {
    public static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final OutputStream out;
    private final JsonGenerator json;
    private final String productVersion;
    private final SarifCatalogue catalogue;
    private final boolean waivers;
    private @Nullable Notifications notifications;
    private boolean failed;

    SarifFormat(OutputStream out, FormatOptions options) throws IOException {
        this.out = out;
        this.json = ReportJson.prettyGenerator(out);
        this.productVersion = options.productVersion();
        this.catalogue = new SarifCatalogue(options.editions());
        this.waivers = options.waivers();
    }

    /** Notifications wait until the results are over. */
    private record Notifications(Spool spool, JsonGenerator json) {
        static Notifications begin() throws IOException {
            Spool spool = new Spool();
            return new Notifications(spool, ReportJson.generator(spool.out()));
        }
    }

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("newlineSequences");
        for (String newline : new String[] {"\r\n", "\n", "\r"}) {
            json.writeString(newline);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("results");
    }

    @Override
    public void add(Origin origin, NoteRecord note, Report report) throws IOException {
        catalogue.use(report.playbook());
        for (Violation violation : report.violations()) {
            beginResult(violation.rule(), violation.severity(), violation.message());
            SarifPlaces.write(json, origin, report.note(), note.text(), violation);
            writeFingerprint(violation.rule(), report.note(), violation.section(), violation.found());
            SarifPlaces.writeFix(json, origin, note.text(), violation);
            writeSuppressions(violation.waiver());
            writeTaxa(report.playbook(), violation.clause());
            beginProperties(report.playbook(), report.digest(), report.note());
            ReportJson.text(json, "section", violation.section());
            ReportJson.writeInstead(json, violation);
            endResult();
        }
        for (Remark remark : Remark.of(report.gaps())) {
            notify(origin, "note", report.note(), report.playbook(), remark);
        }
    }

    @Override
    public void addAcross(Origin origin, EngagementReport report) throws IOException {
        catalogue.use(report.playbook());
        for (CrossViolation violation : report.violations()) {
            boolean ofNote = violation.note() != null;
            beginResult(violation.rule(), violation.severity(), violation.message());
            SarifPlaces.writeEntry(
                    json, origin, ofNote ? "note" : "interaction", ofNote ? violation.note() : violation.interaction());
            writeFingerprint(violation.rule(), report.engagement(), violation.note(), violation.interaction());
            writeSuppressions(violation.waiver());
            writeTaxa(report.playbook(), violation.clause());
            beginProperties(report.playbook(), report.digest(), violation.note());
            ReportJson.text(json, "engagement", report.engagement());
            ReportJson.text(json, "interaction", violation.interaction());
            endResult();
        }
        for (Remark remark : Remark.of(report.gaps())) {
            notify(origin, "engagement", report.engagement(), report.playbook(), remark);
        }
    }

    private void notify(Origin origin, String kind, String name, String playbook, Remark remark) throws IOException {
        JsonGenerator notification = beginNotification(remark.rule() != null);
        SarifPlaces.writeEntry(notification, origin, kind, name);
        SarifCatalogue.writeMessage(notification, "message", remark.sentence());
        notification.writeStringField("level", remark.rule() == null ? "warning" : "error");
        if (remark.rule() != null) {
            notification.writeObjectFieldStart("associatedRule");
            ReportJson.text(notification, "id", remark.rule());
            notification.writeNumberField("index", catalogue.ruleIndex(remark.rule()));
            notification.writeEndObject();
        }
        notification.writeObjectFieldStart("properties");
        ReportJson.text(notification, "playbook", playbook);
        notification.writeEndObject();
        notification.writeEndObject();
    }

    private void beginResult(String rule, Severity severity, String message) throws IOException {
        json.writeStartObject();
        ReportJson.text(json, "ruleId", rule);
        json.writeNumberField("ruleIndex", catalogue.ruleIndex(rule));
        json.writeStringField("level", SarifCatalogue.level(severity));
        SarifCatalogue.writeMessage(json, "message", message);
    }

    /** A finding is the same as long as rule, note, section and words are, wherever they move. */
    private void writeFingerprint(@Nullable String... parts) throws IOException {
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("noteworthyFinding/v1", Fingerprint.of(parts));
        json.writeEndObject();
    }

    private void writeSuppressions(@Nullable AppliedWaiver waiver) throws IOException {
        if (waiver == null && !waivers) {
            return;
        }
        json.writeArrayFieldStart("suppressions");
        if (waiver != null) {
            json.writeStartObject();
            json.writeStringField("kind", "external");
            json.writeStringField("status", "accepted");
            ReportJson.text(json, "justification", waiver.justification());
            json.writeObjectFieldStart("properties");
            ReportJson.text(json, "owner", waiver.owner());
            json.writeStringField("until", waiver.until().toString());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeTaxa(String playbook, String clause) throws IOException {
        json.writeArrayFieldStart("taxa");
        catalogue.writeClause(json, playbook, clause);
        json.writeEndArray();
    }

    private void beginProperties(String playbook, String digest, @Nullable String note) throws IOException {
        json.writeObjectFieldStart("properties");
        ReportJson.text(json, "playbook", playbook);
        ReportJson.text(json, "digest", digest);
        ReportJson.text(json, "note", note);
    }

    private void endResult() throws IOException {
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public void addUnjudged(Result.Unjudged unjudged) throws IOException {
        Problem problem = unjudged.problem();
        JsonGenerator notification = beginNotification(true);
        boolean ofInput = unjudged.kind() == RecordKind.INPUT;
        SarifPlaces.writeEntry(notification, unjudged.origin(), unjudged.kind().word(), ofInput ? null : unjudged.id());
        StringBuilder message = new StringBuilder(problem.detail());
        problem.errors()
                .forEach(error -> message.append('\n')
                        .append(error.pointer())
                        .append(": ")
                        .append(error.detail()));
        SarifCatalogue.writeMessage(notification, "message", message.toString());
        notification.writeStringField("level", "error");
        notification.writeObjectFieldStart("properties");
        ReportJson.text(notification, "title", problem.title());
        notification.writeNumberField("status", problem.status());
        ReportJson.writeErrors(notification, problem);
        notification.writeEndObject();
        notification.writeEndObject();
    }

    private JsonGenerator beginNotification(boolean failure) throws IOException {
        failed |= failure;
        Notifications waiting = notifications;
        if (waiting == null) {
            waiting = Notifications.begin();
            notifications = waiting;
        } else {
            waiting.json().writeRaw(",\n");
        }
        waiting.json().writeStartObject();
        return waiting.json();
    }

    @Override
    public void end(Tally tally) throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", !failed);
        writeNotifications();
        json.writeEndObject();
        json.writeEndArray();
        catalogue.writeTool(json, productVersion);
        catalogue.writeTaxonomies(json);
        json.writeObjectFieldStart("properties");
        catalogue.writeProvenance(json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private void writeNotifications() throws IOException {
        if (notifications == null) {
            return;
        }
        notifications.json().flush();
        json.writeFieldName("toolExecutionNotifications");
        json.writeRawValue("[\n");
        json.flush();
        notifications.spool().drainTo(out);
        out.write("]".getBytes(StandardCharsets.US_ASCII));
    }
}
