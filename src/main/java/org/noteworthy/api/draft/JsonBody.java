package org.noteworthy.api.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.Body;
import org.noteworthy.api.ProblemException;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.notes.text.Nearest;

/** Reads the body of a call as a record: what it does not have, and what may not be missing, is told with its place. */
public final class JsonBody {
    private static final ObjectMapper RECORDS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private JsonBody() {}

    /** The body, of up to that many bytes. */
    public static <T extends Record> T read(RoutingContext call, int limit, Class<T> type) {
        String body = Body.text(call, limit);
        T read;
        try {
            read = RECORDS.readValue(body.isBlank() ? "{}" : body, type);
        } catch (UnrecognizedPropertyException e) {
            List<String> known = fields(type);
            boolean top = e.getPath().size() == 1;
            throw wrong(
                    pointer(e),
                    "There is no field \"" + Characters.harmless(e.getPropertyName()) + "\"."
                            + (top
                                    ? Nearest.maybe(
                                            e.getPropertyName(), known, " There is " + String.join(", ", known) + ".")
                                    : ""));
        } catch (JsonMappingException e) {
            throw wrong(
                    pointer(e),
                    "What stands at " + (pointer(e).isEmpty() ? "the top" : pointer(e))
                            + " is of another kind than is taken there. The description of this call says which.");
        } catch (JsonProcessingException e) {
            throw ProblemException.of(
                    400, "Malformed JSON", "The body cannot be read as JSON. It is one object, in UTF-8.");
        }
        if (read == null) {
            throw wrong("", "The body is null. Send an object.");
        }
        checkPresent(read);
        return read;
    }

    private static List<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/"
                        + (step.getFieldName() == null ? step.getIndex() : Characters.harmless(step.getFieldName())))
                .collect(Collectors.joining());
    }

    private static void checkPresent(Record read) {
        for (RecordComponent component : read.getClass().getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            try {
                if (!optional && component.getAccessor().invoke(read) == null) {
                    throw wrong("/" + component.getName(), component.getName() + " is missing.");
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record tells its fields", e);
            }
        }
    }

    /** A body that can be read, in which a field is wrong. */
    static ProblemException wrong(String pointer, String detail) {
        return new ProblemException(
                new Problem(422, "1 field is wrong", detail, List.of(new Problem.FieldError(pointer, detail))));
    }
}
