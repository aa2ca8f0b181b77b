package org.noteworthy.api;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.Identity;
import org.noteworthy.api.identity.CurrentIdentity;

/**
 * Who calls, as a decision is recorded with it.
 *
 * @param name the one that a caller gives itself, else the address that it calls from
 * @param identity who it is, where that was verified
 */
public record Caller(String name, @Nullable String identity) {
    /** The header by which a caller says who it is. */
    public static final String HEADER = "Noteworthy-Caller";

    private static final int LONGEST = 200;

    public static Caller of(@Nullable String name, RoutingContext call) {
        Identity identity = CurrentIdentity.of(call);
        return new Caller(named(name, call.request()), identity.isVerified() ? identity.id() : null);
    }

    private static String named(@Nullable String name, HttpServerRequest request) {
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
