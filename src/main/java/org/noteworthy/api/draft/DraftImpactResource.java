package org.noteworthy.api.draft;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.noteworthy.api.Answers;
import org.noteworthy.api.Body;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Settings;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.input.Intake;
import org.noteworthy.input.RecordStream;
import org.noteworthy.input.json.NdjsonStream;
import org.noteworthy.input.text.DecodedReader;
import org.noteworthy.notes.NoteRecord;

/** The call that tells what a draft changes for notes that the caller sends. */
@Tag(name = "drafts")
@Path("/v1/drafts/{draft}/impact")
@Produces(MediaType.APPLICATION_JSON)
public class DraftImpactResource {
    private final DraftDesk desk;
    private final PlaybookService playbooks;
    private final int limit;

    DraftImpactResource(DraftDesk desk, PlaybookService playbooks, Settings settings) {
        this.desk = desk;
        this.playbooks = playbooks;
        limit = settings.limits().requestBytes();
    }

    /** What a draft changes for these notes. */
    @POST
    @Consumes("application/x-ndjson")
    @Operation(summary = "Judge notes with and without a draft", description = """
            What the draft changes for these notes, rule by rule. Nothing of them is recorded.""")
    @RequestBody(
            required = true,
            description = "The notes, one a line.",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(ref = "NoteRecord")))
    @APIResponse(
            responseCode = "200",
            description = "What changes.",
            content = @Content(schema = @Schema(ref = "DraftEffect")))
    @APIResponse(responseCode = "400", description = "A line is not JSON, or there is no such parameter.")
    @APIResponse(responseCode = "404", ref = "UnknownDraft")
    @APIResponse(responseCode = "409", description = "The draft, or the edition that it is a copy of, cannot judge.")
    @APIResponse(responseCode = "413", description = "The body, or a note in it, is too long.")
    @APIResponse(responseCode = "422", description = "A field of a note is wrong.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response tryDraft(@Parameter(ref = "draft") @PathParam("draft") String name, @Context RoutingContext call)
            throws IOException {
        return Answers.ok(DraftAnswers.effect(desk.checks().effect(name, notes(Body.bytes(call, limit)))));
    }

    /** The notes of a body; the first that is none refuses the call. */
    private List<NoteRecord> notes(byte[] body) throws IOException {
        List<NoteRecord> notes = new ArrayList<>();
        try (DecodedReader reader = new DecodedReader(new ByteArrayInputStream(body), null)) {
            NdjsonStream stream = new NdjsonStream(playbooks.records(), reader);
            for (Optional<RecordStream.Item> item = stream.next(); item.isPresent(); item = stream.next()) {
                Intake<NoteRecord> note = item.get().note();
                if (note instanceof Intake.Refused<NoteRecord> refused) {
                    Problem problem = refused.problem();
                    throw new ProblemException(new Problem(
                            problem.status(),
                            problem.title(),
                            item.get().place() + ": " + problem.detail(),
                            problem.errors()));
                }
                note.accepted().ifPresent(notes::add);
            }
        }
        return notes;
    }
}
