package org.noteworthy.authoring.drift;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.noteworthy.authoring.drift.PageChange.TouchedClause;

/** How a copy of the page stands to an edition, as JSON. */
public final class DriftJson {
    private DriftJson() {}

    /** Writes what needs a look as one object, or every paragraph with its hash. */
    public static void write(JsonGenerator json, String page, Drift drift, boolean hashes) throws IOException {
        json.writeStartObject();
        json.writeStringField("page", page);
        json.writeStringField("playbook", drift.edition().version());
        json.writeStringField("digest", drift.edition().digest());
        if (hashes) {
            writeParagraphs(json, drift);
        } else {
            json.writeNumberField("paragraphs", drift.paragraphs().size());
            json.writeNumberField("known", drift.known());
            json.writeArrayFieldStart("findings");
            for (PageChange change : drift.changes()) {
                write(json, change);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeParagraphs(JsonGenerator json, Drift drift) throws IOException {
        Map<String, List<String>> standing = Drift.standing(drift.edition());
        json.writeArrayFieldStart("paragraphs");
        for (SourceParagraph paragraph : drift.paragraphs()) {
            json.writeStartObject();
            writeFields(json, paragraph);
            texts(json, "clauses", standing.getOrDefault(paragraph.hash(), List.of()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, PageChange change) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", change.kind().word());
        json.writeArrayFieldStart("clauses");
        for (TouchedClause clause : change.touched()) {
            json.writeStartObject();
            json.writeStringField("id", clause.id());
            json.writeBooleanField("left", clause.left());
            texts(json, "rules", clause.rules());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "gone", change.gone());
        json.writeArrayFieldStart("now");
        for (SourceParagraph paragraph : change.now()) {
            json.writeStartObject();
            writeFields(json, paragraph);
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "after", change.after());
        texts(json, "before", change.before());
        json.writeEndObject();
    }

    private static void writeFields(JsonGenerator json, SourceParagraph paragraph) throws IOException {
        json.writeNumberField("line", paragraph.line());
        json.writeStringField("hash", paragraph.hash());
        json.writeStringField("text", paragraph.text());
    }

    private static void texts(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
