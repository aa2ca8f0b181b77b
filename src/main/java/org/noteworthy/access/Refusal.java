package org.noteworthy.access;

import java.util.Locale;

/** Why somebody is not let in; whoever runs the service reads it in the log and in the metrics, and the caller does not. */
public enum Refusal {
    /** Nothing was sent to sign in with. */
    MISSING,
    /** What was sent is neither a key nor a token. */
    MALFORMED,
    /** There is no such key. */
    UNKNOWN,
    /** The key or the token is past its time. */
    EXPIRED,
    /** The token is not valid yet. */
    EARLY,
    /** The key was revoked. */
    REVOKED,
    /** The token is for another service. */
    AUDIENCE,
    /** The token is of another provider. */
    ISSUER,
    /** The token is not signed, or not by the provider. */
    SIGNATURE,
    /** The keys, or the provider, cannot be asked. */
    UNREACHABLE,
    /** Too many failed before it from the same address. */
    SLOWED,
    /** Something else is wrong with the token. */
    OTHER;

    /** Its name in the log and in the metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
