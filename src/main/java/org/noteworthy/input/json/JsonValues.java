package org.noteworthy.input.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The kinds of JSON value in words. */
final class JsonValues {
    private JsonValues() {}

    /** What kind of value the token begins, e.g. {@code a number}. */
    static String describe(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "null";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            default -> "something else";
        };
    }

    /** Steps over the value and says that another kind of value belongs there. */
    static String mismatch(JsonParser parser, String name, String wanted) throws IOException {
        String found = describe(parser.currentToken());
        parser.skipChildren();
        return name + " must be " + wanted + ", not " + found + ".";
    }
}
