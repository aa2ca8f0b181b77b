package org.noteworthy.api;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Who calls, as far as that is known: the name that a caller gives itself, else the address that it calls from. */
final class Caller {
    /** The header by which a caller says who it is. */
    static final String HEADER = "Noteworthy-Caller";

    private static final int LONGEST = 200;

    private Caller() {}

    static String of(@Nullable String name, HttpServerRequest request) {
        if (name == null || name.isBlank()) {
            return request.remoteAddress() == null
                    ? "unknown"
                    : String.valueOf(request.remoteAddress().hostAddress());
        }
        String stripped = name.strip();
        if (stripped.length() > LONGEST || stripped.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.of(
                    400,
                    "Malformed request",
                    "The header " + HEADER + " names the caller in up to " + LONGEST + " characters of one line.");
        }
        return stripped;
    }
}
