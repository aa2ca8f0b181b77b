package org.noteworthy.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.noteworthy.audit.replay.Replayed;
import org.noteworthy.checking.Impact;

/** The calls that judge recorded notes again: ask for it, see how far it is, stop it. */
@Path("/v1/audit/replays")
public class AuditReplaysResource {
    private static final int LARGEST = 64 * 1024;

    private final Replays replays;

    AuditReplaysResource(Replays replays) {
        this.replays = replays;
    }

    /** Asks for a replay of the decisions that the body describes. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response ask(@Context RoutingContext call) throws IOException {
        AskedReplay asked = AskedReplay.read(Body.text(call, LARGEST));
        Replays.Job job = replays.ask(asked.query(), asked.playbook());
        return Response.status(Response.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, "/v1/audit/replays/" + job.id())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Answers.bytes(json -> write(json, job)))
                .build();
    }

    /** The replays that were asked for, the latest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response all() {
        return Answers.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("replays");
            for (Replays.Job job : replays.all()) {
                write(json, job);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** How a replay stands and, when it is done, what came of it. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(@PathParam("id") String id) {
        Replays.Job job = job(id);
        return Answers.ok(json -> write(json, job));
    }

    /** Stops a replay that is not over; one that is stays as it is. */
    @DELETE
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response cancel(@PathParam("id") String id) {
        Replays.Job job = job(id);
        job.cancel();
        return Answers.ok(json -> write(json, job));
    }

    private Replays.Job job(String id) {
        return replays.find(id)
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "Unknown replay",
                        "There is no replay " + id
                                + ". They are forgotten when the service ends; /v1/audit/replays lists those that there"
                                + " are."));
    }

    private static void write(JsonGenerator json, Replays.Job job) throws IOException {
        Replays.State state = job.state();
        json.writeStartObject();
        json.writeStringField("id", job.id());
        json.writeStringField("state", state.word());
        json.writeStringField("asked", job.asked().toString());
        json.writeObjectFieldStart("of");
        AskedReplay.write(json, job.query(), job.playbook());
        json.writeEndObject();
        json.writeNumberField("decisions", job.decisions());
        Replayed replayed = job.replayed();
        if (state == Replays.State.DONE && replayed != null) {
            json.writeNumberField("withoutNote", replayed.withoutNote());
            if (job.playbook() == null) {
                writeAgain(json, replayed);
            } else {
                write(json, replayed.impact());
            }
        }
        if (job.trouble() != null) {
            json.writeStringField("trouble", job.trouble());
        }
        json.writeEndObject();
    }

    private static void writeAgain(JsonGenerator json, Replayed replayed) throws IOException {
        json.writeNumberField("same", replayed.same());
        json.writeNumberField("masked", replayed.masked());
        json.writeNumberField("different", replayed.different());
        json.writeArrayFieldStart("differences");
        for (Replayed.Difference difference : replayed.differences()) {
            json.writeStartObject();
            json.writeStringField("decision", difference.id());
            json.writeStringField("subject", difference.subject());
            json.writeStringField("product", difference.product());
            write(json, "recorded", difference.recorded());
            write(json, "now", difference.now());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Impact impact) throws IOException {
        json.writeNumberField("judged", impact.notes());
        json.writeNumberField("changed", impact.changed());
        json.writeArrayFieldStart("rules");
        for (var rule : impact.rules().entrySet()) {
            json.writeStartObject();
            json.writeStringField("rule", rule.getKey());
            json.writeNumberField("newly", rule.getValue().newly());
            json.writeNumberField("noLonger", rule.getValue().noLonger());
            json.writeNumberField("still", rule.getValue().still());
            write(json, "examples", rule.getValue().examples());
            json.writeEndObject();
        }
        json.writeEndArray();
        write(json, "failed", impact.failed());
    }

    private static void write(JsonGenerator json, String field, Iterable<String> words) throws IOException {
        json.writeArrayFieldStart(field);
        for (String word : words) {
            json.writeString(word);
        }
        json.writeEndArray();
    }
}
