package org.noteworthy.api.draft;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.noteworthy.api.Answers;
import org.noteworthy.api.body.UnsavedText;
import org.noteworthy.authoring.vocabulary.EditionVocabulary;
import org.noteworthy.playbooks.edition.WrittenEdition;

/** The calls that an editor makes of a text while somebody changes it. */
@Tag(name = "drafts")
@Path("/v1/drafts/{draft}")
@Produces(MediaType.APPLICATION_JSON)
public class DraftTextsResource {
    /** A file of 1 MiB, each character of which may be written as JSON writes strange ones. */
    private static final int LARGEST_BODY = 6 << 20;

    private final DraftDesk desk;

    DraftTextsResource(DraftDesk desk) {
        this.desk = desk;
    }

    /** What lint would say of a draft once this text was saved. */
    @POST
    @Path("/lint")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lint a text that is not saved", description = """
            What lint would find if the file had this text, by the same code as the checks of a draft. Nothing is saved, \
            compiled or run. Whoever types on closes the call before.""")
    @RequestBody(
            required = true,
            description = "The file, and its text.",
            content = @Content(schema = @Schema(ref = "UnsavedText")))
    @APIResponse(
            responseCode = "200",
            description = "What lint finds.",
            content = @Content(schema = @Schema(ref = "DraftLint")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(responseCode = "422", description = "A draft has no such file, or a field is wrong.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response lintDraft(@Parameter(ref = "draft") @PathParam("draft") String name, @Context RoutingContext call) {
        UnsavedText unsaved = JsonBody.read(call, LARGEST_BODY, UnsavedText.class);
        byte[] text = unsaved.text().getBytes(StandardCharsets.UTF_8);
        return Answers.ok(DraftAnswers.lint(Looking.of(() -> desk.unsaved()
                .of(name, unsaved.path(), text, () -> call.response().closed()))));
    }

    /** Everything that a rule of a draft may say. */
    @GET
    @Path("/vocabulary")
    @Operation(summary = "Look up what a rule of a draft may say", description = """
            What the vocabulary of an edition tells, with the tables and clauses of the draft as they are saved.""")
    @APIResponse(
            responseCode = "200",
            description = "The vocabulary.",
            content = @Content(schema = @Schema(ref = "Vocabulary")))
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "409", description = "The draft is one of the waivers, which have no rules.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response getDraftVocabulary(
            @Parameter(ref = "draft") @PathParam("draft") String name, @Context RoutingContext call) {
        WrittenEdition edition = desk.edition(name, () -> call.response().closed());
        return Answers.ok(EditionVocabulary.of(edition.tables(), edition.clauses()));
    }

    /** A file of a draft as it was, as the draft has it, and as it is in the rules folder now. */
    @GET
    @Path("/versions/{path:.+}")
    @Operation(summary = "Look at a file in its three states", description = """
            The file as it was when the draft was made, as the draft has it, and as it lies in the rules folder now; and \
            what comes of both changes.""")
    @APIResponse(
            responseCode = "200",
            description = "The three states.",
            content = @Content(schema = @Schema(ref = "FileStates")))
    @APIResponse(responseCode = "404", description = "There is no such draft, or nobody has such a file.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response getDraftVersions(
            @Parameter(ref = "draft") @PathParam("draft") String name,
            @Parameter(description = "A name from the list of files of the draft, or of those that have moved.")
                    @PathParam("path")
                    String path) {
        return Answers.ok(
                DraftAnswers.states(path, desk.rebase().threeStates(desk.all().find(name), path)));
    }
}
