package org.noteworthy.api.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.noteworthy.api.Answers;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Recorder;
import org.noteworthy.api.Settings;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.KeptEditionDao;
import org.noteworthy.audit.store.KeptPlaybooks;
import org.noteworthy.authoring.explain.Explanation;
import org.noteworthy.authoring.explain.RuleExamples;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.authoring.explain.RuleJson;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.engine.RuleCache;

/** The call that tells of the rules that once judged, as the audit log keeps them. */
@Tag(name = "record")
@Path("/v1/audit/editions")
@Produces(MediaType.APPLICATION_JSON)
public class AuditEditionsResource {
    /** The most editions that are held ready. */
    private static final int MOST = 8;

    private final PlaybookService playbookService;
    private final Recorder recorder;
    private final RuleExamples.Source examples;
    private final RuleCache cache;
    private final Map<String, Playbook> latest = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Playbook> eldest) {
            return size() > MOST;
        }
    };

    AuditEditionsResource(
            PlaybookService playbookService, Recorder recorder, RuleExamples.Source examples, Settings settings) {
        this.playbookService = playbookService;
        this.recorder = recorder;
        this.examples = examples;
        cache = RuleCache.named(settings.cache().orElse(null));
    }

    /** A rule as it was in the edition of a digest, whatever became of that edition since. */
    @GET
    @Path("/{digest}/rules/{id}")
    @Operation(summary = "Look at a rule that judged", description = """
            One rule as it was in the edition of that digest, which a decision names, with the clause that it stood for; \
            out of what the audit log keeps, whatever became of the edition since. Which editions have such a rule, \
            what they changed and the examples are those of today.""")
    @APIResponse(
            responseCode = "200",
            description = "The rule.",
            content = @Content(schema = @Schema(ref = "RuleAnswer")))
    @APIResponse(
            responseCode = "404",
            description = "No edition of that digest is kept, it has no such rule, or nothing is recorded.")
    @APIResponse(responseCode = "503", ref = "RecordUnreadable")
    public Response getKeptRule(
            @Parameter(description = "The digest, as a decision names it.", schema = @Schema(ref = "Digest"))
                    @PathParam("digest")
                    String digest,
            @Parameter(description = "The id of the rule, as reports name it.") @PathParam("id") String id) {
        AuditDatabase database = recorder.database();
        Library library = playbookService.now().library();
        if (!database.with(
                connection -> new KeptEditionDao(connection).digests().contains(digest))) {
            throw ProblemException.of(
                    404,
                    "Unknown edition",
                    "The audit log keeps no edition " + digest
                            + ". It keeps those by which the decisions in it were judged, under the digest that each"
                            + " names.");
        }
        Playbook playbook = kept(database, library, digest);
        Edition edition = playbook.edition();
        Rule rule = edition.rule(id).orElseThrow(() -> unknown(edition, id));
        Explanation explanation = Explanation.of(library, playbook, rule);
        RuleFixtures fixtures = playbookService.fixtures();
        RuleExamples shown = examples.of(playbook, rule, fixtures);
        return Answers.ok(json -> RuleJson.writeExplanation(json, explanation, fixtures, shown));
    }

    /** One at a time: an edition that is not there any more is compiled anew. */
    private synchronized Playbook kept(AuditDatabase database, Library library, String digest) {
        Playbook known = latest.get(digest);
        if (known == null) {
            known = new KeptPlaybooks(database, library, cache).ofDigest(digest);
            latest.put(digest, known);
        }
        return known;
    }

    private static ProblemException unknown(Edition edition, String id) {
        List<String> ids = edition.rules().stream().map(Rule::id).toList();
        return ProblemException.of(
                404,
                "Unknown rule",
                "The edition " + edition.version() + " had no rule \"" + id + "\" as it was then."
                        + Nearest.maybe(id, ids));
    }
}
