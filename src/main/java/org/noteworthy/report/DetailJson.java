package org.noteworthy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.RuleOutcome;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.Place;
import org.noteworthy.notes.Spot;
import org.noteworthy.notes.VisibleText;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.notes.vocabulary.Vocabulary;

/**
 * A report in full: with it {@code ruleOutcomes} (how each rule ended), {@code needs} (for each rule that needs a person
 * because fields are unknown, these fields) and {@code parsed} (the note as rules see it, every property of the vocabulary;
 * of a note with several blocks the first, with {@code further} for the others).
 */
public final class DetailJson {
    private DetailJson() {}

    /** Writes a judged note with all that was seen on the way, as one object. */
    public static void write(JsonGenerator json, Checked checked) throws IOException {
        json.writeStartObject();
        writeFields(json, checked);
        json.writeEndObject();
    }

    /** Writes the fields of a judged note into an object that the caller has begun, and may add to. */
    public static void writeFields(JsonGenerator json, Checked checked) throws IOException {
        ReportJson.writeFields(json, checked.report());
        Map<String, RuleOutcome> outcomes = checked.ruleOutcomes();
        json.writeObjectFieldStart("ruleOutcomes");
        for (Map.Entry<String, RuleOutcome> rule : outcomes.entrySet()) {
            ReportJson.text(json, rule.getKey(), rule.getValue().outcome().word());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("needs");
        for (Map.Entry<String, RuleOutcome> rule : outcomes.entrySet()) {
            if (!rule.getValue().missing().isEmpty()) {
                json.writeArrayFieldStart(rule.getKey());
                for (String field : rule.getValue().missing()) {
                    json.writeString(field);
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
        json.writeFieldName("parsed");
        writeFact(
                json, Note.class.getSimpleName(), checked.note(), checked.note().visible());
    }

    /** Writes the properties of a fact; what only tells a rule where to point is left out. */
    private static void writeFact(JsonGenerator json, String type, Object fact, VisibleText visible)
            throws IOException {
        json.writeStartObject();
        for (Vocabulary.Property property : Vocabulary.properties(type)) {
            Object value = property.read().apply(fact);
            boolean pointer = Vocabulary.properties(property.result()).isEmpty() && property.place();
            if (value != null
                    && !pointer
                    && !(fact instanceof Note && property.name().equals("text"))) {
                json.writeFieldName(property.name());
                writeValue(json, property.result(), value, visible);
            }
        }
        if (fact instanceof Note note) {
            writeFurther(json, type, note.further(), visible);
        } else if (fact instanceof Place place) {
            writePlace(json, place.spots(), visible);
        }
        json.writeEndObject();
    }

    private static void writeFurther(JsonGenerator json, String type, List<Note> blocks, VisibleText visible)
            throws IOException {
        if (!blocks.isEmpty()) {
            json.writeArrayFieldStart("further");
            for (Note block : blocks) {
                writeFact(json, type, block, visible);
            }
            json.writeEndArray();
        }
    }

    private static void writeValue(JsonGenerator json, String type, Object value, VisibleText visible)
            throws IOException {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof String text) {
            json.writeString(Characters.wellFormed(text));
        } else if (value instanceof List<?> texts) {
            json.writeStartArray();
            for (Object text : texts) {
                json.writeString(Characters.wellFormed(String.valueOf(text)));
            }
            json.writeEndArray();
        } else {
            writeFact(json, type, value, visible);
        }
    }

    private static void writePlace(JsonGenerator json, List<Spot> spots, VisibleText visible) throws IOException {
        @Nullable Spot spot = spots.isEmpty() ? null : visible.written(spots.get(0));
        if (spot != null && spot.end() > spot.start()) {
            json.writeNumberField("start", spot.start());
            json.writeNumberField("end", spot.end());
        }
    }
}
