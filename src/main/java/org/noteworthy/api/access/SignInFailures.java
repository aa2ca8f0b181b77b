package org.noteworthy.api.access;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.FailedSignIns;
import org.noteworthy.access.Refusal;
import org.noteworthy.api.Settings;
import org.noteworthy.checking.outcome.Problem;

/** What whoever cannot be signed in is told, however they tried; counts it, and slows them down. */
@ApplicationScoped
class SignInFailures {
    private static final int REMEMBERED = 10_000;

    private final SignIn signIn;
    private final Refused refused;
    private final FailedSignIns failures;

    SignInFailures(Settings settings, SignIn signIn, Refused refused) {
        this.signIn = signIn;
        this.refused = refused;
        failures = new FailedSignIns(
                settings.access().failures().allowed(),
                settings.access().failures().forgottenAfter(),
                REMEMBERED);
    }

    /** Why whoever calls has to wait before the next try; null if they need not. */
    @Nullable
    Problem wait(RoutingContext call) {
        Duration wait = failures.wait(block(call), System.nanoTime());
        if (wait.isZero()) {
            return null;
        }
        refused.signIn(call, Refusal.SLOWED, null);
        long seconds = wait.plusMillis(999).toSeconds();
        call.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return Problem.of(
                429,
                "Too many failed sign-ins",
                "Too many calls from this address could not be signed in. Try again after the seconds that"
                        + " Retry-After tells.");
    }

    /** Nobody is known to make a call. */
    Problem unknown(RoutingContext call) {
        return problem(call, new SignIn.Outcome.Out(Refusal.MISSING, null), false);
    }

    /**
     * Whoever makes a call is not let in.
     *
     * @param tried whether that counts as a try to guess
     */
    Problem problem(RoutingContext call, SignIn.Outcome.Out out, boolean tried) {
        refused.signIn(call, out.why(), out.detail());
        if (out.why() == Refusal.UNREACHABLE) {
            return Problem.of(
                    503,
                    "Sign-in impossible",
                    "At the moment the service cannot find out who calls. Try again in a moment; whoever runs it"
                            + " finds the reason in the log.");
        }
        boolean missing = out.why() == Refusal.MISSING;
        if (!missing && tried) {
            failures.failed(block(call), System.nanoTime());
        }
        call.response()
                .putHeader(
                        "WWW-Authenticate",
                        missing
                                ? "Bearer realm=\"noteworthy\""
                                : "Bearer realm=\"noteworthy\", error=\"invalid_token\"");
        return Problem.of(
                401,
                "Not signed in",
                (missing ? "This call does not say who makes it. " : "What this call was signed in with is not taken. ")
                        + signIn.wanted());
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
