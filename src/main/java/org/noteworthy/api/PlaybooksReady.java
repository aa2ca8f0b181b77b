package org.noteworthy.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.waiver.WaiverFile;

/** Ready while an edition is in force that can judge; tells what is wrong with any edition or the waivers all the same. */
@Readiness
@ApplicationScoped
public class PlaybooksReady implements HealthCheck {
    private final PlaybookService playbookService;

    PlaybooksReady(PlaybookService playbookService) {
        this.playbookService = playbookService;
    }

    @Override
    public HealthCheckResponse call() {
        PlaybookSnapshot now = playbookService.now();
        Library library = now.library();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("playbooks");
        playbookService
                .inForce()
                .ifPresent(playbook -> answer.withData(
                                "inForce", playbook.edition().version())
                        .withData("digest", playbook.edition().digest()));
        answer.withData("looked", playbookService.lastLook().toString());
        if (now.lost() != null) {
            answer.withData("rules", now.lost());
        }
        for (String version : library.versions()) {
            tell(answer, version, library.diagnostics(version));
        }
        tell(answer, WaiverFile.NAME, library.waivers().diagnostics());
        return answer.status(playbookService.inForce().isPresent()).build();
    }

    private static void tell(HealthCheckResponseBuilder answer, String name, List<Diagnostic> diagnostics) {
        if (!diagnostics.isEmpty()) {
            answer.withData(
                    name,
                    String.join(
                            "\n", diagnostics.stream().map(Diagnostic::toString).toList()));
        }
    }
}
