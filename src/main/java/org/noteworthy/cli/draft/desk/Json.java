package org.noteworthy.cli.draft.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.report.ReportJson;

/** What is said about drafts as JSON, with the names that the calls of the service have. */
public final class Json {
    private static final ObjectMapper RECORDS = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** A record, or a map, in JSON. */
    public static void write(Object value, JsonGenerator json) throws IOException {
        RECORDS.writeValue(json, value);
    }

    static byte[] bytes(Object value) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (JsonGenerator json = ReportJson.generator(out)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return out.toByteArray();
    }

    /** Reads what a service has answered; fails where anything of it is missing. */
    static <T extends Record> T read(byte[] json, Class<T> type) throws IOException {
        try {
            T read = RECORDS.readValue(json, type);
            checkWhole(read);
            return read;
        } catch (RuntimeException e) {
            throw new IOException("no answer of this kind", e);
        }
    }

    /** A field that says something, of an answer that may be anything. */
    static Optional<String> text(byte[] json, String field) {
        try {
            return Optional.ofNullable(RECORDS.readTree(json).path(field).textValue());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void checkWhole(@Nullable Object value) throws IOException {
        if (value instanceof Record read) {
            for (RecordComponent component : read.getClass().getRecordComponents()) {
                try {
                    Object part = component.getAccessor().invoke(read);
                    if (part != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                        checkWhole(part);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IOException("A record tells its fields", e);
                }
            }
        } else if (value instanceof Collection<?> all) {
            for (Object each : all) {
                checkWhole(each);
            }
        } else if (value instanceof Map<?, ?> map) {
            checkWhole(map.values());
        } else if (value == null) {
            throw new IOException("a field is missing");
        }
    }
}
