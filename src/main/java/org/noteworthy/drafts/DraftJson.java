package org.noteworthy.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drafts as JSON, the same on the disk of every system. */
final class DraftJson {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final ObjectMapper RECORDS = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new Times()))
            .build();

    private DraftJson() {}

    static byte[] write(Draft draft) throws IOException {
        return RECORDS.writeValueAsBytes(draft);
    }

    /** What {@link #write} has written; anything else fails. */
    static Draft read(byte[] json) throws IOException {
        try {
            Draft draft = RECORDS.readValue(json, Draft.class);
            if (draft == null) {
                throw new IOException("no draft");
            }
            checkWhole(draft);
            checkPlaces(draft);
            return draft;
        } catch (RuntimeException e) { // a field that is missing, or has a value that no draft has
            throw new IOException("no draft", e);
        }
    }

    /** Nothing is missing, at whatever depth, but what may be. */
    private static void checkWhole(Object read) throws IOException {
        if (read instanceof Collection<?> elements) {
            for (Object element : elements) {
                checkWhole(element);
            }
        } else if (read instanceof Record) {
            for (RecordComponent component : read.getClass().getRecordComponents()) {
                Object value = value(read, component);
                if (value != null) {
                    checkWhole(value);
                } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new IOException("no " + component.getName());
                }
            }
        }
    }

    private static @Nullable Object value(Object read, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(read);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record tells its fields", e);
        }
    }

    /** What is read was perhaps not written by us, and its names are those of files. */
    private static void checkPlaces(Draft draft) throws IOException {
        boolean known = draft.ofWaivers() || Day.isDay(draft.base().edition());
        for (Content content : List.of(draft.content(), draft.base().content())) {
            for (Map.Entry<String, String> file : content.files().entrySet()) {
                known &= isPlace(file.getKey()) && HASH.matcher(file.getValue()).matches();
            }
        }
        if (!known) {
            throw new IOException("names that lead elsewhere");
        }
    }

    private static boolean isPlace(String path) {
        return path.indexOf('\\') < 0
                && path.indexOf('\0') < 0
                && Stream.of(path.split("/", -1)).noneMatch(part -> part.isEmpty() || part.startsWith("."));
    }

    /** Reads times as ISO 8601 writes them. */
    private static final class Times extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Times() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(json.getText());
            } catch (DateTimeException e) {
                throw new IOException("no time", e);
            }
        }
    }
}
