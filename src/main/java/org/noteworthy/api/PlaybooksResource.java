package org.noteworthy.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.explain.ClauseJson;
import org.noteworthy.authoring.explain.ComparedEdition;
import org.noteworthy.authoring.explain.Explanation;
import org.noteworthy.authoring.explain.RuleExamples;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.authoring.explain.RuleJson;
import org.noteworthy.authoring.vocabulary.EditionVocabulary;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.edition.WrittenEdition;

/** The calls that tell of the editions: which are in force, what they say, how they differ. */
@Tag(name = "playbooks")
@Path("/v1/playbooks")
@Produces(MediaType.APPLICATION_JSON)
public class PlaybooksResource {
    private static final String OF_DRAFT = "draft:";

    private final PlaybookService playbookService;
    private final DraftEditions drafts;
    private final RuleExamples.Source examples;

    PlaybooksResource(PlaybookService playbookService, DraftEditions drafts, RuleExamples.Source examples) {
        this.drafts = drafts;
        this.playbookService = playbookService;
        this.examples = examples;
    }

    /** Every edition: when it is in force, how it stands, and what is wrong with it. */
    @GET
    @Operation(summary = "List the editions", description = """
            Every edition of the playbook, oldest first: from when to when it is in force, since when the service \
            judges by it as it is, and what is wrong with it if it is refused.""")
    @APIResponse(
            responseCode = "200",
            description = "The editions.",
            content = @Content(schema = @Schema(ref = "Playbooks")))
    @APIResponse(responseCode = "304", ref = "NotModified")
    public Response listPlaybooks(@Context RoutingContext call) {
        PlaybookAnswers now = new PlaybookAnswers(playbookService.now(), playbookService.today());
        return Tagged.ok(call.request(), Answers.bytes(now.all(playbookService.lastLook())), now.all(Instant.EPOCH));
    }

