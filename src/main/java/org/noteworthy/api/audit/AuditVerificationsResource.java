package org.noteworthy.api.audit;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.noteworthy.api.Answers;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.answer.Verification;
import org.noteworthy.audit.VerifyingKey;

/** The calls that verify the audit log: ask for it, see how far it is, stop it. */
@Tag(name = "record")
@Path("/v1/audit/verifications")
@Produces(MediaType.APPLICATION_JSON)
public class AuditVerificationsResource {
    private final Verifications verifications;

    AuditVerificationsResource(Verifications verifications) {
        this.verifications = verifications;
    }

    /** Asks for a verification of all that is recorded. */
    @POST
    @Operation(summary = "Verify the audit log", description = """
            Looks in the background whether every decision and policy change is as it was recorded, as audit verify \
            does, and whether checkpoints are signed by the key of the service. One runs at a time, for half an hour \
            at most. The answer tells where to ask how far it is.""")
    @APIResponse(
            responseCode = "202",
            description = "It is under way; so may it have been before.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Address at which it is seen how far it is.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(ref = "Verification")))
    @APIResponse(responseCode = "404", ref = "NothingRecorded")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response askVerification() {
        Verifications.Job job = verifications.ask();
        return Response.status(Response.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, "/v1/audit/verifications/" + job.id())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Answers.bytes(answer(job)))
                .build();
    }

    /** The verifications that were asked for, the latest first. */
    @GET
    @Operation(
            summary = "List verifications",
            description = "The last verifications that were asked for since the service began, the latest first.")
    @APIResponse(
            responseCode = "200",
            description = "The verifications.",
            content = @Content(schema = @Schema(ref = "Verifications")))
    public Response listVerifications() {
        return Answers.ok(new org.noteworthy.api.answer.Verifications(verifications.all().stream()
                .map(AuditVerificationsResource::answer)
                .toList()));
    }

    /** How a verification stands and, when it is done, what came of it. */
    @GET
    @Path("/{id}")
    @Operation(
            summary = "See how a verification stands",
            description = "How far it is and, when it is done, what came of it.")
    @APIResponse(
            responseCode = "200",
            description = "The verification.",
            content = @Content(schema = @Schema(ref = "Verification")))
    @APIResponse(responseCode = "404", description = "There is no such verification, or not any more.")
    public Response getVerification(
            @Parameter(description = "The id of a verification.", example = "01727395-f400-7f3a-9b1e-0d5c6a7b8e90")
                    @PathParam("id")
                    String id) {
        return Answers.ok(answer(job(id)));
    }

    /** Stops a verification that is not over; one that is stays as it is. */
    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Cancel a verification",
            description = "It ends as soon as it can; one that is over stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The verification as it stands.",
            content = @Content(schema = @Schema(ref = "Verification")))
    @APIResponse(responseCode = "404", description = "There is no such verification, or not any more.")
    public Response cancelVerification(
            @Parameter(description = "The id of a verification.", example = "01727395-f400-7f3a-9b1e-0d5c6a7b8e90")
                    @PathParam("id")
                    String id) {
        Verifications.Job job = job(id);
        job.cancel();
        return Answers.ok(answer(job));
    }

    private Verifications.Job job(String id) {
        return verifications
                .find(id)
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "Unknown verification",
                        "There is no verification " + id
                                + ". They are forgotten when the service ends; /v1/audit/verifications lists those that"
                                + " there are."));
    }

    private static Verification answer(Verifications.Job job) {
        Verifications.State state = job.state();
        Verified verified = state == Verifications.State.DONE ? job.verified() : null;
        VerifyingKey key = job.key();
        return new Verification(
                job.id(),
                state.name().toLowerCase(Locale.ROOT),
                job.asked(),
                job.ended(),
                job.decisions(),
                job.of(),
                key == null ? null : key.id(),
                verified == null ? null : verified.holds(),
                verified == null ? null : verified.chains(),
                verified == null ? null : verified.others(),
                job.trouble());
    }
}
