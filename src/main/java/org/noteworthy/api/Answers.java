package org.noteworthy.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.report.ReportJson;

/** Answers in JSON, fields in one order so that the same answer has the same bytes. */
public final class Answers {
    static final String PROBLEM = "application/problem+json";

    /** Seconds after which a call may be worth trying again that could not be answered at the moment. */
    static final int RETRY_AFTER = 2;

    /** The status of a call that could not be answered at the moment. */
    static final int BUSY = 503;

    /** Writes records: absent where null, and times as they are written. */
    private static final ObjectMapper RECORDS = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance))
            .build();

    private Answers() {}

    /** Writes an answer. */
    @FunctionalInterface
    public interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    /** What is written, as JSON. */
    public static byte[] bytes(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = ReportJson.generator(out)) {
            writer.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return out.toByteArray();
    }

    /** A record as JSON. */
    public static byte[] bytes(Record answer) {
        return bytes(json -> RECORDS.writeValue(json, answer));
    }

    /** An answer as asked for. */
    public static Response ok(Record answer) {
        return ok(bytes(answer));
    }

    /** An answer as asked for, by whoever knows how to write it. */
    public static Response ok(Writer writer) {
        return ok(bytes(writer));
    }

    /** An answer that is written already. */
    public static Response ok(byte[] json) {
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
    }

    static byte[] bytes(Problem problem) {
        return bytes(json -> ReportJson.write(json, problem));
    }

    /** An answer that says what is wrong. */
    public static Response problem(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(PROBLEM).entity(bytes(problem));
        return problem.status() == BUSY
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER).build()
                : answer.build();
    }
}
