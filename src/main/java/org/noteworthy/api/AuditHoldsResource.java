package org.noteworthy.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Hold;
import org.noteworthy.audit.store.Holds;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.notes.text.Nearest;

/** The calls that keep the decisions of an engagement, however old they get. */
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
    public Response holds() {
        Holds holds = recorder.holds();
        List<Hold> all = holds.all();
        return Answers.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("holds");
            for (Hold hold : all) {
                write(json, hold);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Holds an engagement from now on. */
    @PUT
    @Path("/{engagement: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response hold(@PathParam("engagement") String engagement, @Context RoutingContext call) throws IOException {
        String reason = reason(Body.text(call, LONGEST_BODY));
        Holds holds = recorder.holds();
        Hold asked = checked(() -> new Hold(engagement, clock.instant(), reason));
        Hold hold = checked(() -> holds.hold(asked.engagement(), asked.reason(), asked.since()));
        return Answers.ok(json -> write(json, hold));
    }

    /** Holds an engagement no longer. */
    @DELETE
    @Path("/{engagement: .+}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response release(@PathParam("engagement") String engagement) {
        Holds holds = recorder.holds();
        Hold hold = holds.release(engagement).orElseThrow(() -> notHeld(engagement, holds));
        return Answers.ok(json -> write(json, hold));
    }

    private ProblemException notHeld(String engagement, Holds holds) {
        List<String> held = holds.all().stream().map(Hold::engagement).toList();
        return ProblemException.of(
                404,
                "Not held",
                "The engagement " + engagement + " is not held."
                        + Nearest.among(engagement, held)
                                .map(near -> " Maybe you mean " + near + ".")
                                .orElse(" /v1/audit/holds lists those that are."));
    }

    private static Hold checked(Supplier<Hold> hold) {
        try {
            return hold.get();
        } catch (AuditException e) {
            throw ProblemException.of(422, "No such hold", String.valueOf(e.getMessage()));
        }
    }

    private static void write(JsonGenerator json, Hold hold) throws IOException {
        json.writeStartObject();
        json.writeStringField("engagement", hold.engagement());
        json.writeStringField("since", hold.since().toString());
        json.writeStringField(REASON, hold.reason());
        json.writeEndObject();
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
