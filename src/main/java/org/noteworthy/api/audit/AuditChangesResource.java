package org.noteworthy.api.audit;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.Answers;
import org.noteworthy.api.Recorder;
import org.noteworthy.api.answer.PolicyChanges;
import org.noteworthy.audit.change.ChangeCursor;
import org.noteworthy.audit.change.RecordedChange;

/** The call that asks what changed the policy. */
@Tag(name = "record")
@Path("/v1/audit/changes")
public class AuditChangesResource {
    private final Recorder recorder;

    AuditChangesResource(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Changes of the policy portion by portion, the newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List policy changes", description = """
            What changed the policy, the newest first, portion by portion: next leads to the one after it. Each says who \
            did it, when and why, from which digest to which, and who approved it, byte for byte as it is recorded. \
            What was judged by toDigest, /v1/audit/decisions finds by digest.""")
    @APIResponse(
            responseCode = "200",
            description = "The changes.",
            content = @Content(schema = @Schema(ref = "PolicyChanges")))
    @APIResponse(responseCode = "400", description = """
            The limit or the cursor is none, or the call does not have such a parameter.""")
    @APIResponse(responseCode = "404", ref = "NothingRecorded")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response listChanges(
            @Parameter(
                            description = "Changes of this edition; waivers.csv for those of the waivers.",
                            example = "2020-03-25")
                    @QueryParam("edition")
                    @Nullable
                    String edition,
            @Parameter(
                            description = "How many at most.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "" + Limits.MOST,
                                            defaultValue = "" + Limits.USUAL))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "The field next of the answer before, as it is, with the same edition.")
                    @QueryParam("cursor")
                    @Nullable
                    String cursor) {
        int most = Limits.read(limit);
        Long before = cursor == null ? null : ChangeCursor.read(cursor);
        List<RecordedChange> found =
                new org.noteworthy.audit.change.PolicyChanges(recorder.database(), null).all(edition, most + 1, before);
        List<RecordedChange> told = found.subList(0, Math.min(most, found.size()));
        return Answers.ok(new PolicyChanges(
                told.stream().map(each -> new RawValue(each.line())).toList(),
                found.size() > most ? ChangeCursor.after(told.get(told.size() - 1)) : null));
    }
}
