package org.noteworthy.api.draft;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.Answers;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.body.ApprovedDraft;
import org.noteworthy.api.body.DraftRemark;
import org.noteworthy.api.body.PublishedDraft;
import org.noteworthy.api.body.SubmittedDraft;
import org.noteworthy.drafts.Draft;

/** The calls that tell what a draft would do, and those of its review, up to the day on which it is in force. */
@Tag(name = "drafts")
@Path("/v1/drafts/{draft}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DraftReviewResource {
    private static final Duration USUAL_WAIT = Duration.ZERO;

    private final DraftDesk desk;
    private final DraftAnswers answers;

    DraftReviewResource(DraftDesk desk) {
        this.desk = desk;
        answers = new DraftAnswers(desk);
    }

    /** What is known of a draft before it counts. */
    @GET
    @Path("/checks")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Look at what a draft would do", description = """
            What lint finds, what becomes of the fixtures, and what changes for recorded notes. Answers with what is known; \
            more is known in a moment where running is true. The effect is told of the latest notes first, then of all.""")
    @APIResponse(
            responseCode = "200",
            description = "What is known.",
            content = @Content(schema = @Schema(ref = "DraftChecks")))
    @APIResponse(responseCode = "400", description = "The time to wait is none, or there is no such parameter.")
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response checkDraft(
            @Parameter(ref = "draft") @PathParam("draft") String name,
            @Parameter(
                            description =
                                    "How long to wait for what is not known yet, up to PT30S; left out, not at all.",
                            example = "PT2S",
                            schema = @Schema(type = SchemaType.STRING))
                    @QueryParam("wait")
                    @Nullable
                    String wait) {
        return Answers.ok(answers.checks(desk.checks().of(name, patience(wait))));
    }

    private static Duration patience(@Nullable String wait) {
        try {
            Duration asked = wait == null ? USUAL_WAIT : Duration.parse(wait);
            if (!asked.isNegative() && asked.compareTo(DraftDesk.LONGEST_WAIT) <= 0) {
                return asked;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw ProblemException.of(
                400,
                "Malformed request",
                "wait is a time from PT0S to PT" + DraftDesk.LONGEST_WAIT.toSeconds() + "S, such as PT2S.");
    }

    /** Hands a draft in for review. */
    @POST
    @Path("/submit")
    @Operation(
            summary = "Submit a draft",
            description = "Its digest is fixed from now on: whoever approves it approves that.")
    @RequestBody(
            required = true,
            description = "Why it should be in force.",
            content = @Content(schema = @Schema(ref = "SubmittedDraft")))
    @APIResponse(responseCode = "200", description = "The draft.", content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "409", ref = "DraftNotSo")
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(responseCode = "422", description = "The reason is missing or too long, or a field is wrong.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response submitDraft(
            @Parameter(ref = "draft") @PathParam("draft") String name, @Context RoutingContext call) {
        SubmittedDraft asked = JsonBody.read(call, DraftsResource.LONGEST_BODY, SubmittedDraft.class);
        return one(desk.reviews().submit(name, asked.digest(), asked.reason(), DraftDesk.person(call)));
    }

    /** Approves a submission. */
    @POST
    @Path("/approve")
    @Operation(summary = "Approve a draft", description = """
            The approval names the digest, the difference and the effect, and counts until anything of the draft is changed.""")
    @RequestBody(
            required = true,
            description = "What is approved.",
            content = @Content(schema = @Schema(ref = "ApprovedDraft")))
    @APIResponse(responseCode = "200", description = "The draft.", content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "403",
            description = "Whoever asks has changed the draft, or does not have the role that this takes.")
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "409", ref = "DraftNotSo")
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(responseCode = "422", description = "The digest is missing, or a field is wrong.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response approveDraft(
            @Parameter(ref = "draft") @PathParam("draft") String name, @Context RoutingContext call) {
        ApprovedDraft asked = JsonBody.read(call, DraftsResource.LONGEST_BODY, ApprovedDraft.class);
        String comment = Objects.requireNonNullElse(asked.comment(), "");
        return one(desk.reviews().approve(name, asked.digest(), comment, DraftDesk.person(call)));
    }

    /** Takes a submission back. */
    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    @Operation(
            summary = "Withdraw a draft",
            description = "It can be changed again, and approvals of it count no longer.")
    @APIResponse(responseCode = "200", description = "The draft.", content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "409", ref = "DraftNotSo")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response withdrawDraft(@Parameter(ref = "draft") @PathParam("draft") String name) {
        return one(desk.reviews().withdraw(name));
    }

    /** Says something of a draft. */
    @POST
    @Path("/comments")
    @Operation(summary = "Comment on a draft", description = "Whatever is to be said of it, in a few lines.")
    @RequestBody(required = true, description = "What.", content = @Content(schema = @Schema(ref = "DraftRemark")))
    @APIResponse(responseCode = "200", description = "The draft.", content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "409", description = "The draft has as many comments as it can have.")
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(responseCode = "422", description = "The text is missing or too long, or a field is wrong.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response commentDraft(
            @Parameter(ref = "draft") @PathParam("draft") String name, @Context RoutingContext call) {
        DraftRemark asked = JsonBody.read(call, DraftsResource.LONGEST_BODY, DraftRemark.class);
        return one(desk.reviews().comment(name, asked.text(), DraftDesk.person(call)));
    }

    /** Puts a draft in force. */
    @POST
    @Path("/publish")
    @Operation(summary = "Publish a draft", description = """
            Refused while lint or fixtures fail, approvals are missing, or the base has changed. The audit log is written, then \
            the edition changes in one step; the service judges by it a moment later.""")
    @RequestBody(
            required = true,
            description = "Why, and from when.",
            content = @Content(schema = @Schema(ref = "PublishedDraft")))
    @APIResponse(responseCode = "200", description = "The draft.", content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(
            responseCode = "409",
            description =
                    "The draft cannot be published as it is, or somebody else is publishing. Nothing was changed.")
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(responseCode = "422", description = "The reason is missing or too long, or a field is wrong.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response publishDraft(
            @Parameter(ref = "draft") @PathParam("draft") String name, @Context RoutingContext call) {
        PublishedDraft asked = JsonBody.read(call, DraftsResource.LONGEST_BODY, PublishedDraft.class);
        return one(desk.settling(
                () -> desk.publisher().publish(name, asked.reason(), asked.inForceFrom(), DraftDesk.person(call))));
    }

    private Response one(Draft draft) {
        return Answers.ok(answers.one(draft));
    }
}
