package org.noteworthy.api.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that a browser is known by. Browsers do not tell the ports of a host apart, so its name does; over TLS its name
 * begins with {@code __Host-}, so that no neighbour of the host can plant another one.
 */
final class SessionCookie {
    private static final String NAME = "Noteworthy-Session";
    private static final String OF_THIS_HOST_ALONE = "__Host-";

    private SessionCookie() {}

    private static String name(RoutingContext call) {
        HostAndPort called = call.request().authority();
        String name = called == null || called.port() < 0 ? NAME : NAME + "-" + called.port();
        return call.request().isSSL() ? OF_THIS_HOST_ALONE + name : name;
    }

    /** What a call brings; null where it brings none. */
    static @Nullable String of(RoutingContext call) {
        Cookie cookie = call.request().getCookie(name(call));
        return cookie == null ? null : cookie.getValue();
    }

    /** Has the browser bring that from now on. */
    static void give(RoutingContext call, String secret) {
        call.response().addCookie(made(call, secret));
    }

    /** Has the browser bring nothing from now on. */
    static void take(RoutingContext call) {
        call.response().addCookie(made(call, "").setMaxAge(0));
    }

    private static Cookie made(RoutingContext call, String value) {
        return Cookie.cookie(name(call), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(call.request().isSSL());
    }
}
