package org.noteworthy.api.access;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HexFormat;
import org.noteworthy.access.FailedSignIns;
import org.noteworthy.access.Refusal;
import org.noteworthy.api.Problems;
import org.noteworthy.api.Settings;
import org.noteworthy.api.identity.CurrentIdentity;
import org.noteworthy.checking.outcome.Problem;

/**
 * Where it is found out who calls, before anything of a call is read. Whoever is not known goes no further; whether
 * somebody may make the call is held against the table: here for what the platform answers, and by {@link RoleFilter} for
 * our own calls, when it is known which one it is.
 */
@ApplicationScoped
class Gate {
    /** Behind the door and the answers to browsers that ask before they call, before everything that is answered. */
    private static final int ORDER = -250;

    private static final int REMEMBERED = 10_000;
    private static final String OURS = "/v1";
    private static final String HEALTH = "/q/health";
    private static final String METRICS = "/q/metrics";

    private final SignIn signIn;
    private final Roles roles;
    private final Refused refused;
    private final Forgery forgery = new Forgery();
    private final FailedSignIns failures;

    Gate(Settings settings, SignIn signIn, Roles roles, Refused refused) {
        this.signIn = signIn;
        this.roles = roles;
        this.refused = refused;
        failures = new FailedSignIns(
                settings.access().failures().allowed(),
                settings.access().failures().forgottenAfter(),
                REMEMBERED);
    }

    void at(@Observes Router router) {
        router.route().order(ORDER).handler(this::look);
    }

    private void look(RoutingContext call) {
        if (isAt(HEALTH, call)) {
            call.next();
            return;
        }
        boolean tries = call.request().headers().contains(HttpHeaders.AUTHORIZATION);
        Duration wait = tries ? failures.wait(block(call), System.nanoTime()) : Duration.ZERO;
        if (!wait.isZero()) {
            slow(call, wait);
            return;
        }
        signIn.of(call).subscribe().with(outcome -> come(call, outcome), call::fail);
    }

    private void come(RoutingContext call, SignIn.Outcome outcome) {
        if (outcome instanceof SignIn.Outcome.In in) {
            pass(call, in);
        } else if (outcome instanceof SignIn.Outcome.Out out) {
            refuse(call, out);
        }
    }

    private void pass(RoutingContext call, SignIn.Outcome.In in) {
        CurrentIdentity.keep(call, in.identity());
        Problem problem = in.byCookie() ? forgery.problem(call, in.identity()) : null;
        if (problem == null && !isAt(OURS, call)) {
            problem = roles.problem(operation(call), in.identity());
        }
        if (problem == null) {
            call.next();
        } else {
            Problems.answerAndClose(call, problem);
        }
    }

    /** What the platform answers: figures, and else the description of the calls and what shows it. */
    private static String operation(RoutingContext call) {
        return isAt(METRICS, call) ? "getMetrics" : "getDescription";
    }

    private void refuse(RoutingContext call, SignIn.Outcome.Out out) {
        refused.signIn(call, out.why(), out.detail());
        if (out.why() == Refusal.UNREACHABLE) {
            Problems.answerAndClose(
                    call,
                    Problem.of(
                            503,
                            "Sign-in impossible",
                            "At the moment the service cannot find out who calls. Try again in a moment; whoever runs it"
                                    + " finds the reason in the log."));
            return;
        }
        boolean missing = out.why() == Refusal.MISSING;
        if (!missing) {
            failures.failed(block(call), System.nanoTime());
        }
        call.response()
                .putHeader(
                        "WWW-Authenticate",
                        missing
                                ? "Bearer realm=\"noteworthy\""
                                : "Bearer realm=\"noteworthy\", error=\"invalid_token\"");
        Problems.answerAndClose(
                call,
                Problem.of(
                        401,
                        "Not signed in",
                        (missing
                                        ? "This call does not say who makes it. "
                                        : "What this call was signed in with is not taken. ")
                                + signIn.wanted()));
    }

    private void slow(RoutingContext call, Duration wait) {
        refused.signIn(call, Refusal.SLOWED, null);
        long seconds = wait.plusMillis(999).toSeconds();
        call.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        Problems.answerAndClose(
                call,
                Problem.of(
                        429,
                        "Too many failed sign-ins",
                        "Too many calls from this address could not be signed in. Try again after the seconds that"
                                + " Retry-After tells."));
    }

    private static boolean isAt(String place, RoutingContext call) {
        String path = call.normalizedPath();
        return path.equals(place) || path.startsWith(place + "/");
    }

    /** Where a call comes from; of a long address the half that its owner cannot choose. */
    private static String block(RoutingContext call) {
        String address = Refused.address(call);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length < 16) {
            return address;
        }
        return HexFormat.of().formatHex(bytes, 0, 8);
    }
}
