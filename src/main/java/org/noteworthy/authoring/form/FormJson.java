package org.noteworthy.authoring.form;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.noteworthy.authoring.form.FormCondition.Group;
import org.noteworthy.authoring.form.FormCondition.Row;

/** Forms as JSON. */
public final class FormJson {
    private FormJson() {}

    /** A form with its text, as one object; {@code words} tell when the rule is violated. */
    public static void write(JsonGenerator json, WrittenForm written, List<String> words) throws IOException {
        json.writeStartObject();
        all(json, written, words);
        json.writeEndObject();
    }

    /** A text that was read, in the same way. */
    public static void write(JsonGenerator json, Forms.Reading reading, List<String> words) throws IOException {
        json.writeStartObject();
        all(json, reading.written(), words);
        json.writeNumberField("relaidLine", reading.relaidLine());
        json.writeEndObject();
    }

    private static void all(JsonGenerator json, WrittenForm written, List<String> words) throws IOException {
        json.writeFieldName("form");
        form(json, written.form());
        json.writeStringField("text", written.text());
        json.writeArrayFieldStart("places");
        for (WrittenForm.Place place : written.places()) {
            json.writeStartObject();
            json.writeStringField("field", place.pointer());
            json.writeNumberField("start", place.start());
            json.writeNumberField("end", place.end());
            json.writeNumberField("line", place.line());
            json.writeNumberField("column", place.column());
            json.writeNumberField("endLine", place.endLine());
            json.writeNumberField("endColumn", place.endColumn());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("problems");
        for (WrittenForm.Problem problem : written.problems()) {
            json.writeStartObject();
            json.writeStringField("field", problem.pointer());
            json.writeNumberField("line", problem.line());
            json.writeNumberField("column", problem.column());
            json.writeStringField("message", problem.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "words", words);
    }

    private static void form(JsonGenerator json, RuleForm form) throws IOException {
        json.writeStartObject();
        texts(json, "comment", form.comment());
        json.writeStringField("name", form.name());
        json.writeStringField("severity", form.severity());
        json.writeStringField("clause", form.clause());
        texts(json, "roles", form.roles());
        texts(json, "noteTypes", form.noteTypes());
        texts(json, "needs", form.needs());
        json.writeBooleanField("enabled", form.enabled());
        json.writeArrayFieldStart("facts");
        for (FormFact fact : form.facts()) {
            json.writeStartObject();
            json.writeStringField("quantity", fact.quantity().word());
            json.writeStringField("name", fact.name());
            json.writeStringField("fact", fact.fact());
            conditions(json, "conditions", fact.conditions());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("report");
        json.writeStringField("place", form.report().place());
        json.writeArrayFieldStart("message");
        for (FormReport.Part part : form.report().message()) {
            json.writeStartObject();
            json.writeStringField("kind", part.placeholder() ? "placeholder" : "text");
            json.writeStringField("written", part.written());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void conditions(JsonGenerator json, String field, List<FormCondition> conditions)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (FormCondition condition : conditions) {
            json.writeStartObject();
            if (condition instanceof Group group) {
                json.writeStringField("join", group.join().word());
                conditions(json, "parts", group.parts());
                json.writeBooleanField("negated", group.negated());
            } else {
                row(json, (Row) condition);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void row(JsonGenerator json, Row row) throws IOException {
        json.writeStringField("property", row.property());
        json.writeStringField("comparison", row.comparison());
        json.writeArrayFieldStart("values");
        for (FormValue value : row.values()) {
            json.writeStartObject();
            json.writeStringField("kind", value.kind().word());
            json.writeStringField("written", value.written());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("negated", row.negated());
    }

    private static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
