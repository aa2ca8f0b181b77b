package org.noteworthy.access;

import java.util.Locale;

/** How it was verified who calls. */
public enum Verification {
    /** It was not: the name is what the caller says. */
    NONE,
    /** By an API key. */
    KEY,
    /** By a token of an OpenID provider. */
    OIDC;

    /** Its name in records. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
