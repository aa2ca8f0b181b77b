package org.noteworthy.api.access;

import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.Session;

/**
 * What a browser is known by.
 *
 * @param id of the session that is kept here; null where the provider keeps it
 * @param bound what tells it from any other session; not to be shown
 * @param until when it ends at the latest
 */
record BrowserSession(
        @Nullable String id, String bound, @Nullable Instant until) {

    static BrowserSession of(Session session) {
        return new BrowserSession(session.id(), session.id() + "@" + session.since(), session.until());
    }

    /** That of a token which the provider gave when somebody signed in. */
    static BrowserSession of(JsonWebToken token) {
        return new BrowserSession(null, token.getRawToken(), Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** Shows nothing that could be used. */
    @Override
    public String toString() {
        return "session " + id;
    }
}
