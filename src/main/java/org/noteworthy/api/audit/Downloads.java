package org.noteworthy.api.audit;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Recorder;
import org.noteworthy.api.Settings;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.export.About;
import org.noteworthy.audit.export.DecisionExport;
import org.noteworthy.audit.export.ExportFormat;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.checking.outcome.ProductVersion;

/**
 * Looks through the whole audit log, whose results are sent as they come. One page of the audit log is held at once, and a
 * download whose reader is gone ends. There is a bound on those under way, so that slow ones leave room for checks.
 */
@Startup
@ApplicationScoped
public class Downloads {
    private final Recorder recorder;
    private final Semaphore room;
    private final int most;
    private final Clock clock = Clock.systemUTC();

    Downloads(Recorder recorder, Settings settings) {
        this.recorder = recorder;
        most = settings.limits().downloads();
        room = new Semaphore(most);
    }

    /** Everything that is asked for, in one of the forms. */
    StreamingOutput open(DecisionQuery query, boolean newestFirst, ExportFormat form) {
        AuditDatabase database = recorder.database();
        return out -> {
            enter();
            try {
                About about = new About(query, clock.instant(), ProductVersion.current());
                DecisionExport export = form.create(out, about);
                export.begin();
                new DecisionReader(database)
                        .each(
                                query,
                                newestFirst,
                                decision -> {
                                    export.add(decision);
                                    return true;
                                },
                                export::letGo);
                export.end();
            } finally {
                room.release();
            }
        };
    }

    /** Something else that takes a look at everything. */
    <T> T look(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    private void enter() {
        if (!room.tryAcquire()) {
            throw ProblemException.of(
                    503,
                    "Too many downloads",
                    "As many looks through the whole record are under way as may be at once: " + most
                            + ". Try again in a moment.");
        }
    }
}
