package org.noteworthy.api.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.ProblemException;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.DecisionQueryBuilder;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.notes.text.Nearest;

/**
 * Which decisions are to be replayed, and by what.
 *
 * @param playbook an edition; null for the rules that judged
 */
record AskedReplay(DecisionQuery query, @Nullable String playbook) {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final List<String> FIELDS = fields();

    private static List<String> fields() {
        List<String> fields = new ArrayList<>(DecisionQueryBuilder.names());
        fields.add("playbook");
        return fields;
    }

    /** Reads the body of the call; an empty object asks for everything, by the rules that judged. */
    static AskedReplay read(String body) throws IOException {
        Map<String, String> given = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (!FIELDS.contains(field)) {
                    throw wrong(
                            field,
                            "There is no field " + field + "; "
                                    + Nearest.among(field, FIELDS)
                                            .map(near -> "maybe you mean " + near + ".")
                                            .orElse("there is " + String.join(", ", FIELDS) + "."));
                }
                if (value != JsonToken.VALUE_STRING) {
                    throw wrong(field, field + " takes text in quotes.");
                }
                if (given.put(field, json.getText()) != null) {
                    throw wrong(field, field + " is given twice; keep one of them.");
                }
            }
            if (json.nextToken() != null) {
                throw malformed();
            }
        } catch (JsonProcessingException e) {
            throw malformed();
        }
        DecisionQueryBuilder query = new DecisionQueryBuilder();
        DecisionQueryBuilder.names().forEach(name -> query.with(name, given.get(name)));
        return new AskedReplay(query.build(), given.get("playbook"));
    }

    private static ProblemException malformed() {
        return ProblemException.of(
                400,
                "Malformed request",
                "The body is an object that says which decisions to judge again, such as {\"from\": \"2020-04-01\","
                        + " \"playbook\": \"2020-05-12\"}; {} stands for all of them, by the rules that judged.");
    }

    private static ProblemException wrong(String field, String sentence) {
        return new ProblemException(
                new Problem(422, "A field is wrong", sentence, List.of(new Problem.FieldError("/" + field, sentence))));
    }

    /** What was asked for, as a body that asks for it. */
    static Map<String, String> asked(DecisionQuery query, @Nullable String playbook) {
        Map<String, String> asked = new LinkedHashMap<>();
        if (query.from() != null) {
            asked.put("from", query.from().toString());
        }
        if (query.to() != null) {
            asked.put("to", query.to().toString());
        }
        query.wanted().forEach((field, value) -> asked.put(field.word(), value));
        if (playbook != null) {
            asked.put("playbook", playbook);
        }
        return asked;
    }
}
