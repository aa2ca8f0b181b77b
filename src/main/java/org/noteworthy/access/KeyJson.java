package org.noteworthy.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file of keys as JSON. */
final class KeyJson {
    private static final JsonFactory JSON = new JsonFactory();

    private KeyJson() {}

    static byte[] written(List<ApiKey> keys) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("keys");
            for (ApiKey key : keys) {
                json.writeStartObject();
                json.writeStringField("id", key.id());
                json.writeStringField("name", key.name());
                json.writeArrayFieldStart("roles");
                for (Role role : key.roles()) {
                    json.writeString(role.word());
                }
                json.writeEndArray();
                json.writeStringField("hash", key.hash());
                json.writeStringField("created", key.created().toString());
                optional(json, "expires", key.expires());
                optional(json, "revoked", key.revoked());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return out.toByteArray();
    }

    private static void optional(JsonGenerator json, String name, @Nullable Instant time) throws IOException {
        if (time != null) {
            json.writeStringField(name, time.toString());
        }
    }

    /**
     * The keys of a file.
     *
     * @throws IOException if it is no such JSON
     * @throws AccessException if a key in it is none
     */
    static List<ApiKey> read(byte[] file) throws IOException {
        List<ApiKey> keys = new ArrayList<>();
        try (JsonParser json = JSON.createParser(file)) {
            expect(json, JsonToken.START_OBJECT);
            expect(json, JsonToken.FIELD_NAME);
            if (!json.currentName().equals("keys")) {
                throw new IOException("it has a field \"" + Shown.of(json.currentName()) + "\"");
            }
            expect(json, JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                keys.add(key(json));
            }
            expect(json, JsonToken.END_OBJECT);
        } catch (DateTimeException e) {
            throw new IOException("a time in it is none", e);
        }
        return keys;
    }

    private static ApiKey key(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("roles") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.VALUE_STRING) {
                    roles.add(Role.of(json.getText()));
                }
            } else if (value == JsonToken.VALUE_STRING) {
                texts.put(field, json.getText());
            } else {
                throw new IOException("the field \"" + Shown.of(field) + "\" of a key is no text");
            }
        }
        return new ApiKey(
                text(texts, "id"),
                text(texts, "name"),
                roles,
                text(texts, "hash"),
                Instant.parse(text(texts, "created")),
                time(texts.get("expires")),
                time(texts.get("revoked")));
    }

    private static String text(Map<String, String> texts, String field) throws IOException {
        String text = texts.get(field);
        if (text == null) {
            throw new IOException("a key in it has no " + field);
        }
        return text;
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException {
        if (json.nextToken() != token) {
            throw new IOException("it is not {\"keys\": [ … ]}");
        }
    }
}
