package org.noteworthy.api.access;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The two addresses to which our pages lead a browser: one from which it comes back signed in at the provider, and one from
 * which it comes back signed out. The gate stands before them, and leads to the provider itself.
 */
@ApplicationScoped
class SignInPages {
    static final String IN = "/q/sign-in";
    static final String OUT = "/q/sign-out";

    /** Behind the gate, before what the platform answers. */
    private static final int ORDER = -240;

    private static final String LEAVING = SignInPages.class.getName();
    private static final String METADATA = "configuration-metadata";

    private final String clientId;
    private final boolean alwaysTls;

    /** Where the provider signs somebody out, and the token that it knows them by. */
    private record Leaving(@Nullable String at, String token) {}

    SignInPages(
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId,
            @ConfigProperty(name = "quarkus.oidc.authentication.force-redirect-https-scheme", defaultValue = "false")
                    boolean alwaysTls) {
        this.clientId = clientId;
        this.alwaysTls = alwaysTls;
    }

    void at(@Observes Router router) {
        router.get(IN).order(ORDER).handler(SignInPages::come);
        router.get(OUT).order(ORDER).handler(this::leave);
    }

    static boolean isOne(RoutingContext call) {
        String path = call.normalizedPath();
        return path.equals(IN) || path.equals(OUT);
    }

    /** Keeps with a call of somebody who is signed in at the provider how they are signed out there. */
    static void leaving(RoutingContext call, SecurityIdentity identity, String token) {
        OidcConfigurationMetadata provider = identity.getAttribute(METADATA);
        call.put(LEAVING, new Leaving(provider == null ? null : provider.getEndSessionUri(), token));
    }

    private static void come(RoutingContext call) {
        List<String> to = call.queryParam("to");
        lead(call, OwnPath.of(to.size() == 1 ? to.get(0) : null));
    }

    private void leave(RoutingContext call) {
        if ("cross-site".equals(call.request().getHeader("Sec-Fetch-Site"))) {
            lead(call, OwnPath.FIRST); // somebody else's page does not sign anybody out
            return;
        }
        forget(call);
        Leaving leaving = call.get(LEAVING);
        lead(call, leaving == null || leaving.at() == null ? OwnPath.FIRST : atProvider(call, leaving));
    }

    /** Has the browser forget what it was known by at the provider's word. */
    static void forget(RoutingContext call) {
        for (Cookie cookie : List.copyOf(call.request().cookies())) {
            if (cookie.getName().startsWith(OidcSignIn.SESSION)) {
                call.response()
                        .addCookie(Cookie.cookie(cookie.getName(), "")
                                .setPath("/")
                                .setMaxAge(0)
                                .setHttpOnly(true)
                                .setSecure(call.request().isSSL()));
            }
        }
    }

    private String atProvider(RoutingContext call, Leaving leaving) {
        String at = String.valueOf(leaving.at());
        String scheme = alwaysTls || call.request().isSSL() ? "https" : "http";
        return at + (at.contains("?") ? "&" : "?") + "client_id=" + encoded(clientId) + "&id_token_hint="
                + encoded(leaving.token()) + "&post_logout_redirect_uri="
                + encoded(scheme + "://" + call.request().authority() + OwnPath.FIRST);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void lead(RoutingContext call, String to) {
        call.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, to)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }
}
