package org.noteworthy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Deployment;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.text.Characters;

/**
 * Records as JSON in one normal form: fields in the order of the documentation, what is unknown left out. The same record
 * gives the same bytes, however its caller wrote it, and can be read again as a note or an engagement.
 */
public final class RecordJson {
    private RecordJson() {}

    /** Writes a note, as one object. */
    public static void write(JsonGenerator json, NoteRecord note) throws IOException {
        json.writeStartObject();
        ReportJson.text(json, "id", note.id());
        longText(json, "text", note.text());
        ReportJson.text(json, "role", note.role());
        ReportJson.text(json, "noteType", note.noteType());
        ReportJson.text(json, "timeTask", note.timeTask());
        text(json, "writtenOn", note.writtenOn());
        ReportJson.text(json, "author", note.author());
        ReportJson.text(json, "engagement", note.engagement());
        ReportJson.text(json, "interaction", note.interaction());
        ReportJson.text(json, "activity", note.activity());
        if (note.covidAccelerated() != null) {
            json.writeBooleanField("covidAccelerated", note.covidAccelerated());
        }
        Deployment deployment = note.deployment();
        if (deployment != null) {
            json.writeStringField("deployment", deployment.name().toLowerCase(Locale.ROOT));
        }
        EntitlementStatus entitlement = note.entitlementStatus();
        if (entitlement != null) {
            json.writeObjectFieldStart("entitlementStatus");
            ReportJson.text(json, "l1", entitlement.l1());
            ReportJson.text(json, "l2", entitlement.l2());
            ReportJson.text(json, "l3", entitlement.l3());
            json.writeEndObject();
        }
        ReportJson.text(json, "language", note.language());
        json.writeEndObject();
    }

    /** Writes an engagement with its notes and interactions, as one object. */
    public static void write(JsonGenerator json, EngagementRecord engagement) throws IOException {
        json.writeStartObject();
        ReportJson.text(json, "engagement", engagement.engagement());
        json.writeArrayFieldStart("notes");
        for (NoteRecord note : engagement.notes()) {
            write(json, note);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("interactions");
        for (InteractionRecord interaction : engagement.interactions()) {
            json.writeStartObject();
            ReportJson.text(json, "id", interaction.id());
            text(json, "on", interaction.on());
            ReportJson.text(json, "role", interaction.role());
            ReportJson.text(json, "author", interaction.author());
            ReportJson.text(json, "activity", interaction.activity());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The same bytes as any text; encoded as a whole first, which takes a third of the time. */
    private static void longText(JsonGenerator json, String field, String value) throws IOException {
        byte[] utf8 = Characters.wellFormed(value).getBytes(StandardCharsets.UTF_8);
        json.writeFieldName(field);
        json.writeUTF8String(utf8, 0, utf8.length);
    }

    private static void text(JsonGenerator json, String field, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }
}
