package org.noteworthy.api.waivers;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.Answers;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.answer.Waivers;

/** The call that tells which waivers count. */
@Tag(name = "playbooks")
@Path("/v1/waivers")
@Produces(MediaType.APPLICATION_JSON)
public class WaiversResource {
    private final PlaybookService playbookService;

    WaiversResource(PlaybookService playbookService) {
        this.playbookService = playbookService;
    }

    /** Every waiver that counts, with how it stands on a day. */
    @GET
    @Operation(summary = "List the waivers", description = """
            Every waiver beside the editions, and whether it is in force today or on the day asked for, not yet valid, \
            or expired.""")
    @APIResponse(
            responseCode = "200",
            description = "The waivers.",
            content = @Content(schema = @Schema(ref = "Waivers")))
    @APIResponse(responseCode = "400", description = "The day is none, or there is no such parameter.")
    public Response listWaivers(
            @Parameter(
                            description =
                                    "The day, in UTC, for which their states are told; today where it is left out.",
                            example = "2026-12-31")
                    @QueryParam("on")
                    @Nullable
                    String on) {
        return Answers.ok(Waivers.of(playbookService.library(), on == null ? playbookService.today() : day(on)));
    }

    private static LocalDate day(String on) {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw ProblemException.of(
                    400, "Not a day", "on takes a day like 2026-12-31, not \"" + on + "\"; or leave it out for today.");
        }
    }
}
