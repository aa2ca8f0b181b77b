package org.noteworthy.input.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.noteworthy.input.NoteDraft;
import org.noteworthy.input.RecordField;

/** The fields of a JSON object into a {@link NoteDraft}. */
final class NoteJson {
    private NoteJson() {}

    /** Reads from the object's start to its end. */
    static void read(JsonParser parser, NoteDraft draft) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Optional<RecordField> field = RecordField.named(name);
            if (field.isPresent()) {
                value(parser, draft, field.get());
            } else if (name.equals(RecordField.ENTITLEMENT)) {
                entitlement(parser, draft);
            } else {
                draft.unknown(name);
                parser.skipChildren();
            }
        }
    }

    private static void value(JsonParser parser, NoteDraft draft, RecordField field) throws IOException {
        boolean first = draft.begin(field);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL || !first) {
            parser.skipChildren();
        } else if (field.form() == RecordField.Form.YES_OR_NO ? token.isBoolean() : token == JsonToken.VALUE_STRING) {
            draft.put(field, parser.getText());
        } else {
            draft.wrong(field, JsonValues.mismatch(parser, field.path(), wanted(field)));
        }
    }

    private static String wanted(RecordField field) {
        return field.form() == RecordField.Form.YES_OR_NO ? "true or false" : "text in quotes";
    }

    private static void entitlement(JsonParser parser, NoteDraft draft) throws IOException {
        if (!draft.beginEntitlement()) {
            parser.skipChildren();
        } else if (parser.currentToken() == JsonToken.VALUE_NULL) {
            draft.entitlementUnknown();
        } else if (parser.currentToken() != JsonToken.START_OBJECT) {
            draft.wrong(
                    "/" + RecordField.ENTITLEMENT,
                    JsonValues.mismatch(parser, RecordField.ENTITLEMENT, "an object with l1, l2 and l3"));
        } else {
            levels(parser, draft);
        }
    }

    private static void levels(JsonParser parser, NoteDraft draft) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Optional<RecordField> level = RecordField.level(name);
            if (level.isPresent()) {
                value(parser, draft, level.get());
            } else {
                draft.unknownLevel(name);
                parser.skipChildren();
            }
        }
    }
}
