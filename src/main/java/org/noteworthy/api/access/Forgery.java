package org.noteworthy.api.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.Identity;
import org.noteworthy.checking.outcome.Problem;

/**
 * Keeps a foreign page from calling in the name of somebody whose browser is signed in by a cookie. A call that changes
 * something has to repeat, in a header, what only our own pages can read in a second cookie. That is made of who calls, of
 * their session and of a secret of this process, so that nobody can put another one there.
 */
@Singleton
final class Forgery {
    /** The header, and the cookie. */
    static final String NAME = "Noteworthy-CSRF";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final SecretKeySpec key;

    Forgery() {
        byte[] chance = new byte[32];
        new SecureRandom().nextBytes(chance);
        key = new SecretKeySpec(chance, "HmacSHA256");
    }

    /** Why a call of somebody who is known by a cookie is refused; null if it is not. Gives them the second cookie. */
    @Nullable
    Problem problem(RoutingContext call, Identity identity, BrowserSession session) {
        String token = token(identity, session);
        Cookie given = call.request().getCookie(NAME);
        if (given == null || !isSame(token, given.getValue())) {
            give(call, token);
        }
        if (READING.contains(call.request().method())
                || isSame(token, call.request().getHeader(NAME))) {
            return null;
        }
        return Problem.of(
                403,
                "Not from our page",
                "A call that changes something, of a browser that is signed in, repeats the cookie " + NAME
                        + " in a header of that name.");
    }

    private static boolean isSame(String token, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives a browser that begins a session what its pages repeat from now on. */
    String begin(RoutingContext call, Identity identity, BrowserSession session) {
        String token = token(identity, session);
        give(call, token);
        return token;
    }

    private static void give(RoutingContext call, String token) {
        call.response()
                .addCookie(Cookie.cookie(NAME, token)
                        .setPath("/")
                        .setSameSite(CookieSameSite.STRICT)
                        .setSecure(call.request().isSSL()));
    }

    /** What the pages of that session repeat. */
    String token(Identity identity, BrowserSession session) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(identity.id().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] code = mac.doFinal(session.bound().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
