package org.noteworthy.api.answer.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.noteworthy.access.Identity;
import org.noteworthy.access.Session;

/** A browser that is signed in by a key. */
@Schema(description = "A browser that is signed in by a key.")
public record OpenSession(
        @Schema(description = "Its id; what the browser is known by is told to nobody.", examples = "5f0c1e7a")
        String id,

        @Schema(description = "Who is signed in.", examples = "key:kim")
        String identity,

        @Schema(description = "The id of their key.", examples = "1f3a9c42")
        String key,

        @Schema(description = "When it began.") Instant since,
        @Schema(description = "When it last called.") Instant used,

        @Schema(description = "When it ends at the latest; sooner when it does not call for long.")
        Instant until,

        @Schema(description = "Whether it is the one that makes this call.")
        boolean current) {

    /** A session, of that identity. */
    public static OpenSession of(Session session, Identity identity, boolean current) {
        return new OpenSession(
                session.id(), identity.id(), session.key(), session.since(), session.used(), session.until(), current);
    }
}
