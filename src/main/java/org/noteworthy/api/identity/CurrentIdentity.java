package org.noteworthy.api.identity;

import io.vertx.ext.web.RoutingContext;
import org.noteworthy.access.Identity;

/** Who makes a call, as it was found when the call came in. */
public final class CurrentIdentity {
    private static final String KEY = CurrentIdentity.class.getName();

    private CurrentIdentity() {}

    /** Keeps with a call who makes it. */
    public static void keep(RoutingContext call, Identity identity) {
        call.put(KEY, identity);
    }

    /** Whether it is known who makes a call; else nothing may come of it. */
    public static boolean isKnown(RoutingContext call) {
        return call.get(KEY) != null;
    }

    /** Who makes a call. Where nobody verifies that, it is the name that the caller gives itself, or anonymous. */
    public static Identity of(RoutingContext call) {
        Identity identity = call.get(KEY);
        if (identity == null) {
            throw new IllegalStateException("A call came past the gate that finds out who makes it");
        }
        return identity;
    }
}
