package org.noteworthy.api;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Diagnostic;

/** Ready while an edition is in force that can judge; tells what is wrong with any edition all the same. */
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
            if (!library.diagnostics(version).isEmpty()) {
                answer.withData(
                        version,
                        String.join(
                                "\n",
                                library.diagnostics(version).stream()
                                        .map(Diagnostic::toString)
                                        .toList()));
            }
        }
        return answer.status(playbookService.inForce().isPresent()).build();
    }
}
