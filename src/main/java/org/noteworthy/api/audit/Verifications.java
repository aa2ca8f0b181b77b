package org.noteworthy.api.audit;

import com.fasterxml.uuid.Generators;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Recorder;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.VerifyingKey;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.proof.Watch;
import org.noteworthy.audit.proof.Witnesses;
import org.noteworthy.audit.store.AuditDao;
import org.noteworthy.audit.store.AuditDatabase;

/** Verifications of the audit log that were asked for: one at a time, for a while; the last few are kept until the service ends. */
@ApplicationScoped
public class Verifications {
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int KEPT = 20;

    private final Recorder recorder;
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService runner = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "verification");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Job> jobs = new ArrayDeque<>();

    Verifications(Recorder recorder) {
        this.recorder = recorder;
    }

    void close(@Observes ShutdownEvent event) {
        all().forEach(Job::cancel);
        runner.shutdownNow();
    }

    /** How a verification stands. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** A verification that was asked for. */
    static final class Job implements Watch {
        private final String id =
                Generators.timeBasedEpochGenerator().generate().toString();
        private final Instant asked;
        private final long of;
        private final @Nullable VerifyingKey key;
        private final Clock clock;
        private final AtomicLong decisions = new AtomicLong();
        private volatile State state = State.RUNNING;
        private volatile boolean cancelled;
        private volatile @Nullable Instant ended;
        private volatile @Nullable Verified verified;
        private volatile @Nullable String trouble;

        Job(long of, @Nullable VerifyingKey key, Clock clock) {
            this.of = of;
            this.key = key;
            this.clock = clock;
            asked = clock.instant();
        }

        String id() {
            return id;
        }

        Instant asked() {
            return asked;
        }

        @Nullable
        Instant ended() {
            return ended;
        }

        State state() {
            return state;
        }

        long decisions() {
            return decisions.get();
        }

        /** How many there are about. */
        long of() {
            return of;
        }

        /** The key by which checkpoints must be signed; null where the service has none. */
        @Nullable
        VerifyingKey key() {
            return key;
        }

        /** What came of it; null until it is done. */
        @Nullable
        Verified verified() {
            return verified;
        }

        /** Why it failed, in a sentence; null where it did not. */
        @Nullable
        String trouble() {
            return trouble;
        }

        @Override
        public void seen(int more) {
            decisions.addAndGet(more);
        }

        @Override
        public boolean cancelled() {
            return cancelled || isLate();
        }

        private boolean isLate() {
            return Duration.between(asked, clock.instant()).compareTo(LONGEST) > 0;
        }

        void cancel() {
            cancelled = true;
        }

        private void run(Supplier<Verified> verification) {
            State end = State.FAILED;
            try {
                verified = verification.get();
                end = State.DONE;
            } catch (CancellationException e) {
                if (cancelled) {
                    end = State.CANCELLED;
                } else {
                    trouble = "It took longer than " + LONGEST.toMinutes()
                            + " minutes and was stopped. noteworthy audit verify takes the time that it needs.";
                }
            } catch (AuditException | ProblemException e) {
                trouble = String.valueOf(e.getMessage());
            } catch (RuntimeException | Error e) {
                LOG.errorf(e, "The verification %s failed", id);
                trouble = "Something went wrong inside the service. Its log has it under " + id + ".";
            }
            ended = clock.instant();
            state = end;
        }
    }

    /** Asks for a verification; the one that is under way, if there is one. */
    Job ask() {
        AuditDatabase database = recorder.database();
        SigningKey signing = recorder.key();
        long of = decisions(database);
        Job job = new Job(of, signing == null ? null : signing.verifying(), clock);
        synchronized (jobs) {
            Job latest = jobs.peekFirst();
            if (latest != null && latest.state() == State.RUNNING) {
                return latest;
            }
            jobs.addFirst(job);
            while (jobs.size() > KEPT) {
                jobs.removeLast();
            }
        }
        runner.execute(() -> job.run(() -> {
            Verification verification = new Verification(Witnesses.growing(job.key()), job);
            return Verified.of(verification.of(database), database);
        }));
        return job;
    }

    private static long decisions(AuditDatabase database) {
        return database.with(connection -> {
            AuditDao dao = new AuditDao(connection);
            long sum = 0;
            for (String chain : dao.chains()) {
                sum += dao.link(chain).seq();
            }
            return sum;
        });
    }

    /** The verification of that id. */
    Optional<Job> find(String id) {
        return all().stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** All that are known, the latest first. */
    List<Job> all() {
        synchronized (jobs) {
            return List.copyOf(jobs);
        }
    }
}
