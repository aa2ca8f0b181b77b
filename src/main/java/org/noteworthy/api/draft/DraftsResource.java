package org.noteworthy.api.draft;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Tagged;
import org.noteworthy.api.body.NewDraft;
import org.noteworthy.api.body.RebasedDraft;
import org.noteworthy.drafts.Draft;
import org.noteworthy.drafts.DraftState;
import org.noteworthy.notes.text.Nearest;

/** The calls that make drafts, list and show them, put them onto a base that has moved, and give them up. */
@Tag(name = "drafts")
@Path("/v1/drafts")
@Produces(MediaType.APPLICATION_JSON)
public class DraftsResource {
    static final int LONGEST_BODY = 50_000;

    private final DraftDesk desk;
    private final DraftAnswers answers;

    DraftsResource(DraftDesk desk) {
        this.desk = desk;
        answers = new DraftAnswers(desk);
    }

    /** Makes a draft: a copy of an edition, or of the waivers, that changes nothing until it is published. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a draft", description = """
            A copy of an edition, or of the waivers (waivers.csv), to be changed. It judges nothing until it is published.""")
    @RequestBody(
            required = true,
            description = "Its name, and what it is a copy of.",
            content = @Content(schema = @Schema(ref = "NewDraft")))
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            headers =
                    @Header(
                            name = "Location",
                            description = "The address of the draft.",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", description = "There is no such edition.")
    @APIResponse(responseCode = "409", description = "There is a draft of that name, or too many are open.")
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(responseCode = "422", description = "The name, the title or the day is none, or a field is wrong.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response createDraft(@Context RoutingContext call) {
        NewDraft asked = JsonBody.read(call, LONGEST_BODY, NewDraft.class);
        String title = Objects.requireNonNullElse(asked.title(), asked.name());
        Draft draft =
                desk.all().create(asked.name(), title, asked.from(), day(asked.inForceFrom()), DraftDesk.person(call));
        return Response.created(URI.create("/v1/drafts/" + draft.name()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Answers.bytes(answers.one(draft)))
                .build();
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw JsonBody.wrong("/inForceFrom", "inForceFrom is a day such as 2020-03-25.");
        }
    }

    /** All drafts, by name. */
    @GET
    @Operation(summary = "List the drafts", description = "Every draft, by its name; those that are closed, too.")
    @APIResponse(
            responseCode = "200",
            description = "The drafts.",
            content = @Content(schema = @Schema(ref = "Drafts")))
    @APIResponse(responseCode = "304", ref = "NotModified")
    @APIResponse(responseCode = "400", description = "There is no such state, or no such parameter.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response listDrafts(
            @Parameter(
                            description = "Only drafts in this state.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"editing", "in-review", "approved", "published", "discarded"
                                            }))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Context RoutingContext call) {
        List<String> words =
                Arrays.stream(DraftState.values()).map(DraftState::word).toList();
        if (state != null && !words.contains(state)) {
            throw ProblemException.of(
                    400,
                    "Unknown state",
                    "There is no state of that name."
                            + Nearest.maybe(state, words, " There is " + String.join(", ", words) + "."));
        }
        return Tagged.ok(call.request(), answers.all(desk.all().all(), state));
    }

    /** One draft as a whole. */
    @GET
    @Path("/{draft}")
    @Operation(summary = "Look at a draft", description = """
            Its files, its history, what was said of it, and whether what it was made of has changed since.""")
    @APIResponse(responseCode = "200", description = "The draft.", content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    @APIResponse(responseCode = "304", ref = "NotModified")
    public Response getDraft(@Parameter(ref = "draft") @PathParam("draft") String name, @Context RoutingContext call) {
        return Tagged.ok(call.request(), answers.one(desk.all().find(name)));
    }

    /** How a draft differs from what it was made of. */
    @GET
    @Path("/{draft}/difference")
    @Operation(summary = "Compare a draft with its base", description = """
            Each file that differs, as diff -u prints it. The digest of all of it stands in every approval.""")
    @APIResponse(
            responseCode = "200",
            description = "The difference.",
            content = @Content(schema = @Schema(ref = "DraftDifference")))
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response compareDraft(@Parameter(ref = "draft") @PathParam("draft") String name) {
        return Answers.ok(answers.difference(desk.all().find(name)));
    }

    /** Takes over what has changed in the base of a draft since it was made. */
    @POST
    @Path("/{draft}/rebase")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put a draft onto its base as it is now", description = """
            Takes over what has changed in the rules folder since the draft was made, file by file and line by line. Where \
            both have changed the same lines nothing is saved, and the conflicts are told.""")
    @RequestBody(
            required = true,
            description = "What stands where both have changed the same lines; {} to be told of them.",
            content = @Content(schema = @Schema(ref = "RebasedDraft")))
    @APIResponse(
            responseCode = "200",
            description = "The draft on its base, or the conflicts.",
            content = @Content(schema = @Schema(ref = "Rebased")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "409", description = "The draft is closed, or its base is gone.")
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(responseCode = "422", description = "A field is wrong.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response rebaseDraft(
            @Parameter(ref = "draft") @PathParam("draft") String name, @Context RoutingContext call) {
        RebasedDraft asked = JsonBody.read(call, LONGEST_BODY, RebasedDraft.class);
        boolean keepMine = Boolean.TRUE.equals(asked.keepMine());
        return Answers.ok(answers.rebased(desk.rebase().rebase(name, keepMine, DraftDesk.person(call))));
    }

    /** Gives a draft up. */
    @DELETE
    @Path("/{draft}")
    @Operation(summary = "Discard a draft", description = "It stays to be read, and cannot be changed any more.")
    @APIResponse(responseCode = "200", description = "The draft.", content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "409", description = "The draft is closed already.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response discardDraft(@Parameter(ref = "draft") @PathParam("draft") String name) {
        return Answers.ok(answers.one(desk.reviews().discard(name)));
    }
}
