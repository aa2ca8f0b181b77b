package org.noteworthy.api.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.Identity;

/** Lets everybody in, under the name that they give themselves. */
final class NoSignIn implements SignIn {
    private static final String LABEL = "Noteworthy-Caller";

    @Override
    public Uni<Outcome> of(RoutingContext call) {
        String label = call.request().getHeader(LABEL);
        // A label that cannot be read is refused where it is asked for.
        return Uni.createFrom().item(new Outcome.In(Identity.unverified(isName(label) ? label.strip() : ""), null));
    }

    private static boolean isName(@Nullable String label) {
        return label != null && Identity.isName(label.strip());
    }

    @Override
    public String wanted() {
        return "Nobody need sign in.";
    }
}
