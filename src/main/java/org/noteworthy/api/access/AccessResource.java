package org.noteworthy.api.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.noteworthy.access.AccessException;
import org.noteworthy.access.AccessMode;
import org.noteworthy.access.ApiKey;
import org.noteworthy.access.KeyRing;
import org.noteworthy.access.Session;
import org.noteworthy.access.Sessions;
import org.noteworthy.api.Answers;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Settings;
import org.noteworthy.api.answer.access.Access;
import org.noteworthy.api.answer.access.Key;
import org.noteworthy.api.answer.access.Keys;
import org.noteworthy.api.answer.access.OpenSession;
import org.noteworthy.api.answer.access.OpenSessions;

/** The calls that tell who may do what, and by which keys and sessions. */
@Tag(name = "access")
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class AccessResource {
    private final AccessMode mode;
    private final Provider<KeyRing> keys;
    private final Provider<Sessions> sessions;
    private final Clock clock = Clock.systemUTC();

    AccessResource(Settings settings, Provider<KeyRing> keys, Provider<Sessions> sessions) {
        mode = settings.access().mode();
        this.keys = keys;
        this.sessions = sessions;
    }

    /** Which roles may make which call. */
    @GET
    @Path("/access")
    @Operation(
            summary = "Read who may do what",
            description = "The table by which calls are let through: each call with the roles that may make it.")
    @APIResponse(responseCode = "200", description = "The table.", content = @Content(schema = @Schema(ref = "Access")))
    public Response getAccess() {
        return Answers.ok(Access.of(mode));
    }

    /** Every key, without its secret. */
    @GET
    @Path("/keys")
    @Operation(
            summary = "List the keys",
            description = "Every API key with its name, roles and times; never its secret, which is kept nowhere.")
    @APIResponse(responseCode = "200", description = "The keys.", content = @Content(schema = @Schema(ref = "Keys")))
    public Response listKeys() {
        Instant now = clock.instant();
        return Answers.ok(new Keys(all().stream()
                .map(key -> Key.of(key, keys.get().lastUsed(key.id()).orElse(null), now))
                .toList()));
    }

    private List<ApiKey> all() {
        if (mode != AccessMode.KEYS) {
            return List.of();
        }
        try {
            return keys.get().all();
        } catch (AccessException e) {
            // Hardly ever: then nobody is let in that could ask for it.
            throw ProblemException.of(503, "The keys cannot be read", e.sentence());
        }
    }

    /** The browsers that are signed in by keys. */
    @GET
    @Path("/sessions")
    @Operation(
            summary = "List the sessions",
            description = "The browsers that are signed in by keys. Those of an OpenID provider are not kept here.")
    @APIResponse(
            responseCode = "200",
            description = "The sessions.",
            content = @Content(schema = @Schema(ref = "OpenSessions")))
    public Response listSessions(@Context RoutingContext call) {
        Map<String, ApiKey> byId = byId();
        return Answers.ok(new OpenSessions(open().stream()
                .filter(session -> byId.containsKey(session.key()))
                .map(session -> shown(session, byId, call))
                .toList()));
    }

    private List<Session> open() {
        return mode == AccessMode.KEYS ? sessions.get().all() : List.of();
    }

    private Map<String, ApiKey> byId() {
        return all().stream().collect(Collectors.toMap(ApiKey::id, Function.identity()));
    }

    private static OpenSession shown(Session session, Map<String, ApiKey> keys, RoutingContext call) {
        SignIn.Outcome.In in = Gate.signedIn(call);
        boolean current = in != null
                && in.browser() != null
                && session.id().equals(in.browser().id());
        ApiKey key = keys.get(session.key());
        if (key == null) {
            throw new IllegalStateException("A session has a key");
        }
        return OpenSession.of(session, key.identity(), current);
    }

    /** Ends a session. */
    @DELETE
    @Path("/sessions/{id}")
    @Operation(summary = "End a session", description = "Whoever it was signs in anew, as long as their key is taken.")
    @APIResponse(
            responseCode = "200",
            description = "The session, which has ended.",
            content = @Content(schema = @Schema(ref = "OpenSession")))
    @APIResponse(responseCode = "404", description = "There is no such session, or not any more.")
    public Response closeSession(
            @Parameter(
                            description = "Its id, as the list of sessions tells it.",
                            schema = @Schema(type = SchemaType.STRING),
                            example = "5f0c1e7a")
                    @PathParam("id")
                    String id,
            @Context RoutingContext call) {
        Map<String, ApiKey> byId = byId();
        Session known = open().stream()
                .filter(session -> session.id().equals(id) && byId.containsKey(session.key()))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        404, "No such session", "There is no such session, or not any more; /v1/sessions lists them."));
        sessions.get().end(known.id());
        return Answers.ok(shown(known, byId, call));
    }
}
