package org.noteworthy.api.draft;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.noteworthy.api.body.RowChanges;
import org.noteworthy.drafts.Draft;
import org.noteworthy.drafts.text.TableRows;

/** The calls that read and save the files of a draft, as a whole or by rows of tables. */
@Tag(name = "drafts")
@Path("/v1/drafts/{draft}")
@Produces(MediaType.APPLICATION_JSON)
public class DraftFilesResource {
    private static final int LARGEST_FILE = 1 << 20;
    private static final int LARGEST_CHANGE = 8 << 20;

    private final DraftDesk desk;
    private final DraftAnswers answers;

    DraftFilesResource(DraftDesk desk) {
        this.desk = desk;
        answers = new DraftAnswers(desk);
    }

    /** A file of a draft, byte for byte. */
    @GET
    @Path("/files/{path:.+}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Read a file of a draft", description = """
            The file, byte for byte. Its ETag is what a save names, so that nobody's change is lost. A fixture that the \
            draft has not changed can be read here, too, as fixtures/rules/… or fixtures/notes/….""")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            headers =
                    @Header(
                            name = "ETag",
                            description = "SHA-256 of the file, in quotes.",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is no such draft, or it has no such file.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response getDraftFile(
            @Parameter(ref = "draft") @PathParam("draft") String name,
            @Parameter(description = "A name from the list of files of the draft.") @PathParam("path") String path) {
        byte[] content = desk.all().file(desk.all().find(name), path);
        return Response.ok(content, "text/plain;charset=UTF-8")
                .header("ETag", '"' + org.noteworthy.drafts.Content.hashOf(content) + '"')
                .build();
    }

    /** Saves a file of a draft as a whole. */
    @PUT
    @Path("/files/{path:.+}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Save a file of a draft", description = """
            The body is the file, byte for byte. If-Match names the ETag of the file that was changed; If-None-Match: * says \
            that it is a new one. What was approved before counts no longer.""")
    @RequestBody(
            required = true,
            description = "The file.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "200", description = "The draft.", content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "409", ref = "DraftClosed")
    @APIResponse(
            responseCode = "412",
            description = "Somebody has changed the file since. Nothing was saved; both states are told.",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "StaleSave")))
    @APIResponse(responseCode = "413", description = "The file is larger than one of an edition can be.")
    @APIResponse(responseCode = "422", description = "A draft has no such file, or the draft would be too large.")
    @APIResponse(responseCode = "428", ref = "StateNotNamed")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response changeDraftFile(
            @Parameter(ref = "draft") @PathParam("draft") String name,
            @Parameter(description = "Its path within the folder of the edition, or fixtures/….") @PathParam("path")
                    String path,
            @Parameter(description = "The ETag of the file that was changed.") @HeaderParam("If-Match") @Nullable
                    String expected,
            @Parameter(description = "* where the file is to be a new one.") @HeaderParam("If-None-Match") @Nullable
                    String absent,
            @Context RoutingContext call) {
        byte[] content = Body.bytes(call, LARGEST_FILE);
        Draft draft = desk.all().put(name, path, ETags.expected(expected, absent), content, DraftDesk.person(call));
        return Answers.ok(answers.one(draft));
    }

    /** Deletes a file of a draft. */
    @DELETE
    @Path("/files/{path:.+}")
    @Operation(
            summary = "Delete a file of a draft",
            description = "If-Match names the ETag of the file, as for a save.")
    @APIResponse(responseCode = "200", description = "The draft.", content = @Content(schema = @Schema(ref = "Draft")))
    @APIResponse(responseCode = "404", description = "There is no such draft, or it has no such file.")
    @APIResponse(responseCode = "409", ref = "DraftClosed")
    @APIResponse(
            responseCode = "412",
            description = "Somebody has changed the file since. Nothing was deleted.",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "StaleSave")))
    @APIResponse(responseCode = "428", ref = "StateNotNamed")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response deleteDraftFile(
            @Parameter(ref = "draft") @PathParam("draft") String name,
            @Parameter(description = "A name from the list of files of the draft.") @PathParam("path") String path,
            @Parameter(description = "The ETag of the file that is to go.") @HeaderParam("If-Match") @Nullable
                    String expected,
            @Context RoutingContext call) {
        Draft draft = desk.all().delete(name, path, ETags.expected(expected, null), DraftDesk.person(call));
        return Answers.ok(answers.one(draft));
    }

    /** A table of a draft, row by row. */
    @GET
    @Path("/tables/{table}")
    @Operation(summary = "Read a table of a draft by rows", description = """
            The rows with their numbers and hashes, by which changes name them. The table is named by its file, such as \
            statuses.csv; waivers.csv is that of a draft of the waivers.""")
    @APIResponse(
            responseCode = "200",
            description = "The table.",
            content = @Content(schema = @Schema(ref = "DraftTable")))
    @APIResponse(responseCode = "404", description = "There is no such draft, or it has no such table.")
    @APIResponse(responseCode = "422", description = "The file cannot be read as a table.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response getDraftTable(
            @Parameter(ref = "draft") @PathParam("draft") String name,
            @Parameter(description = "Its file, such as statuses.csv.", example = "statuses.csv") @PathParam("table")
                    String table) {
        Draft draft = desk.all().find(name);
        String path = path(draft, table);
        byte[] content = desk.all().file(draft, path);
        return Answers.ok(
                DraftAnswers.table(path, org.noteworthy.drafts.Content.hashOf(content), TableRows.read(content)));
    }

    /** Changes rows of a table of a draft. */
    @PATCH
    @Path("/tables/{table}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change rows of a table", description = """
            Adds, changes, deletes and moves rows, all of it or nothing. What is not touched keeps its bytes. Each operation \
            names its row by number and hash, so one on a row that somebody has changed since is refused; If-Match, where it \
            is given, asks that of the whole table.""")
    @RequestBody(
            required = true,
            description = "The operations.",
            content = @Content(schema = @Schema(ref = "RowChanges")))
    @APIResponse(
            responseCode = "200",
            description = "The table as it is now.",
            content = @Content(schema = @Schema(ref = "DraftTable")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", description = "There is no such draft, or it has no such table.")
    @APIResponse(responseCode = "409", description = "A row has changed since, or the draft is closed.")
    @APIResponse(
            responseCode = "412",
            description = "Somebody has changed the table since. Nothing was saved.",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "StaleSave")))
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(
            responseCode = "422",
            description = "There is no such row or column, the table would be too large, or a field is wrong.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response changeDraftTable(
            @Parameter(ref = "draft") @PathParam("draft") String name,
            @Parameter(description = "Its file, such as statuses.csv.", example = "statuses.csv") @PathParam("table")
                    String table,
            @Parameter(description = "The ETag of the table that was changed.") @HeaderParam("If-Match") @Nullable
                    String expected,
            @Context RoutingContext call) {
        RowChanges changes = JsonBody.read(call, LARGEST_CHANGE, RowChanges.class);
        Draft before = desk.all().find(name);
        String path = path(before, table);
        Draft draft = desk.all()
                .edit(
                        name,
                        path,
                        expected == null ? null : ETags.expected(expected, null),
                        RowOperations.of(changes),
                        DraftDesk.person(call));
        byte[] content = desk.all().file(draft, path);
        return Answers.ok(
                DraftAnswers.table(path, org.noteworthy.drafts.Content.hashOf(content), TableRows.read(content)));
    }

    private static String path(Draft draft, String table) {
        return draft.ofWaivers() ? table : "tables/" + table;
    }
}
