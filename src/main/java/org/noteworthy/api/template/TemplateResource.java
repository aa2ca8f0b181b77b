package org.noteworthy.api.template;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.noteworthy.api.answer.NoteChoices;
import org.noteworthy.api.answer.NoteTemplate;
import org.noteworthy.authoring.template.Templates;
import org.noteworthy.failure.UsageException;
import org.noteworthy.playbooks.Playbook;

/** The calls for whoever begins a note. */
@Tag(name = "playbooks")
@Path("/v1/playbooks/{version}")
@Produces(MediaType.APPLICATION_JSON)
public class TemplateResource {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final PlaybookService playbooks;

    TemplateResource(PlaybookService playbooks) {
        this.playbooks = playbooks;
    }

    /** What whoever writes a note may choose from. */
    @GET
    @Path("/choices")
    @Operation(summary = "List what a note is chosen from", description = """
            The roles with their note types, the time tracking tasks, the workloads, the statuses and the languages of \
            an edition, in the order of its tables.""")
    @APIResponse(
            responseCode = "200",
            description = "The choices.",
            content = @Content(schema = @Schema(ref = "NoteChoices")))
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "503", ref = "PlaybookRefused")
    public Response getChoices(@Parameter(ref = "version") @PathParam("version") String version) {
        return Answers.ok(NoteChoices.of(playbooks.library().named(version)));
    }

    /** A note to begin with. */
    @GET
    @Path("/template")
    @Operation(summary = "Read a note to begin with", description = """
            An empty note that is right by the edition once its places are filled in: the sections that are asked of the \
            role and the note type, with the labels of the language.""")
    @APIResponse(
            responseCode = "200",
            description = "The note, and which places of it are to be filled in.",
            content = @Content(schema = @Schema(ref = "NoteTemplate")))
    @APIResponse(
            responseCode = "400",
            description =
                    "The edition has no such role, note type, time tracking task or language, or the day is none.")
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "503", ref = "PlaybookRefused")
    public Response getTemplate(
            @Parameter(ref = "version") @PathParam("version") String version,
            @Parameter(
                            description =
                                    "The role of the author, by its code or another name; without it, the one that the"
                                            + " edition assumes.")
                    @QueryParam("role")
                    @Nullable
                    String role,
            @Parameter(description = "As what the note will be recorded.") @QueryParam("noteType") @Nullable
                    String noteType,
            @Parameter(description = "Under which time tracking task; it names the workload.")
                    @QueryParam("timeTask")
                    @Nullable
                    String timeTask,
            @Parameter(
                            description = "The language of the labels; without it, the first of the edition.",
                            example = "en")
                    @QueryParam("language")
                    @Nullable
                    String language,
            @Parameter(
                            description = "The day on which the note is written; without it, today in UTC.",
                            example = "2020-04-01")
                    @QueryParam("writtenOn")
                    @Nullable
                    String writtenOn) {
        Playbook playbook = playbooks.library().named(version);
        LocalDate day = writtenOn == null ? playbooks.today() : day(writtenOn);
        try {
            return Answers.ok(NoteTemplate.of(
                    playbook.edition(), new Templates(playbook).make(role, noteType, timeTask, language, day)));
        } catch (UsageException e) {
            throw ProblemException.of(400, "Unknown choice", e.sentence());
        }
    }

    private static LocalDate day(String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            if (day.isAfter(FIRST) && day.isBefore(LAST)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw notADay(written);
        }
        throw notADay(written);
    }

    private static ProblemException notADay(String written) {
        return ProblemException.of(
                400,
                "Not a day",
                "writtenOn takes a day like 2020-04-01, not \"" + written + "\"; or leave it out for today.");
    }
}
