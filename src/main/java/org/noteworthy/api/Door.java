package org.noteworthy.api;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.AccessMode;
import org.noteworthy.checking.outcome.Problem;

/**
 * What every call passes before anything else. A web page that has its own name resolved to this machine makes browsers
 * call the service by that name; so only names that are known are answered, and the address at which a call arrives. A page of
 * another origin may make a browser send a call, too; so what changes something is taken from our own pages and from those
 * origins that are named. Every answer says to browsers that it runs nothing and stands in no frame.
 */
@ApplicationScoped
class Door {
    /** Tells in each answer that everybody may do everything, where that is so. */
    private static final String ACCESS = "Noteworthy-Access";

    private static final int BEFORE_ALL = Integer.MIN_VALUE;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "::1");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String EXPLORER = "/q/swagger-ui";
    private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

    /** The page of the platform has two scripts in it, which are named by their hashes. */
    private static final String EXPLORER_RUNS = "default-src 'none'; script-src 'self'"
            + " 'sha256-Bc4MCmo3eDPvU16BhBcWMZUgDqc1e/UzzwdDbpYruPU='"
            + " 'sha256-z0G8AWYzPGGKKQaX3LOqa6hSG2WCiGqODs3BIKwCP+Q='; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A page takes what it shows, and what runs in it, from this service alone, and nothing that stands in it runs. */
    private static final String PAGES_RUN =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Stopping stopping;
    private final boolean open;
    private final Set<String> names;
    private final Set<String> origins;

    Door(
            Settings settings,
            Stopping stopping,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.stopping = stopping;
        open = settings.access().mode() == AccessMode.NONE;
        this.origins = Set.copyOf(origins.orElse(List.of()));
        names = Stream.of(OWN.stream(), settings.hosts().orElse(List.of()).stream(), Stream.of(host))
                .flatMap(each -> each)
                .map(Door::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    void at(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(this::look).failureHandler(Door::unreadable);
    }

    private void look(RoutingContext call) {
        protect(call);
        Bodies.throwAwayRest(call);
        Problem problem = stopping.begun() ? Stopping.problem("takes no further call. Send this one") : problem(call);
        if (problem == null) {
            call.next();
        } else {
            Problems.answerAndClose(call, problem);
        }
    }

    private void protect(RoutingContext call) {
        call.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Content-Security-Policy", runs(call.request().path()));
        if (open) {
            call.response().putHeader(ACCESS, AccessMode.NONE.word());
        }
    }

    /** What a browser may run of an answer. Outside the calls and the platform there are pages, and what they are made of. */
    private static String runs(@Nullable String path) {
        if (path == null || path.startsWith("/v1")) {
            return NOTHING_RUNS;
        }
        if (path.startsWith("/q")) {
            return path.startsWith(EXPLORER) ? EXPLORER_RUNS : NOTHING_RUNS;
        }
        return PAGES_RUN;
    }

    private @Nullable Problem problem(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (request.uri().length() > LONGEST_LINE) {
            return Problem.of(
                    414,
                    "Address too long",
                    "The address of this call has more than " + LONGEST_LINE + " characters, the limit.");
        }
        int length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        if (length > LONGEST_HEADERS) {
            return Problem.of(
                    431,
                    "Headers too large",
                    "The headers of this call have more than " + LONGEST_HEADERS + " characters, the limit.");
        }
        if (!isAddress(request.uri())) {
            return Problems.ofStatus(400);
        }
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            return noHost("names more than one host");
        }
        HostAndPort authority = request.authority();
        boolean old = authority == null && request.version() == HttpVersion.HTTP_1_0;
        if (!old && (authority == null || !isKnown(plain(authority.host()), request))) {
            return Problem.of(
                    421,
                    "Unknown host",
                    "This service is not known by the host name of this call. Call it as localhost or by the address that"
                            + " it serves on, or have whoever runs it add the name to noteworthy.hosts.");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null
                || READING.contains(request.method())
                || origins.contains(origin)
                || isOwn(origin, authority)) {
            return null;
        }
        return Problem.of(
                403,
                "Foreign origin",
                "This call was sent by a page of another origin. Send it from a page of this service, or have whoever runs"
                        + " it add the origin to quarkus.http.cors.origins.");
    }

    /** Whether the page that sent a call came from the host and port that it calls. */
    private static boolean isOwn(String origin, @Nullable HostAndPort called) {
        try {
            URI page = new URI(origin);
            int usual = "https".equals(page.getScheme()) ? 443 : 80;
            return called != null
                    && page.getHost() != null
                    && plain(page.getHost()).equals(plain(called.host()))
                    && (page.getPort() < 0 ? usual : page.getPort()) == (called.port() < 0 ? usual : called.port());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A call whose host or path cannot be read comes to no handler. */
    private static void unreadable(RoutingContext call) {
        Bodies.throwAwayRest(call);
        if (call.statusCode() != 400) {
            call.next();
        } else if (call.request().authority() == null) {
            Problems.answerAndClose(call, noHost("does not say which host it is for"));
        } else {
            Problems.answerAndClose(call, Problems.ofStatus(400));
        }
    }

    private static Problem noHost(String how) {
        return Problem.of(400, "No host", "This call " + how + ". Set Host once, as in Host: localhost.");
    }

    private static boolean isAddress(String uri) {
        try {
            return new URI(uri).getRawPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean isKnown(String host, HttpServerRequest request) {
        return names.contains(host) || isWhereItArrived(host, request.localAddress());
    }

    /** Whether that is the address, in figures, to which the caller has connected: no page can lend it to another. */
    private static boolean isWhereItArrived(String host, @Nullable SocketAddress local) {
        byte[] called = NetUtil.createByteArrayFromIpAddressString(host);
        byte[] arrived = local == null || local.hostAddress() == null
                ? null
                : NetUtil.createByteArrayFromIpAddressString(local.hostAddress());
        return called != null && arrived != null && Arrays.equals(called, arrived);
    }

    /** The name in small letters, without the brackets of an address and the point after a full name. */
    private static String plain(String host) {
        String small = host.strip().toLowerCase(Locale.ROOT);
        String bare = small.startsWith("[") && small.endsWith("]") ? small.substring(1, small.length() - 1) : small;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
