package org.noteworthy.api;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.noteworthy.playbooks.Flaw;
import org.noteworthy.playbooks.Library;

/** Ready while an edition is in force that can judge; tells what is wrong with any edition all the same. */
@Readiness
@ApplicationScoped
public class PlaybooksReady implements HealthCheck {
    private final Desk desk;

    PlaybooksReady(Desk desk) {
        this.desk = desk;
    }

    @Override
    public HealthCheckResponse call() {
        Moment now = desk.now();
        Library library = now.library();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("playbooks");
        desk.inForce()
                .ifPresent(playbook -> answer.withData(
                                "inForce", playbook.edition().version())
                        .withData("digest", playbook.edition().digest()));
        answer.withData("looked", desk.lastLook().toString());
        if (now.lost() != null) {
            answer.withData("rules", now.lost());
        }
        for (String version : library.versions()) {
            if (!library.flaws(version).isEmpty()) {
                answer.withData(
                        version,
                        String.join(
                                "\n",
                                library.flaws(version).stream()
                                        .map(Flaw::toString)
                                        .toList()));
            }
        }
        return answer.status(desk.inForce().isPresent()).build();
    }
}
