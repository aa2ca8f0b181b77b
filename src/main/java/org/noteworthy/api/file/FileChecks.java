package org.noteworthy.api.file;

import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.noteworthy.api.Caller;
import org.noteworthy.api.Held;
import org.noteworthy.api.Metrics;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Recorder;
import org.noteworthy.api.Settings;
import org.noteworthy.checking.Reviewer;

/** The calls with files that are under way: so many at once, each for a time, and none longer than its caller is there. */
@Startup
@ApplicationScoped
public class FileChecks {
    private static final int BUSY = 503;

    /** Half of the time that the platform gives calls under way when it ends. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration STEP = Duration.ofMillis(20);

    private final PlaybookService playbooks;
    private final Recorder recorder;
    private final Metrics metrics;
    private final Vertx vertx;
    private final Semaphore room;
    private final Set<Lasting> underWay = ConcurrentHashMap.newKeySet();
    private final int most;
    private final long mostBytes;
    private final Duration time;

    FileChecks(PlaybookService playbooks, Recorder recorder, Metrics metrics, Vertx vertx, Settings settings) {
        this.playbooks = playbooks;
        this.recorder = recorder;
        this.metrics = metrics;
        this.vertx = vertx;
        most = settings.limits().files();
        mostBytes = settings.limits().fileBytes().asLongValue();
        time = settings.limits().fileTime();
        room = new Semaphore(most);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "last-files"));
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
        underWay.add(lasting);
        long timer = vertx.setTimer(time.toMillis() + 1, over -> lasting.cut());
        visit.untilTheEnd(() -> {
            vertx.cancelTimer(timer);
            underWay.remove(lasting);
            room.release();
        });
        Held.by(call).untilTheEnd(visit::callEnded);
        return visit;
    }

    /** What checks what was sent. */
    FileRun run(Reviewer reviewer, boolean waivers, Caller caller, FileVisit visit) {
        return new FileRun(playbooks, recorder, metrics, reviewer, waivers, caller, visit.lasting());
    }

    /** When the process is asked to end: lets files come to their end for a while, and then ends what is left of them. */
    private void stop() {
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (!underWay.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(STEP.toNanos());
        }
        underWay.forEach(Lasting::stop);
    }
}
