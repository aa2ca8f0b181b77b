package org.noteworthy.api.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.KeyRing;
import org.noteworthy.access.Refusal;

/** Knows callers by their API keys, which they send as {@code Authorization: Bearer nwk_…}. */
final class KeySignIn implements SignIn {
    private static final String SCHEME = "Bearer ";

    private final KeyRing keys;

    KeySignIn(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public Uni<Outcome> of(RoutingContext call) {
        return Uni.createFrom().item(outcome(call.request().getHeader(HttpHeaders.AUTHORIZATION)));
    }

    private Outcome outcome(@Nullable String sent) {
        if (sent == null) {
            return new Outcome.Out(Refusal.MISSING, null);
        }
        if (!sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Outcome.Out(Refusal.MALFORMED, null);
        }
        KeyRing.Answer answer = keys.find(sent.substring(SCHEME.length()).strip());
        if (answer instanceof KeyRing.Answer.Accepted accepted) {
            return new Outcome.In(accepted.key().identity(), false);
        }
        KeyRing.Answer.Refused refused = (KeyRing.Answer.Refused) answer;
        String key = refused.key() == null ? null : "key " + refused.key();
        return new Outcome.Out(refused.why(), refused.detail() == null ? key : key + ", " + refused.detail());
    }

    @Override
    public String wanted() {
        return "Send an API key as Authorization: Bearer nwk_…; whoever runs the service makes one with noteworthy key"
                + " new.";
    }
}
