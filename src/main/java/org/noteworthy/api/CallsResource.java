package org.noteworthy.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.noteworthy.api.answer.Calls;

/** The door: which calls there are. */
@Tag(name = "service")
@Path("/v1")
public class CallsResource {
    static final List<String> CALLS = List.of(
            "POST /v1/check",
            "POST /v1/check/batch",
            "POST /v1/check/engagement",
            "POST /v1/check/file",
            "POST /v1/check/file/columns",
            "POST /v1/check/files",
            "GET /v1/playbooks",
            "GET /v1/playbooks/compare",
            "GET /v1/playbooks/{version}",
            "GET /v1/playbooks/{version}/choices",
            "GET /v1/playbooks/{version}/template",
            "GET /v1/playbooks/{version}/rules",
            "GET /v1/playbooks/{version}/rules/{id}",
            "GET /v1/playbooks/{version}/clauses",
            "GET /v1/playbooks/{version}/vocabulary",
            "GET /v1/playbooks/{version}/times",
            "GET /v1/playbooks/{version}/files/{path}",
            "GET /v1/drafts",
            "POST /v1/drafts",
            "GET /v1/drafts/{draft}",
            "DELETE /v1/drafts/{draft}",
            "GET /v1/drafts/{draft}/difference",
            "POST /v1/drafts/{draft}/rebase",
            "GET /v1/drafts/{draft}/files/{path}",
            "PUT /v1/drafts/{draft}/files/{path}",
            "DELETE /v1/drafts/{draft}/files/{path}",
            "GET /v1/drafts/{draft}/tables/{table}",
            "PATCH /v1/drafts/{draft}/tables/{table}",
            "GET /v1/drafts/{draft}/versions/{path}",
            "GET /v1/drafts/{draft}/vocabulary",
            "POST /v1/drafts/{draft}/lint",
            "GET /v1/drafts/{draft}/checks",
            "POST /v1/drafts/{draft}/impact",
            "POST /v1/drafts/{draft}/submit",
            "POST /v1/drafts/{draft}/approve",
            "POST /v1/drafts/{draft}/withdraw",
            "POST /v1/drafts/{draft}/comments",
            "POST /v1/drafts/{draft}/publish",
            "POST /v1/rollbacks",
            "POST /v1/forms/read",
            "POST /v1/forms/write",
            "GET /v1/waivers",
            "GET /v1/audit/decisions",
            "GET /v1/audit/decisions/{id}",
            "GET /v1/audit/summary",
            "GET /v1/audit/checkpoints",
            "GET /v1/audit/editions/{digest}/rules/{id}",
            "POST /v1/audit/verifications",
            "GET /v1/audit/verifications",
            "GET /v1/audit/verifications/{id}",
            "DELETE /v1/audit/verifications/{id}",
            "POST /v1/audit/replays",
            "GET /v1/audit/replays",
            "GET /v1/audit/replays/{id}",
            "DELETE /v1/audit/replays/{id}",
            "GET /v1/audit/changes",
            "GET /v1/audit/holds",
            "PUT /v1/audit/holds/{engagement}",
            "DELETE /v1/audit/holds/{engagement}",
            "GET /v1/session",
            "POST /v1/session",
            "DELETE /v1/session",
            "GET /v1/access",
            "GET /v1/keys",
            "GET /v1/sessions",
            "DELETE /v1/sessions/{id}",
            "GET /q/openapi",
            "GET /q/swagger-ui",
            "GET /q/health/live",
            "GET /q/health/ready",
            "GET /q/metrics");
    private final byte[] answer;

    CallsResource(Settings settings) {
        answer = Answers.bytes(new Calls("noteworthy", settings.access().mode().word(), CALLS));
    }

    /** Lists the calls; does nothing else, and so shows what a call costs by itself. */
    @GET
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List the calls",
            description = "Which calls there are. Does nothing else, and so shows what a call costs by itself.")
    @APIResponse(
            responseCode = "200",
            description = "The calls, each as method and address.",
            content = @Content(schema = @Schema(ref = "Calls")))
    public Response listCalls() {
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
