package org.noteworthy.api.audit;

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
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.Answers;
import org.noteworthy.api.Body;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.answer.Replay;
import org.noteworthy.api.answer.ReplayDifference;
import org.noteworthy.api.answer.ReplayedRule;
import org.noteworthy.audit.replay.Replayed;
import org.noteworthy.checking.Impact;

/** The calls that judge recorded notes again: ask for it, see how far it is, stop it. */
@Tag(name = "record")
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
    @Operation(summary = "Judge recorded notes again", description = """
            Recorded notes are replayed in the background: by the very rules that judged them, which must give \
            the same bytes, or by the edition that playbook names, which shows what that changes. The answer tells \
            where to ask how far it is.""")
    @RequestBody(
            required = true,
            description = "Which decisions, and by what; an empty object stands for all, by the rules that judged.",
            content = @Content(schema = @Schema(ref = "AskedReplay")))
    @APIResponse(
            responseCode = "202",
            description = "It is asked for, or under way already.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Address at which it is seen how far it is.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(ref = "Replay")))
    @APIResponse(responseCode = "400", description = """
            The body is not JSON, or asks what cannot be answered; or the call does not have such a parameter.""")
    @APIResponse(responseCode = "404", description = "There is no such edition, or nothing is recorded.")
    @APIResponse(responseCode = "413", description = "The body is longer than a question can be.")
    @APIResponse(responseCode = "422", description = "A field is none of those that there are, or not text.")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response askReplay(@Context RoutingContext call) throws IOException {
        AskedReplay asked = AskedReplay.read(Body.text(call, LARGEST));
        Replays.Job job = replays.ask(asked.query(), asked.playbook());
        return Response.status(Response.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, "/v1/audit/replays/" + job.id())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Answers.bytes(answer(job)))
                .build();
    }

    /** The replays that were asked for, the latest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List replays",
            description = "The replays that were asked for since the service began, the latest first.")
    @APIResponse(
            responseCode = "200",
            description = "The replays.",
            content = @Content(schema = @Schema(ref = "Replays")))
    public Response listReplays() {
        return Answers.ok(new org.noteworthy.api.answer.Replays(
                replays.all().stream().map(AuditReplaysResource::answer).toList()));
    }

    /** How a replay stands and, when it is done, what came of it. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "See how a replay stands",
            description = "How far it is and, when it is done, what came of it.")
    @APIResponse(
            responseCode = "200",
            description = "The replay.",
            content = @Content(schema = @Schema(ref = "Replay")))
    @APIResponse(responseCode = "404", ref = "UnknownReplay")
    public Response getReplay(
            @Parameter(description = "The id of a replay.", example = "01727395-f400-7f3a-9b1e-0d5c6a7b8e90")
                    @PathParam("id")
                    String id) {
        Replays.Job job = job(id);
        return Answers.ok(answer(job));
    }

    /** Stops a replay that is not over; one that is stays as it is. */
    @DELETE
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Cancel a replay", description = """
            It ends as soon as it can; one that is over stays as it is.""")
    @APIResponse(
            responseCode = "200",
            description = "The replay as it stands.",
            content = @Content(schema = @Schema(ref = "Replay")))
    @APIResponse(responseCode = "404", ref = "UnknownReplay")
    public Response cancelReplay(
            @Parameter(description = "The id of a replay.", example = "01727395-f400-7f3a-9b1e-0d5c6a7b8e90")
                    @PathParam("id")
                    String id) {
        Replays.Job job = job(id);
        job.cancel();
        return Answers.ok(answer(job));
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

    private static Replay answer(Replays.Job job) {
        Replays.State state = job.state();
        Replayed done = state == Replays.State.DONE ? job.replayed() : null;
        Replayed again = job.playbook() == null ? done : null;
        Impact impact = done != null && again == null ? done.impact() : null;
        return new Replay(
                job.id(),
                state.word(),
                job.asked(),
                AskedReplay.asked(job.query(), job.playbook()),
                job.decisions(),
                of(done, Replayed::withoutNote),
                of(again, Replayed::same),
                of(again, Replayed::masked),
                of(again, Replayed::different),
                of(again, AuditReplaysResource::differences),
                of(impact, Impact::notes),
                of(impact, Impact::changed),
                of(impact, AuditReplaysResource::rules),
                of(impact, other -> List.copyOf(other.failed())),
                job.trouble());
    }

    private static <T, R> @Nullable R of(@Nullable T outcome, Function<T, R> field) {
        return outcome == null ? null : field.apply(outcome);
    }

    private static List<ReplayDifference> differences(Replayed again) {
        return again.differences().stream()
                .map(each -> new ReplayDifference(
                        each.id(),
                        each.subject(),
                        each.product(),
                        List.copyOf(each.recorded()),
                        List.copyOf(each.now())))
                .toList();
    }

    private static List<ReplayedRule> rules(Impact impact) {
        return impact.rules().entrySet().stream()
                .map(rule -> new ReplayedRule(
                        rule.getKey(),
                        rule.getValue().newly(),
                        rule.getValue().noLonger(),
                        rule.getValue().still(),
                        rule.getValue().examples(),
                        rule.getValue().decisions()))
                .toList();
    }
}
