package org.noteworthy.api.access;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.Identity;
import org.noteworthy.access.Refusal;
import org.noteworthy.access.Verification;
import org.noteworthy.api.Settings;

/**
 * Knows callers by the tokens of an OpenID provider, which the platform verifies: programs send one as
 * {@code Authorization: Bearer …}, and people are led to the provider by their browsers, which a cookie knows then.
 */
final class OidcSignIn implements SignIn {
    private static final Pattern TOKEN = Pattern.compile("(?i:Bearer) +[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    /** How the names of the cookies begin that know a browser. */
    static final String SESSION = "q_session";

    /** How far the clocks of the provider and of this machine may be apart, in seconds. */
    private static final long APART = 30;

    private final HttpAuthenticator provider;
    private final String nameClaim;
    private final GroupRoles roles;

    OidcSignIn(HttpAuthenticator provider, Settings.Oidc settings) {
        this.provider = provider;
        nameClaim = settings.nameClaim();
        roles = new GroupRoles(settings.role());
    }

    @Override
    public Uni<Outcome> of(RoutingContext call) {
        String sent = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (sent != null) {
            if (sent.endsWith(".")) {
                return Uni.createFrom().item(new Outcome.Out(Refusal.SIGNATURE, "not signed"));
            }
            return TOKEN.matcher(sent).matches()
                    ? identified(call, false)
                    : Uni.createFrom().item(new Outcome.Out(Refusal.MALFORMED, null));
        }
        boolean known = call.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(SESSION));
        return known || isPage(call)
                ? identified(call, true)
                : Uni.createFrom().item(new Outcome.Out(Refusal.MISSING, null));
    }

    private Uni<Outcome> identified(RoutingContext call, boolean byCookie) {
        return provider.attemptAuthentication(call)
                .onItem()
                .transformToUni(found -> found == null
                        ? led(call, new Outcome.Out(Refusal.MISSING, null))
                        : Uni.createFrom().item(identity(call, found, byCookie)))
                .onFailure()
                .recoverWithUni(failure -> refused(call, failure, byCookie));
    }

    private Outcome identity(RoutingContext call, SecurityIdentity found, boolean byCookie) {
        if (!(found.getPrincipal() instanceof JsonWebToken token)) {
            return new Outcome.Out(Refusal.MALFORMED, "no signed token");
        }
        // Not the name that the platform would fall back to: somebody else may have chosen that.
        Object name = token.getClaim(nameClaim);
        if (!(name instanceof String text) || !Identity.isName(text)) {
            return new Outcome.Out(Refusal.MALFORMED, "no claim " + nameClaim + " that could name somebody");
        }
        if (token.getIssuedAtTime() > Instant.now().getEpochSecond() + APART) {
            return new Outcome.Out(Refusal.EARLY, null);
        }
        if (byCookie && call.normalizedPath().equals(SignInPages.OUT)) {
            SignInPages.leaving(call, found, token.getRawToken());
        }
        return new Outcome.In(
                new Identity(text, roles.of(found.getRoles()), Verification.OIDC),
                byCookie ? BrowserSession.of(token) : null);
    }

    private Uni<Outcome> refused(RoutingContext call, Throwable failure, boolean byCookie) {
        if (failure instanceof AuthenticationRedirectException leads) {
            call.response()
                    .setStatusCode(leads.getCode())
                    .putHeader(HttpHeaders.LOCATION, leads.getRedirectUri())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
            return Uni.createFrom().item(new Outcome.Answered());
        }
        if (failure instanceof AuthenticationCompletionException) {
            return Uni.createFrom().item(new Outcome.Out(Refusal.OTHER, "the way back from the provider"));
        }
        if (failure instanceof AuthenticationFailedException) {
            Outcome.Out out = new Outcome.Out(TokenRefusal.of(failure), null);
            return byCookie ? led(call, out) : Uni.createFrom().item(out);
        }
        if (failure instanceof OIDCException) {
            return Uni.createFrom().item(new Outcome.Out(Refusal.UNREACHABLE, String.valueOf(failure.getMessage())));
        }
        return Uni.createFrom().failure(failure);
    }

    /** A browser is led to the provider, where its user signs in; anything else is refused. */
    private Uni<Outcome> led(RoutingContext call, Outcome.Out otherwise) {
        if (!isPage(call)) {
            return Uni.createFrom().item(otherwise);
        }
        return provider.sendChallenge(call).onItem().transform(sent -> {
            if (!call.response().ended()) {
                call.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end();
            }
            return new Outcome.Answered();
        });
    }

    /** Whether a person waits for a page. */
    private static boolean isPage(RoutingContext call) {
        @Nullable String accepted = call.request().getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.equals(call.request().method())
                && accepted != null
                && accepted.contains("text/html")
                && !Gate.isOpenToAll(call);
    }

    @Override
    public String wanted() {
        return "Send a token of the OpenID provider as Authorization: Bearer …, or sign in with a browser.";
    }
}
