package org.noteworthy.api;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.noteworthy.checking.Problem;
import org.noteworthy.checking.format.ReportJson;

/** Answers in JSON, written field by field so that the same answer has the same bytes. */
final class Answers {
    static final String PROBLEM = "application/problem+json";

    private Answers() {}

    /** Writes an answer. */
    @FunctionalInterface
    interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    static byte[] bytes(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = ReportJson.generator(out)) {
            writer.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return out.toByteArray();
    }

    /** An answer as asked for. */
    static Response ok(Writer writer) {
        return Response.ok(bytes(writer), MediaType.APPLICATION_JSON_TYPE).build();
    }

    static byte[] bytes(Problem problem) {
        return bytes(json -> ReportJson.write(json, problem));
    }

    /** An answer that says what is wrong. */
    static Response problem(Problem problem) {
        return Response.status(problem.status())
                .type(PROBLEM)
                .entity(bytes(problem))
                .build();
    }
}
