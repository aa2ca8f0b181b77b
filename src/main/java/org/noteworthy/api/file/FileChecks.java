package org.noteworthy.api.file;

import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.noteworthy.api.Caller;
import org.noteworthy.api.Held;
import org.noteworthy.api.Metrics;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Recorder;
import org.noteworthy.api.Settings;
import org.noteworthy.api.Stopping;
import org.noteworthy.checking.Reviewer;

/** The calls with files that are under way: so many at once, each for a time, and none longer than its caller is there. */
@Startup
@ApplicationScoped
public class FileChecks {
    private static final int BUSY = 503;

    private final PlaybookService playbooks;
    private final Recorder recorder;
    private final Metrics metrics;
    private final Vertx vertx;
    private final Semaphore room;
    private final Stopping stopping;
    private final int most;
    private final long mostBytes;
    private final Duration time;

    FileChecks(
            PlaybookService playbooks,
            Recorder recorder,
            Metrics metrics,
            Vertx vertx,
            Stopping stopping,
            Settings settings) {
        this.playbooks = playbooks;
        this.recorder = recorder;
        this.metrics = metrics;
        this.vertx = vertx;
        most = settings.limits().files();
        mostBytes = settings.limits().fileBytes().asLongValue();
        time = settings.limits().fileTime();
        room = new Semaphore(most);
        this.stopping = stopping;
    }

    /** Begins with a call, if there is room; whoever asks ends it, at the latest when the call ends. */
    FileVisit begin(RoutingContext call) {
        String announced = call.request().getHeader("Content-Length");
        if (announced != null && Long.parseLong(announced) > mostBytes) {
            throw new ProblemException(Upload.tooLarge(mostBytes));
        }
        if (!room.tryAcquire()) {
            throw ProblemException.of(
                    BUSY, "Too many files", most + " files are under way, the most at once. Try again in a moment.");
        }
        Lasting lasting = new Lasting(time);
        FileVisit visit = new FileVisit(lasting, mostBytes);
        Runnable ending = lasting::stop;
        stopping.lastly(ending);
        long timer = vertx.setTimer(time.toMillis() + 1, over -> lasting.cut());
        visit.untilTheEnd(() -> {
            vertx.cancelTimer(timer);
            stopping.over(ending);
            room.release();
        });
        Held.by(call).untilTheEnd(visit::callEnded);
        return visit;
    }

    /** What checks what was sent. */
    FileRun run(Reviewer reviewer, boolean waivers, Caller caller, FileVisit visit) {
        return new FileRun(playbooks, recorder, metrics, reviewer, waivers, caller, visit.lasting());
    }
}
