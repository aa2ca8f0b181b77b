package org.noteworthy.api.draft;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
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
import org.noteworthy.api.Answers;
import org.noteworthy.api.body.Rollback;
import org.noteworthy.drafts.Person;

/** The call that puts an earlier state of the policy in force again. */
@Tag(name = "drafts")
@Path("/v1/rollbacks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RollbackResource {
    private final DraftDesk desk;
    private final DraftAnswers answers;

    RollbackResource(DraftDesk desk) {
        this.desk = desk;
        answers = new DraftAnswers(desk);
    }

    /** Puts an earlier state in force again. */
    @POST
    @Operation(summary = "Roll an edition back", description = """
            Puts an edition, or the waivers, as they were at an earlier digest, or before a publication, in force again, as a \
            policy change of its own. What was changed by hand since is not overwritten, and a publication is undone only \
            while no other followed it.""")
    @RequestBody(
            required = true,
            description = "Which state, and why.",
            content = @Content(schema = @Schema(ref = "Rollback")))
    @APIResponse(
            responseCode = "200",
            description = "The draft that holds the earlier state.",
            content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(
            responseCode = "404",
            description = "There is no such edition, or no policy change names the digest or the publication.")
    @APIResponse(
            responseCode = "409",
            description =
                    "The edition was changed by hand or by a later publication, is that already, or cannot be so any more.")
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response rollback(@Context RoutingContext call) {
        Rollback asked = JsonBody.read(call, DraftsResource.LONGEST_BODY, Rollback.class);
        Person by = DraftDesk.person(call);
        String undo = asked.undo();
        String edition = asked.edition();
        if (undo != null) {
            if (edition != null || asked.digest() != null) {
                throw JsonBody.wrong("/undo", "undo says which edition and digest. Leave those two out.");
            }
            return Answers.ok(answers.one(desk.settling(() -> desk.rollbacks().undo(undo, asked.reason(), by))));
        }
        if (edition == null) {
            throw JsonBody.wrong("/edition", "edition is missing. Name it, or the publication to undo.");
        }
        return Answers.ok(answers.one(
                desk.settling(() -> desk.rollbacks().rollBack(edition, asked.digest(), asked.reason(), by))));
    }
}
