package org.noteworthy.api.audit;

import com.fasterxml.uuid.Generators;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.ProblemException;
import org.noteworthy.api.Recorder;
import org.noteworthy.api.Settings;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.replay.Replay;
import org.noteworthy.audit.replay.Replayed;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.KeptPlaybooks;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * Replays of the audit log that were asked for: one runs at a time, a few wait, and what came of
 * the last ones is kept until the service ends.
 */
@ApplicationScoped
public class Replays {
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");
    private static final int WAITING = 8;
    private static final int KEPT = 50;

    private final PlaybookService playbookService;
    private final Recorder recorder;
    private final RuleCache cache;
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService runner = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "replay");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    Replays(PlaybookService playbookService, Recorder recorder, Settings settings) {
        this.playbookService = playbookService;
        this.recorder = recorder;
        cache = RuleCache.named(settings.cache().orElse(null));
    }

    void close(@Observes ShutdownEvent event) {
        all().forEach(Job::cancel);
        runner.shutdownNow();
    }

    /** How a replay stands. */
    enum State {
        WAITING("waiting"),
        RUNNING("running"),
        DONE("done"),
        CANCELLED("cancelled"),
        FAILED("failed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** A replay that was asked for. */
    static final class Job implements Replay.Watch {
        private final String id =
                Generators.timeBasedEpochGenerator().generate().toString();
        private final DecisionQuery query;
        private final @Nullable String playbook;
        private final Instant asked;
        private volatile State state = State.WAITING;
        private volatile long decisions;
        private volatile boolean cancelled;
        private volatile @Nullable Replayed replayed;
        private volatile @Nullable String trouble;

        Job(DecisionQuery query, @Nullable String playbook, Instant asked) {
            this.query = query;
            this.playbook = playbook;
            this.asked = asked;
        }

        String id() {
            return id;
        }

        DecisionQuery query() {
            return query;
        }

        /** The edition to judge by; null for the rules that judged. */
        @Nullable
        String playbook() {
            return playbook;
        }

        Instant asked() {
            return asked;
        }

        State state() {
            return state;
        }

        long decisions() {
            return decisions;
        }

        /** What came of it; null until it is done. */
        @Nullable
        Replayed replayed() {
            return replayed;
        }

        /** Why it failed, in a sentence; null where it did not. */
        @Nullable
        String trouble() {
            return trouble;
        }

        @Override
        public void at(long decisions) {
            this.decisions = decisions;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        boolean isOver() {
            return state != State.WAITING && state != State.RUNNING;
        }

        void cancel() {
            cancelled = true;
            if (state == State.WAITING) {
                state = State.CANCELLED;
            }
        }

        private void run(Supplier<Replayed> replay) {
            if (cancelled) {
                return;
            }
            state = State.RUNNING;
            try {
                Replayed result = replay.get();
                decisions = result.decisions();
                replayed = result;
                state = State.DONE;
            } catch (CancellationException e) {
                state = State.CANCELLED;
            } catch (AuditException | ProblemException e) {
                trouble = String.valueOf(e.getMessage());
                state = State.FAILED;
            } catch (RuntimeException | Error e) {
                LOG.errorf(e, "The replay %s failed", id);
                trouble = "Something went wrong inside the service. Its log has it" + " under " + id + ".";
                state = State.FAILED;
            }
        }
    }

    /** Asks for a replay; by the rules that judged where {@code playbook} is null. */
    Job ask(DecisionQuery query, @Nullable String playbook) {
        AuditDatabase database = recorder.database();
        Library library = playbookService.now().library();
        Playbook other = playbook == null ? null : library.named(playbook);
        Job job = new Job(query, playbook, clock.instant());
        synchronized (jobs) {
            long open = jobs.values().stream().filter(each -> !each.isOver()).count();
            if (open > WAITING) {
                throw ProblemException.of(
                        503,
                        "Too many replays",
                        open
                                + " replays are under way or waiting, the most at once. Cancel one, or try again when one is"
                                + " done.");
            }
            List<String> over =
                    jobs.values().stream().filter(Job::isOver).map(Job::id).toList();
            for (int i = 0; i < over.size() && jobs.size() >= KEPT; i++) {
                jobs.remove(over.get(i));
            }
            jobs.put(job.id(), job);
        }
        runner.execute(() -> job.run(() -> {
            Replay replay = new Replay(database, new KeptPlaybooks(database, library, cache), job);
            return other == null ? replay.again(query) : replay.under(query, other);
        }));
        return job;
    }

    /** The replay of that id. */
    Optional<Job> find(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    /** All that are known, the latest first. */
    List<Job> all() {
        synchronized (jobs) {
            List<Job> all = new ArrayList<>(jobs.values());
            Collections.reverse(all);
            return all;
        }
    }
}
