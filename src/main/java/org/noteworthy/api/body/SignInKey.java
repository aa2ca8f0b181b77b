package org.noteworthy.api.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a browser signs in with. */
@Schema(description = "What a browser signs in with.")
public record SignInKey(
        @Schema(description = "An API key, as it was shown when it was made.", minLength = 1, maxLength = 200)
        String key) {
    /** Does not show the key. */
    @Override
    public String toString() {
        return "SignInKey";
    }
}
