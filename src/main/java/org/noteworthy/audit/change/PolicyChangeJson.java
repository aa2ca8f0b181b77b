package org.noteworthy.audit.change;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Json;
import org.noteworthy.report.ReportJson;

/** Changes of the policy as JSON. */
final class PolicyChangeJson {
    private PolicyChangeJson() {}

    /** Writes one as an object that begins with its id; the place in the chain is for others to write. */
    static void write(JsonGenerator json, PolicyChange change) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", change.id());
        json.writeStringField("time", change.time().toString());
        json.writeStringField("kind", change.kind().word());
        json.writeStringField("edition", change.edition());
        ReportJson.text(json, "fromDigest", change.fromDigest());
        ReportJson.text(json, "toDigest", change.toDigest());
        ReportJson.text(json, "draft", change.draft());
        write(json, change.by());
        json.writeStringField("reason", change.reason());
        json.writeArrayFieldStart("approvals");
        for (Approval approval : change.approvals()) {
            json.writeStartObject();
            write(json, approval.by());
            json.writeStringField("time", approval.time().toString());
            json.writeStringField("digest", approval.digest());
            ReportJson.text(json, "difference", approval.difference());
            write(json, approval.effect());
            json.writeEndObject();
        }
        json.writeEndArray();
        write(json, change.effect());
        write(json, "filesBefore", change.filesBefore());
        write(json, "files", change.files());
        json.writeStringField("product", change.product());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Identity by) throws IOException {
        json.writeObjectFieldStart("by");
        json.writeStringField("name", by.name());
        json.writeStringField("verified", by.verified());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, @Nullable Effect effect) throws IOException {
        if (effect != null) {
            json.writeObjectFieldStart("effect");
            json.writeStringField("sentence", effect.sentence());
            json.writeNumberField("notes", effect.notes());
            json.writeNumberField("outOf", effect.outOf());
            json.writeNumberField("newly", effect.newly());
            json.writeNumberField("noLonger", effect.noLonger());
            json.writeNumberField("still", effect.still());
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, String field, Map<String, String> files) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> file : files.entrySet()) {
            json.writeStringField(file.getKey(), file.getValue());
        }
        json.writeEndObject();
    }

    /** Reads a line of the audit log; fails for anything that is no change. */
    static PolicyChange read(byte[] line) throws IOException {
        try (JsonParser json = Json.FACTORY.createParser(line)) {
            json.nextToken();
            return change(new Fields(json));
        } catch (RuntimeException e) {
            throw new IOException("The line is no change of the policy", e);
        }
    }

    private static PolicyChange change(Fields fields) {
        return new PolicyChange(
                fields.text("id"),
                Instant.parse(fields.text("time")),
                ChangeKind.of(fields.text("kind")).orElseThrow(),
                fields.text("edition"),
                fields.textOrNone("fromDigest"),
                fields.textOrNone("toDigest"),
                fields.textOrNone("draft"),
                identity(fields.object("by")),
                fields.text("reason"),
                fields.objects("approvals").stream()
                        .map(PolicyChangeJson::approval)
                        .toList(),
                effect(fields),
                fields.object("filesBefore").texts(),
                fields.object("files").texts(),
                fields.text("product"));
    }

    private static Identity identity(Fields fields) {
        return new Identity(fields.text("name"), fields.text("verified"));
    }

    private static Approval approval(Fields fields) {
        return new Approval(
                identity(fields.object("by")),
                Instant.parse(fields.text("time")),
                fields.text("digest"),
                fields.textOrNone("difference"),
                effect(fields));
    }

    private static @Nullable Effect effect(Fields outer) {
        if (!outer.has("effect")) {
            return null;
        }
        Fields fields = outer.object("effect");
        return new Effect(
                fields.text("sentence"),
                fields.number("notes"),
                fields.number("outOf"),
                fields.number("newly"),
                fields.number("noLonger"),
                fields.number("still"));
    }

    /** The fields of an object: texts and numbers as text, objects, and lists of objects. */
    private static final class Fields {
        private final Map<String, Object> values = new HashMap<>();

        /** Reads the object at whose beginning the parser stands. */
        Fields(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken token = json.nextToken();
                if (token == JsonToken.START_OBJECT) {
                    values.put(field, new Fields(json));
                } else if (token == JsonToken.START_ARRAY) {
                    List<Fields> list = new ArrayList<>();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        list.add(new Fields(json));
                    }
                    values.put(field, list);
                } else {
                    values.put(field, json.getText());
                }
            }
        }

        boolean has(String field) {
            return values.containsKey(field);
        }

        String text(String field) {
            String text = textOrNone(field);
            if (text == null) {
                throw new IllegalArgumentException("There is no " + field);
            }
            return text;
        }

        @Nullable
        String textOrNone(String field) {
            return (String) values.get(field);
        }

        long number(String field) {
            return Long.parseLong(text(field));
        }

        Fields object(String field) {
            if (values.get(field) instanceof Fields fields) {
                return fields;
            }
            throw new IllegalArgumentException("There is no " + field);
        }

        List<Fields> objects(String field) {
            if (values.get(field) instanceof List<?> list) {
                return list.stream().map(Fields.class::cast).toList();
            }
            throw new IllegalArgumentException("There is no " + field);
        }

        SortedMap<String, String> texts() {
            SortedMap<String, String> texts = new TreeMap<>();
            values.keySet().forEach(field -> texts.put(field, text(field)));
            return texts;
        }
    }
}
