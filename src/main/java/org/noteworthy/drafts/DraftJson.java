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
import java.time.DateTimeException;
import java.time.Instant;

/** Drafts as JSON, the same on the disk of every system. */
final class DraftJson {
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
            return RECORDS.readValue(json, Draft.class);
        } catch (RuntimeException e) { // a field that is missing, or has a value that no draft has
            throw new IOException("no draft", e);
        }
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
