package org.noteworthy.api;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.noteworthy.audit.log.LogStatus;

/** Ready unless checks would be refused because their decisions cannot be recorded; tells of dropped ones all the same. */
@Readiness
@ApplicationScoped
public class AuditLogReady implements HealthCheck {
    private final Recorder recorder;

    AuditLogReady(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("record");
        LogStatus status = recorder.status();
        if (status == null) {
            return answer.withData("recording", false).up().build();
        }
        answer.withData("recording", true)
                .withData("chain", status.chain())
                .withData("recorded", status.recorded())
                .withData("dropped", status.dropped());
        if (status.trouble() != null) {
            answer.withData("trouble", status.trouble());
        } else if (!status.open()) {
            answer.withData("opening", true);
        }
        boolean writes = status.open() && status.trouble() == null;
        return answer.status(writes || !recorder.refuses()).build();
    }
}
