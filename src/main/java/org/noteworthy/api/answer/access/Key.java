package org.noteworthy.api.answer.access;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.ApiKey;
import org.noteworthy.access.Role;

/** An API key, without its secret. */
@Schema(description = "An API key, without its secret.")
public record Key(
        @Schema(description = "By which it is revoked.", examples = "1f3a9c42")
        String id,

        @Schema(description = "Of whoever has it.") String name,
        @Schema(description = "What it may do.") List<String> roles,

        @Schema(
                description = "Whether it is taken.",
                enumeration = {"taken", "expired", "revoked"})
        String state,

        @Schema(description = "When it was made.") Instant created,

        @Schema(description = "From when on it is no longer taken; absent where it is for good.") @Nullable
        Instant expires,

        @Schema(description = "Since when it is no longer taken; absent where it was not revoked.") @Nullable
        Instant revoked,

        @Schema(description = "When it was last used, also by a session; absent where it was not since the start.")
        @Nullable
        Instant used) {

    /** A key as it is at that time. */
    public static Key of(ApiKey key, @Nullable Instant used, Instant now) {
        return new Key(
                key.id(),
                key.name(),
                key.roles().stream().sorted().map(Role::word).toList(),
                key.state(now),
                key.created(),
                key.expires(),
                key.revoked(),
                used);
    }
}
