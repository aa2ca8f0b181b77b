package org.noteworthy.api.answer.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The API keys. */
@Schema(description = "The API keys.")
public record Keys(
        @Schema(description = "The oldest first; none where callers are not known by keys.")
        List<Key> keys) {}
