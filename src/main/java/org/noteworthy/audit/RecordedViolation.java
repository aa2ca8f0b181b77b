package org.noteworthy.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.AppliedWaiver;

/**
 * A violation as it was reported.
 *
 * @param section label of the section in which its place lies; null where it lies in none
 * @param line line of the note's text, from 1; 0 where it has no place in a text
 * @param column column in that line, from 1; 0 where it has no place in a text
 * @param found what stands at the place; null where nothing does
 * @param note of an engagement as a whole, the note to look at
 * @param interaction of an engagement as a whole, the interaction to look at
 * @param waiver why it did not count; null where it did
 */
public record RecordedViolation(
        String rule,
        String severity,
        String clause,
        String message,
        @Nullable String section,
        int line,
        int column,
        @Nullable String found,
        @Nullable String note,
        @Nullable String interaction,
        @Nullable AppliedWaiver waiver) {

    /** Those of the report in these bytes. */
    static List<RecordedViolation> of(byte[] page, int from, int to) {
        List<RecordedViolation> violations = new ArrayList<>();
        try (JsonParser json = Json.FACTORY.createParser(page, from, to - from)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("violations");
                json.nextToken();
                if (wanted) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        violations.add(violation(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A report that could be read can be read again", e);
        }
        return violations;
    }

    private static RecordedViolation violation(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        AppliedWaiver waiver = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = Objects.requireNonNull(json.currentName());
            if (json.nextToken().isScalarValue()) {
                fields.put(field, json.getText());
            } else if (field.equals("waiver")) {
                waiver = waiver(json);
            } else {
                json.skipChildren();
            }
        }
        return new RecordedViolation(
                fields.getOrDefault("rule", ""),
                fields.getOrDefault("severity", ""),
                fields.getOrDefault("clause", ""),
                fields.getOrDefault("message", ""),
                fields.get("section"),
                number(fields.get("line")),
                number(fields.get("column")),
                fields.get("found"),
                fields.get("note"),
                fields.get("interaction"),
                waiver);
    }

    /**
     * Reads the waiver that begins at this token.
     *
     * @throws IOException if it is none that a recorder wrote
     */
    static AppliedWaiver waiver(JsonParser json) throws IOException {
        Map<String, String> fields = scalars(json);
        try {
            return new AppliedWaiver(
                    fields.getOrDefault("justification", ""),
                    fields.getOrDefault("owner", ""),
                    LocalDate.parse(fields.getOrDefault("until", "")));
        } catch (DateTimeException e) {
            throw new IOException("The line has a waiver without its last day", e);
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null || !digits.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(digits);
    }

    private static Map<String, String> scalars(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = Objects.requireNonNull(json.currentName());
            if (json.nextToken().isScalarValue()) {
                fields.put(field, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return fields;
    }

    /** The text of the note in these bytes. */
    static Optional<String> textOf(byte[] page, int from, int to) {
        try (JsonParser json = Json.FACTORY.createParser(page, from, to - from)) {
            json.nextToken();
            return Optional.ofNullable(scalars(json).get("text"));
        } catch (IOException e) {
            throw new UncheckedIOException("A note that could be read can be read again", e);
        }
    }
}
