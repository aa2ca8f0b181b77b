package org.noteworthy.api.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.KeyRing;
import org.noteworthy.access.Refusal;
import org.noteworthy.access.Sessions;

/**
 * Knows callers by their API keys, which they send as {@code Authorization: Bearer nwk_…}, and browsers by the sessions that
 * they have begun with one.
 */
final class KeySignIn implements SignIn {
    private static final String SCHEME = "Bearer ";

    private final KeyRing keys;
    private final Sessions sessions;

    KeySignIn(KeyRing keys, Sessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    @Override
    public Uni<Outcome> of(RoutingContext call) {
        String sent = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        return Uni.createFrom().item(sent == null ? ofBrowser(SessionCookie.of(call)) : ofProgram(sent));
    }

    private Outcome ofBrowser(@Nullable String secret) {
        if (secret == null) {
            return new Outcome.Out(Refusal.MISSING, null);
        }
        Sessions.Answer answer = sessions.find(secret);
        if (answer instanceof Sessions.Answer.Found found) {
            return new Outcome.In(found.key().identity(), BrowserSession.of(found.session()));
        }
        Sessions.Answer.None none = (Sessions.Answer.None) answer;
        return new Outcome.Out(none.why(), none.detail());
    }

    private Outcome ofProgram(String sent) {
        if (!sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Outcome.Out(Refusal.MALFORMED, null);
        }
        KeyRing.Answer answer = keys.find(sent.substring(SCHEME.length()).strip());
        if (answer instanceof KeyRing.Answer.Accepted accepted) {
            return new Outcome.In(accepted.key().identity(), null);
        }
        return out((KeyRing.Answer.Refused) answer);
    }

    /** A key that is not taken. */
    static Outcome.Out out(KeyRing.Answer.Refused refused) {
        String key = refused.key() == null ? null : "key " + refused.key();
        return new Outcome.Out(refused.why(), refused.detail() == null ? key : key + ", " + refused.detail());
    }

    @Override
    public String wanted() {
        return "Send an API key as Authorization: Bearer nwk_…; whoever runs the service makes one with noteworthy key"
                + " new.";
    }
}
