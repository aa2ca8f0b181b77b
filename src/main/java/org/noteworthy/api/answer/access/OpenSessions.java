package org.noteworthy.api.answer.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The browsers that are signed in by keys. */
@Schema(description = "The browsers that are signed in by keys.")
public record OpenSessions(
        @Schema(description = "The newest first; none where an OpenID provider keeps them.")
        List<OpenSession> sessions) {}
