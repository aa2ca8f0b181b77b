package org.noteworthy.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.explain.ClauseJson;
import org.noteworthy.authoring.explain.EditionDiff;
import org.noteworthy.authoring.explain.Explanation;
import org.noteworthy.authoring.explain.RuleExamples;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.authoring.explain.RuleJson;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;

/** The calls that tell of the editions: which are in force, what they say, how they differ. */
@Path("/v1/playbooks")
@Produces(MediaType.APPLICATION_JSON)
public class PlaybooksResource {
    private final PlaybookService playbookService;
    private final RuleExamples.Source examples;

    PlaybooksResource(PlaybookService playbookService, RuleExamples.Source examples) {
        this.playbookService = playbookService;
        this.examples = examples;
    }

    /** Every edition: when it is in force, how it stands, and what is wrong with it. */
    @GET
    public Response playbooks() {
        PlaybookSnapshot now = playbookService.now();
        return Answers.ok(
                json -> new PlaybookJson(now, playbookService.today()).write(json, playbookService.lastLook()));
    }

    /** What came, went and changed from one edition to another. */
    @GET
    @Path("/compare")
    public Response compare(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        if (from == null || to == null) {
            throw ProblemException.of(400, "Two editions", "Name the two editions: /v1/playbooks/compare?from=…&to=…");
        }
        Library library = playbookService.now().library();
        EditionDiff diff = EditionDiff.of(library.named(from), library.named(to));
        return Answers.ok(json -> PlaybookJson.write(json, from, to, diff));
    }

    /** One edition with the list of its files. */
    @GET
    @Path("/{version}")
    public Response playbook(@PathParam("version") String version) {
        PlaybookSnapshot now = playbookService.now();
        now.library().diagnostics(version);
        return Answers.ok(json -> new PlaybookJson(now, playbookService.today()).writeWithFiles(json, version));
    }

    /** The rules of an edition. */
    @GET
    @Path("/{version}/rules")
    public Response rules(@PathParam("version") String version) {
        Edition edition = serving(version).edition();
        return Answers.ok(json -> PlaybookJson.writeRules(json, edition));
    }

    /** One rule in words, with its clause, the editions that have it, what they changed, and examples. */
    @GET
    @Path("/{version}/rules/{id}")
    public Response rule(@PathParam("version") String version, @PathParam("id") String id) {
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
    public Response clauses(@PathParam("version") String version) {
        Edition edition = serving(version).edition();
        return Answers.ok(json -> ClauseJson.write(json, edition, edition.clauses(), playbookService.fixtures()));
    }

    /**
     * A file of an edition, byte for byte as it judges, whatever media type is asked for: it has this one alone. Only what
     * was read of the edition is there to be asked for.
     */
    @GET
    @Path("/{version}/files/{path:.+}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("version") String version, @PathParam("path") String path) {
        Playbook playbook = serving(version);
        byte[] content = playbook.files()
                .content(path)
                .orElseThrow(() -> ProblemException.of(
                        404,
                        "No such file",
                        "The edition " + version + " has no such file. /v1/playbooks/" + version
                                + " lists its files."));
        return Response.ok(content, "text/plain;charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .header("Noteworthy-Digest", playbook.edition().digest())
                .build();
    }

    private Playbook serving(String version) {
        return playbookService.now().library().named(version);
    }

    private static ProblemException unknownRule(Edition edition, String id) {
        List<String> ids = edition.rules().stream().map(Rule::id).toList();
        String near = Nearest.among(id, ids)
                .map(rule -> "Maybe you mean " + rule + ".")
                .orElse("/v1/playbooks/" + edition.version() + "/rules lists them.");
        return ProblemException.of(
                404, "Unknown rule", "The edition " + edition.version() + " has no rule of that name. " + near);
    }
}
