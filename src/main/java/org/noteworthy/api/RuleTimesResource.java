package org.noteworthy.api;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.noteworthy.authoring.explain.RuleExamples;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.checking.RuleTimes;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;

/** The call that measures how long the rules of an edition take; one edition is measured at a time. */
@Tag(name = "playbooks")
@Path("/v1/playbooks/{version}")
@Produces(MediaType.APPLICATION_JSON)
public class RuleTimesResource {
    private final PlaybookService playbookService;
    private final RuleExamples.Source examples;
    private final TimeLimits limits;
    private final OneAtATime<byte[]> measurements = new OneAtATime<>("rule-times");

    RuleTimesResource(PlaybookService playbookService, RuleExamples.Source examples, Settings settings) {
        this.playbookService = playbookService;
        this.examples = examples;
        limits = new TimeLimits(settings.limits().noteTime(), settings.limits().engagementTime());
    }

    void close(@Observes ShutdownEvent event) {
        measurements.close();
    }

    /** How long each rule takes by itself on the examples among the fixtures. */
    @GET
    @Path("/times")
    @Operation(summary = "Measure how long the rules of an edition take", description = """
            Runs each rule of the edition by itself over the notes among the fixtures that show what its rules ask, in \
            several rounds, for two seconds at most when they are loaded. One edition is measured at a time: who asks for \
            one that is being measured shares that measurement, and another one waits its turn.""")
    @APIResponse(
            responseCode = "200",
            description = "The times. They differ from call to call, with what else the machine does.",
            content = @Content(schema = @Schema(ref = "RuleTimes")))
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "503", ref = "PlaybookRefused")
    public CompletionStage<Response> getRuleTimes(@Parameter(ref = "version") @PathParam("version") String version) {
        Playbook playbook = playbookService.library().named(version);
        return measurements
                .ask(playbook.edition().digest(), () -> measured(playbook))
                .thenApply(Answers::ok);
    }

    private byte[] measured(Playbook playbook) {
        List<NoteRecord> notes = notes(playbook);
        return Answers.bytes(org.noteworthy.api.answer.RuleTimes.of(
                playbook.edition(), notes.size(), new RuleTimes(playbook, limits).on(notes)));
    }

    private List<NoteRecord> notes(Playbook playbook) {
        RuleFixtures fixtures = playbookService.fixtures();
        return playbook.edition().rules().stream()
                .map(rule -> examples.of(playbook, rule, fixtures))
                .flatMap(shown -> Stream.concat(shown.violating().stream(), shown.passing().stream()))
                .flatMap(example -> Stream.ofNullable(example.note()))
                .distinct()
                .limit(RuleTimes.MOST_NOTES)
                .toList();
    }
}