    /** What came, went and changed from one edition to another. */
    @GET
    @Path("/compare")
    @Operation(summary = "Compare two editions", description = """
            Rules, clauses, settings and rows of tables that came, went or changed from one edition to another, part by part; \
            of rules the lines, too. A draft is named draft: and its name, such as draft:shorter-status.""")
    @APIResponse(
            responseCode = "200",
            description = "The differences.",
            content = @Content(schema = @Schema(ref = "Comparison")))
    @APIResponse(responseCode = "400", description = "An edition is not named, or there is no such parameter.")
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "409", description = "A draft has errors, or is one of the waivers.")
    @APIResponse(responseCode = "503", ref = "PlaybookRefused")
    public Response comparePlaybooks(
            @Parameter(
                            description = "The version of the one edition, or draft:NAME.",
                            required = true,
                            example = "2019-09-27",
                            schema = @Schema(ref = "Version"))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "The version of the other edition, or draft:NAME.",
                            required = true,
                            example = "2020-03-25",
                            schema = @Schema(ref = "Version"))
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Context RoutingContext call) {
        if (from == null || to == null) {
            throw ProblemException.of(400, "Two editions", "Name the two editions: /v1/playbooks/compare?from=…&to=…");
        }
        return Answers.ok(PlaybookAnswers.comparison(from, to, compared(from, call), compared(to, call)));
    }

    private ComparedEdition compared(String name, RoutingContext call) {
        if (!name.startsWith(OF_DRAFT)) {
            return ComparedEdition.of(serving(name));
        }
        WrittenEdition draft = drafts.edition(
                name.substring(OF_DRAFT.length()), () -> call.response().closed());
        List<Diagnostic> wrong = draft.diagnostics();
        if (!wrong.isEmpty()) {
            throw ProblemException.of(
                    409,
                    "Not as it stands",
                    "The draft has errors, so it cannot be compared rule by rule. Correct them first, or compare its files"
                            + " with those of its base. The first one: " + wrong.get(0));
        }
        return ComparedEdition.of(draft);
    }

    /** One edition with the list of its files. */
    @GET
    @Path("/{version}")
    @Operation(
            summary = "Look at one edition",
            description = "One edition with the names of its files; refused ones too, with the reasons.")
    @APIResponse(
            responseCode = "200",
            description = "The edition.",
            content = @Content(schema = @Schema(ref = "Playbook")))
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    public Response getPlaybook(@Parameter(ref = "version") @PathParam("version") String version) {
        PlaybookSnapshot now = playbookService.now();
        now.library().diagnostics(version);
        return Answers.ok(new PlaybookAnswers(now, playbookService.today()).withFiles(version));
    }

    /** The rules of an edition. */
    @GET
    @Path("/{version}/rules")
    @Operation(
            summary = "List the rules of an edition",
            description =
                    "Every rule of an edition, by its id, with whom it binds, what it needs to know and what it says.")
    @APIResponse(responseCode = "200", description = "The rules.", content = @Content(schema = @Schema(ref = "Rules")))
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "503", ref = "PlaybookRefused")
    public Response listRules(@Parameter(ref = "version") @PathParam("version") String version) {
        Playbook playbook = serving(version);
        return Answers.ok(json -> RuleJson.write(json, playbook));
    }

    /** One rule in words, with its clause, the editions that have it, what they changed, and examples. */
    @GET
    @Path("/{version}/rules/{id}")
    @Operation(summary = "Look at one rule", description = """
            One rule of an edition, in plain sentences and as it is written, with the clause that it stands for, the \
            editions that have it, what they changed, and a few of its fixtures as examples.""")
    @APIResponse(
            responseCode = "200",
            description = "The rule.",
            content = @Content(schema = @Schema(ref = "RuleAnswer")))
    @APIResponse(responseCode = "404", description = "There is no such edition, or it has no such rule.")
    @APIResponse(responseCode = "503", ref = "PlaybookRefused")
    public Response getRule(
            @Parameter(ref = "version") @PathParam("version") String version,
            @Parameter(description = "The id of the rule, as reports name it.") @PathParam("id") String id) {
        Library library = playbookService.now().library();
        Playbook playbook = library.named(version);
        Edition edition = playbook.edition();
        Rule rule = edition.rule(id).orElseThrow(() -> unknownRule(edition, id));
        Explanation explanation = Explanation.of(library, playbook, rule);
        RuleFixtures fixtures = playbookService.fixtures();
        RuleExamples shown = examples.of(playbook, rule, fixtures);
        return Answers.ok(json -> RuleJson.writeExplanation(json, explanation, fixtures, shown));
    }

    /** The clauses of an edition, each with the rules that stand for it, their fixtures and confirmations. */
    @GET
    @Path("/{version}/clauses")
    @Operation(summary = "List the clauses of an edition", description = """
            What the guidance asks, clause by clause in plain words, with the readings chosen where it leaves room, \
            by whom it is checked, the rules that stand for each with their fixtures, and whether they were \
            confirmed with the clause as it is.""")
    @APIResponse(
            responseCode = "200",
            description = "The clauses, in the order of the guidance.",
            content = @Content(schema = @Schema(ref = "Clauses")))
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "503", ref = "PlaybookRefused")
    public Response listClauses(@Parameter(ref = "version") @PathParam("version") String version) {
        Edition edition = serving(version).edition();
        return Answers.ok(json -> ClauseJson.write(json, edition, edition.clauses(), playbookService.fixtures()));
    }

    /** Everything that a rule of an edition may say. */
    @GET
    @Path("/{version}/vocabulary")
    @Operation(summary = "Look up what a rule may say", description = """
            Properties with their kinds, sentences and values, comparisons, what a rule says of itself, clauses, and the words \
            that columns of tables take: everything by which an editor completes what is typed.""")
    @APIResponse(
            responseCode = "200",
            description = "The vocabulary.",
            content = @Content(schema = @Schema(ref = "Vocabulary")))
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "503", ref = "PlaybookRefused")
    public Response getVocabulary(@Parameter(ref = "version") @PathParam("version") String version) {
        Playbook playbook = serving(version);
        return Answers.ok(
                EditionVocabulary.of(playbook.tables(), playbook.edition().clauses()));
    }

    /**
     * A file of an edition, byte for byte as it judges, whatever media type is asked for: it has this one alone. Only what
     * was read of the edition is there to be asked for.
     */
    @GET
    @Path("/{version}/files/{path:.+}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Read a file of an edition", description = """
            A table, a rule or the guidance, byte for byte as it judges. It is plain text, whatever Accept asks for.""")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            headers =
                    @Header(
                            name = "Noteworthy-Digest",
                            description = "The digest of the edition that the file belongs to.",
                            required = true,
                            schema = @Schema(ref = "Digest")),
            content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is no such edition, or it has no such file.")
    @APIResponse(responseCode = "503", ref = "PlaybookRefused")
    public Response getFile(
            @Parameter(ref = "version") @PathParam("version") String version,
            @Parameter(description = """
                    A name from the list of files of the edition. A slash in it may stand as it is, or as %2F.""") @PathParam("path") String path) {
        Playbook playbook = serving(version);
        byte[] content = playbook.files()
                .content(path)
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "No such file",
                        "The edition " + version + " has no such file. /v1/playbooks/" + version
                                + " lists its files."));
        return Response.ok(content, "text/plain;charset=UTF-8")
                .header("Noteworthy-Digest", playbook.edition().digest())
                .build();
    }

    private Playbook serving(String version) {
        return playbookService.now().library().named(version);
    }

    private static ProblemException unknownRule(Edition edition, String id) {
        List<String> ids = edition.rules().stream().map(Rule::id).toList();
        String others = " /v1/playbooks/" + edition.version() + "/rules lists them.";
        return ProblemException.of(
                404,
                "Unknown rule",
                "The edition " + edition.version() + " has no rule of that name." + Nearest.maybe(id, ids, others));
    }
}
