package org.noteworthy.access;

import java.util.Locale;

/** How the service knows who calls. */
public enum AccessMode {
    /** Not at all: whoever reaches it may do everything. */
    NONE,
    /** By API keys. */
    KEYS,
    /** By the tokens of an OpenID provider. */
    OIDC;

    /** The value of the setting. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
