package org.noteworthy.api.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.AccessMode;
import org.noteworthy.access.Refusal;
import org.noteworthy.api.Problems;
import org.noteworthy.api.Settings;
import org.noteworthy.api.identity.CurrentIdentity;
import org.noteworthy.checking.outcome.Problem;

/**
 * Where it is found out who calls, before anything of a call is read. Whoever is not known goes no further than to the
 * pages, which hold no data, and to where one signs in; whether somebody may make the call is held against the table: here
 * for what the platform answers, and by {@link RoleFilter} for our own calls, when it is known which one it is.
 */
@ApplicationScoped
class Gate {
    /** Behind the door and the answers to browsers that ask before they call, before everything that is answered. */
    private static final int ORDER = -250;

    private static final String OURS = "/v1";
    private static final String PLATFORM = "/q";
    private static final String HEALTH = "/q/health";
    private static final String METRICS = "/q/metrics";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Addresses that are written in one way alone, so that nobody else reads something else in them. */
    private static final Pattern PLAIN = Pattern.compile("/[\\w./~@+-]*");

    private final boolean byProvider;
    private final SignIn signIn;
    private final Roles roles;
    private final SignInFailures failures;
    private final Forgery forgery;

    Gate(Settings settings, SignIn signIn, Roles roles, SignInFailures failures, Forgery forgery) {
        byProvider = settings.access().mode() == AccessMode.OIDC;
        this.signIn = signIn;
        this.roles = roles;
        this.failures = failures;
        this.forgery = forgery;
    }

    void at(@Observes Router router) {
        router.route().order(ORDER).handler(this::look);
    }

    /** What a call was signed in with, where it was; null where nobody is known to make it. */
    static SignIn.Outcome.@Nullable In signedIn(RoutingContext call) {
        return call.get(Gate.class.getName());
    }

    /** Whether a call asks for a page, or for what belongs to one: they hold no data, and need no sign-in. */
    static boolean isPage(RoutingContext call) {
        return READING.contains(call.request().method())
                && !isAt(OURS, call)
                && !isAt(PLATFORM, call)
                && PLAIN.matcher(call.normalizedPath()).matches();
    }

    /** Whether a call is answered also where nobody is known to make it. */
    static boolean isOpenToAll(RoutingContext call) {
        return call.normalizedPath().equals(SessionResource.PATH)
                || call.normalizedPath().equals(SignInPages.OUT);
    }

    private void look(RoutingContext call) {
        if (isAt(HEALTH, call) || isPage(call) || !byProvider && SignInPages.isOne(call)) {
            call.next();
            return;
        }
        boolean begins = SessionResource.begins(call);
        boolean tries = begins || call.request().headers().contains(HttpHeaders.AUTHORIZATION);
        Problem wait = tries ? failures.wait(call) : null;
        Problem problem = wait == null && begins ? SessionResource.tooLarge(call) : wait;
        if (problem != null) {
            Problems.answerAndClose(call, problem);
        } else if (begins) {
            call.next();
        } else {
            signIn.of(call).subscribe().with(outcome -> come(call, outcome, tries), call::fail);
        }
    }

    private void come(RoutingContext call, SignIn.Outcome outcome, boolean tried) {
        if (outcome instanceof SignIn.Outcome.In in) {
            pass(call, in);
        } else if (outcome instanceof SignIn.Outcome.Out out) {
            if (isOpenToAll(call) && !tried && out.why() != Refusal.UNREACHABLE) {
                call.next();
            } else {
                Problems.answerAndClose(call, failures.problem(call, out, tried));
            }
        }
    }

    private void pass(RoutingContext call, SignIn.Outcome.In in) {
        CurrentIdentity.keep(call, in.identity());
        call.put(Gate.class.getName(), in);
        Problem problem = in.browser() == null ? null : forgery.problem(call, in.identity(), in.browser());
        if (problem == null && !isAt(OURS, call) && !SignInPages.isOne(call)) {
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

    private static boolean isAt(String place, RoutingContext call) {
        String path = call.normalizedPath();
        return path.equals(place) || path.startsWith(place + "/");
    }
}
