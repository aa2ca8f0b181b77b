package org.noteworthy.api.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.AccessMode;
import org.noteworthy.access.KeyRing;
import org.noteworthy.access.Sessions;
import org.noteworthy.api.Answers;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Settings;
import org.noteworthy.api.answer.access.SignedIn;
import org.noteworthy.api.body.SignInKey;
import org.noteworthy.api.draft.JsonBody;
import org.noteworthy.checking.outcome.Problem;

/** The calls by which a browser signs in and out, and learns who it is. */
@Tag(name = "access")
@Path(SessionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    static final String PATH = "/v1/session";

    private static final Logger LOG = Logger.getLogger("noteworthy.access");
    private static final int LONGEST_BODY = 1_000;

    private final AccessMode mode;
    private final Provider<KeyRing> keys;
    private final Provider<Sessions> sessions;
    private final Forgery forgery;
    private final SignInFailures failures;

    SessionResource(
            Settings settings,
            Provider<KeyRing> keys,
            Provider<Sessions> sessions,
            Forgery forgery,
            SignInFailures failures) {
        mode = settings.access().mode();
        this.keys = keys;
        this.sessions = sessions;
        this.forgery = forgery;
        this.failures = failures;
    }

    /** Whether a call wants to begin a session, whoever made it. */
    static boolean begins(RoutingContext call) {
        return call.request().method().equals(HttpMethod.POST)
                && call.normalizedPath().equals(PATH);
    }

    /** Why a body is not even read, since nobody knows who sends it; null if it is. */
    static @Nullable Problem tooLarge(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,4}") && Integer.parseInt(length) <= LONGEST_BODY
                ? null
                : Problem.of(
                        413,
                        "Body too large",
                        "The body is longer than " + LONGEST_BODY
                                + " bytes, the limit of this call, or its length is not stated. Send it with"
                                + " Content-Length.");
    }

    /** Who makes the call. */
    @GET
    @Operation(summary = "Ask who is signed in", description = """
            Who makes this call, their roles, and the calls that they may make. Answered also where nobody is signed in; \
            then it tells nothing but how one signs in.""")
    @APIResponse(
            responseCode = "200",
            description = "Who makes the call, or that nobody is known to make it.",
            content = @Content(schema = @Schema(ref = "SignedIn")))
    @APIResponse(responseCode = "503", description = "At the moment it cannot be found out who calls.")
    public Response getSession(@Context RoutingContext call) {
        return answer(state(Gate.signedIn(call)));
    }

    private SignedIn state(SignIn.Outcome.@Nullable In in) {
        if (in == null) {
            return SignedIn.nobody(mode, mode == AccessMode.OIDC ? SignInPages.IN : null);
        }
        BrowserSession browser = in.browser();
        return SignedIn.of(
                mode,
                in.identity(),
                browser == null ? null : forgery.token(in.identity(), browser),
                browser == null ? null : browser.until(),
                browser == null || mode != AccessMode.OIDC ? null : SignInPages.OUT);
    }

    /** Signs a browser in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in with a key", description = """
            Gives a browser a cookie that it is known by from then on, for as long as the key is taken, it calls again and \
            again, and at most as long as is set. A session that it had before ends.""")
    @RequestBody(required = true, description = "The key.", content = @Content(schema = @Schema(ref = "SignInKey")))
    @APIResponse(
            responseCode = "200",
            description = "The browser is signed in.",
            content = @Content(schema = @Schema(ref = "SignedIn")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "409", description = "Callers of this service are not known by keys.")
    @APIResponse(
            responseCode = "413",
            description = "The body is longer than that of this call can be, or its length is not stated.")
    @APIResponse(responseCode = "422", description = "The key is missing, or there is something else beside it.")
    @APIResponse(responseCode = "503", description = "The keys cannot be read at the moment.")
    public Response beginSession(@Context RoutingContext call) {
        if (mode != AccessMode.KEYS) {
            throw ProblemException.of(
                    409,
                    "No sign-in by key",
                    mode == AccessMode.NONE
                            ? "Nobody need sign in here: access control is off."
                            : "People sign in at the OpenID provider here. Lead the browser to " + SignInPages.IN
                                    + ".");
        }
        SignInKey given = JsonBody.read(call, LONGEST_BODY, SignInKey.class);
        KeyRing.Answer asked = keys.get().find(given.key().strip());
        if (!(asked instanceof KeyRing.Answer.Accepted accepted)) {
            throw new ProblemException(failures.problem(call, KeySignIn.out((KeyRing.Answer.Refused) asked), true));
        }
        leave(call);
        Sessions.Begun begun = sessions.get().begin(accepted.key());
        SessionCookie.give(call, begun.secret());
        BrowserSession browser = BrowserSession.of(begun.session());
        forgery.begin(call, accepted.key().identity(), browser);
        LOG.infof(
                "%s signed in from %s, session %s of key %s",
                accepted.key().identity().id(),
                Refused.address(call),
                begun.session().id(),
                accepted.key().id());
        return answer(state(new SignIn.Outcome.In(accepted.key().identity(), browser)));
    }

    private void leave(RoutingContext call) {
        String secret = SessionCookie.of(call);
        if (secret != null) {
            sessions.get().leave(secret);
        }
    }

    /** Signs a browser out. */
    @DELETE
    @Operation(summary = "Sign out", description = """
            The browser is known no longer. Answered also where nobody is signed in. Of a browser that has signed in at an \
            OpenID provider only this service forgets it; signOut, of the call before, leads to the provider as well.""")
    @APIResponse(
            responseCode = "200",
            description = "Nobody is signed in by that browser.",
            content = @Content(schema = @Schema(ref = "SignedIn")))
    @APIResponse(responseCode = "503", description = "At the moment it cannot be found out who calls.")
    public Response endSession(@Context RoutingContext call) {
        if (mode == AccessMode.KEYS) {
            leave(call);
            SessionCookie.take(call);
        } else if (mode == AccessMode.OIDC) {
            SignInPages.forget(call);
        }
        SignIn.Outcome.In in = Gate.signedIn(call);
        return answer(state(in == null || in.browser() != null ? null : in));
    }

    private static Response answer(SignedIn state) {
        return Response.fromResponse(Answers.ok(state))
                .header("Cache-Control", "no-store")
                .build();
    }
}
