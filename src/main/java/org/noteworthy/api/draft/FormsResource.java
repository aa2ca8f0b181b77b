package org.noteworthy.api.draft;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.Answers;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.body.FormOfRule;
import org.noteworthy.api.body.TextOfRule;
import org.noteworthy.authoring.form.FormJson;
import org.noteworthy.authoring.form.Forms;
import org.noteworthy.authoring.form.WrittenForm;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.words.PlainWords;

/** The calls that turn the text of a rule into a form, and a form into text; nothing is kept of either. */
@Tag(name = "drafts")
@Path("/v1/forms")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FormsResource {
    private static final int LARGEST_BODY = 512 << 10;

    private final DraftDesk desk;
    private final PlaybookService playbooks;

    FormsResource(DraftDesk desk, PlaybookService playbooks) {
        this.desk = desk;
        this.playbooks = playbooks;
    }

    /** The text of a rule as a form. */
    @POST
    @Path("/read")
    @Operation(summary = "Read a rule into a form", description = """
            What a rule says, field by field. A rule that says what no field holds, such as a comment within, is refused \
            with its line; it can be changed as text.""")
    @RequestBody(required = true, description = "The text.", content = @Content(schema = @Schema(ref = "TextOfRule")))
    @APIResponse(
            responseCode = "200",
            description = "The form.",
            content = @Content(schema = @Schema(ref = "ReadForm")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", description = "There is no such edition, or no such draft.")
    @APIResponse(responseCode = "409", description = "The draft has no rules and tables.")
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(
            responseCode = "422",
            description = "A form cannot show the rule, or a field is wrong; the sentence says where.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response readForm(@Context RoutingContext call) {
        TextOfRule asked = JsonBody.read(call, LARGEST_BODY, TextOfRule.class);
        Forms.Reading reading = Forms.read(asked.text());
        List<String> words = words(reading.written(), reading.rule(), asked.edition(), asked.draft(), call);
        return Answers.ok(json -> FormJson.write(json, reading, words));
    }

    /** A form as the text of a rule. */
    @POST
    @Path("/write")
    @Operation(summary = "Write a form as a rule", description = """
            The text that says what the form says, and where each of its fields stands there. What the language does not take \
            is told with its field; what cannot be written at all is refused.""")
    @RequestBody(required = true, description = "The form.", content = @Content(schema = @Schema(ref = "FormOfRule")))
    @APIResponse(
            responseCode = "200",
            description = "The text.",
            content = @Content(schema = @Schema(ref = "WrittenForm")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", description = "There is no such edition, or no such draft.")
    @APIResponse(responseCode = "409", description = "The draft has no rules and tables.")
    @APIResponse(responseCode = "413", description = "The body is longer than that of this call can be.")
    @APIResponse(
            responseCode = "422",
            description = "A field holds what cannot stand in a rule; the pointer says which.")
    @APIResponse(responseCode = "503", ref = "DraftsUnavailable")
    public Response writeForm(@Context RoutingContext call) {
        FormOfRule asked = JsonBody.read(call, LARGEST_BODY, FormOfRule.class);
        WrittenForm written = Forms.write(FormBodies.form(asked.form()));
        List<String> words = words(written, Forms.read(written.text()).rule(), asked.edition(), asked.draft(), call);
        return Answers.ok(json -> FormJson.write(json, written, words));
    }

    private List<String> words(
            WrittenForm written,
            WrittenRule rule,
            @Nullable String edition,
            @Nullable String draft,
            RoutingContext call) {
        if (edition != null && draft != null) {
            throw JsonBody.wrong("/draft", "Name an edition or a draft, and not both.");
        }
        Tables tables = draft == null
                ? tables(edition)
                : desk.edition(draft, () -> call.response().closed()).tables();
        return written.problems().isEmpty() ? PlainWords.violatedWhen(rule, tables) : List.of();
    }

    private Tables tables(@Nullable String edition) {
        Library library = playbooks.library();
        List<String> versions = library.versions();
        String version = edition != null
                ? edition
                : library.inForceOn(playbooks.today()).orElse(versions.get(versions.size() - 1));
        return library.named(version).tables();
    }
}
