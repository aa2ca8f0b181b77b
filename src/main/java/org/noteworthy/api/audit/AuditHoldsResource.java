package org.noteworthy.api.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.noteworthy.api.Answers;
import org.noteworthy.api.Body;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Recorder;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Hold;
import org.noteworthy.audit.store.Holds;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.notes.text.Nearest;

/** The calls that keep the decisions of an engagement, however old they get. */
@Tag(name = "record")
@Path("/v1/audit/holds")
public class AuditHoldsResource {
    private static final String REASON = "reason";
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_BODY = 10_000;

    private final Recorder recorder;
    private final Clock clock = Clock.systemUTC();

    AuditHoldsResource(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Which engagements are held, since when and why. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List the engagements on hold",
            description = "The engagements whose decisions are kept however old they get, with the reasons.")
    @APIResponse(
            responseCode = "200",
            description = "The engagements, by their ids.",
            content = @Content(schema = @Schema(ref = "Holds")))
    @APIResponse(responseCode = "404", ref = "NothingRecorded")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response listHolds() {
        return Answers.ok(org.noteworthy.api.answer.Holds.of(recorder.holds().all()));
    }

    /** Holds an engagement from now on. */
    @PUT
    @Path("/{engagement: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put an engagement on hold", description = """
            From now on no decision of the engagement is pruned, however old it is, until it is released. One that \
            is held already only gets the new reason.""")
    @RequestBody(
            required = true,
            description = "Why it is held, in UTF-8.",
            content = @Content(schema = @Schema(ref = "HoldReason")))
    @APIResponse(responseCode = "200", description = "It is held.", content = @Content(schema = @Schema(ref = "Hold")))
    @APIResponse(responseCode = "400", description = """
            The body is not JSON, or not UTF-8, or ends too early; or the call does not have such a parameter.""")
    @APIResponse(responseCode = "404", ref = "NothingRecorded")
    @APIResponse(responseCode = "413", description = "The body is longer than a reason can be.")
    @APIResponse(
            responseCode = "422",
            description = "The reason is missing or too long, or there is something else beside it.")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response holdEngagement(
            @Parameter(description = """
                    The id of an engagement, as decisions in the record name it; where engagements are masked, that \
                    is what stands there for it. A slash in it may stand as it is, or as %2F.""", example = "E-2") @PathParam("engagement") String engagement,
            @Context RoutingContext call)
            throws IOException {
        String reason = reason(Body.text(call, LONGEST_BODY));
        Holds holds = recorder.holds();
        Hold asked = checked(() -> new Hold(engagement, clock.instant(), reason));
        Hold hold = checked(() -> holds.hold(asked.engagement(), asked.reason(), asked.since()));
        return Answers.ok(org.noteworthy.api.answer.Hold.of(hold));
    }

    /** Holds an engagement no longer. */
    @DELETE
    @Path("/{engagement: .+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Release an engagement",
            description = "Its decisions are pruned with the others of their age from now on.")
    @APIResponse(
            responseCode = "200",
            description = "It was held, as the answer says, and is no longer.",
            content = @Content(schema = @Schema(ref = "Hold")))
    @APIResponse(responseCode = "404", description = "It is not held, or the service records nothing.")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response releaseEngagement(
            @Parameter(description = """
                    The id of an engagement, as decisions in the record name it; where engagements are masked, that \
                    is what stands there for it. A slash in it may stand as it is, or as %2F.""", example = "E-2") @PathParam("engagement") String engagement) {
        Holds holds = recorder.holds();
        Hold hold = holds.release(engagement).orElseThrow(() -> notHeld(engagement, holds));
        return Answers.ok(org.noteworthy.api.answer.Hold.of(hold));
    }

    private ProblemException notHeld(String engagement, Holds holds) {
        List<String> held = holds.all().stream().map(Hold::engagement).toList();
        return ProblemException.of(
                404,
                "Not held",
                "The engagement " + engagement + " is not held."
                        + Nearest.maybe(engagement, held, " /v1/audit/holds lists those that are."));
    }

    private static Hold checked(Supplier<Hold> hold) {
        try {
            return hold.get();
        } catch (AuditException e) {
            throw ProblemException.of(422, "No such hold", String.valueOf(e.getMessage()));
        }
    }

    /** Reads {@code {"reason": "…"}}, and nothing else. */
    private static String reason(String body) throws IOException {
        String reason = "";
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw wrong("", "The body is an object that tells why: {\"reason\": \"…\"}.");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                if (!field.equals(REASON)) {
                    throw wrong("/" + field, "There is no field \"" + field + "\"; there is reason.");
                }
                if (json.nextToken() != JsonToken.VALUE_STRING) {
                    throw wrong("/" + field, "reason is a text in quotes.");
                }
                reason = json.getText();
            }
            if (json.nextToken() != null) {
                throw wrong("", "The body goes on behind its object. Send one object.");
            }
        } catch (JsonProcessingException e) {
            throw ProblemException.of(
                    400, "Malformed JSON", "The body cannot be read as JSON: it is {\"reason\": \"…\"}, in UTF-8.");
        }
        if (reason.isBlank()) {
            throw wrong("/reason", "reason is missing; it tells why the engagement is held.");
        }
        return reason;
    }

    private static ProblemException wrong(String pointer, String detail) {
        return new ProblemException(
                new Problem(422, "1 field is wrong", detail, List.of(new Problem.FieldError(pointer, detail))));
    }
}
