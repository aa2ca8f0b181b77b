package org.noteworthy.drafts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UserException;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.FolderLook;

/**
 * Looks at drafts in the background, and tells what is known of them so far. A draft that is changed is looked at anew, and
 * what was under way for it ends.
 */
public final class DraftChecks implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DraftChecks.class.getName());
    private static final int PREVIEWS = 8;
    private static final int DEEPEST = 3;
    private static final long LOOK_NANOS = 100_000_000;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_TRIES = 3;

    private final Surroundings surroundings;
    private final Drafts drafts;
    private final Map<String, Job> jobs = new LinkedHashMap<>(16, 0.75f, true);
    private final ExecutorService runner = Executors.newFixedThreadPool(2, DraftChecks::thread);
    private final ExecutorService judging = Executors.newFixedThreadPool(2, DraftChecks::thread);

    public DraftChecks(Surroundings surroundings, Drafts drafts) {
        this.surroundings = surroundings;
        this.drafts = drafts;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "draft-checks");
        thread.setDaemon(true);
        return thread;
    }

    /** What a look at a draft depends on. */
    private record Key(String digest, FolderLook rules) {}

    /** A draft that is looked at, with the preview that the next look at it takes over. */
    private final class Job {
        private final Key key;
        private final Draft draft;
        private final Preview preview;
        private volatile boolean cancelled;
        private volatile long lookedAt = System.nanoTime();
        private @Nullable Checks known;
        private @Nullable RuntimeException failure;
        private boolean over;

        Job(Key key, Draft draft, Preview preview) {
            this.key = key;
            this.draft = draft;
            this.preview = preview;
        }

        void run() {
            try {
                synchronized (preview) {
                    CheckRun run = new CheckRun(surroundings, drafts, preview);
                    stopIfCancelled();
                    CheckRun.Linting linted = run.lint(draft);
                    tell(linted.checks());
                    stopIfCancelled();
                    CheckRun.Linting linting = run.compile(linted);
                    tell(linting.checks());
                    stopIfCancelled();
                    CompletableFuture<Void> fixtures =
                            CompletableFuture.runAsync(() -> fixtures(run, linting), judging);
                    try {
                        tell(run.effect(linting, known -> tell(checks -> checks.with(known)), this::isOutdated));
                    } finally {
                        ended(fixtures);
                    }
                    tell(Checks::finished);
                }
            } catch (CancellationException e) {
                end(new Outdated());
            } catch (UserException e) {
                end(e);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.SEVERE, "The draft " + draft.name() + " could not be looked at", e);
                end(DraftException.unavailable("The draft " + draft.name()
                        + " could not be looked at, and the log says why. Take back what was changed last."));
            }
        }

        /** There are many of them, so they are judged beside the notes. */
        private void fixtures(CheckRun run, CheckRun.Linting linting) {
            Checks.Fixtures judged = run.fixtures(linting, this::isOutdated);
            tell(checks -> checks.with(judged));
        }

        private static void ended(CompletableFuture<Void> work) {
            try {
                work.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }

        /** Whether nobody wants to know any more, since the draft was changed; looked at every now and then. */
        private boolean isOutdated() {
            long now = System.nanoTime();
            if (!cancelled && now - lookedAt > LOOK_NANOS) {
                lookedAt = now;
                cancelled = !drafts.find(draft.name()).digest().equals(key.digest());
            }
            return cancelled;
        }

        private void stopIfCancelled() {
            if (isOutdated()) {
                throw new CancellationException("The draft was changed");
            }
        }

        private synchronized void tell(UnaryOperator<Checks> more) {
            Checks before = known;
            if (before != null) {
                tell(more.apply(before));
            }
        }

        private synchronized void tell(Checks checks) {
            known = checks;
            over = !checks.running();
            notifyAll();
        }

        private synchronized void end(RuntimeException e) {
            failure = e;
            over = true;
            notifyAll();
        }

        synchronized boolean isOver() {
            return over;
        }

        synchronized boolean isOld() {
            Checks checks = known;
            return failure != null
                    || over
                            && checks != null
                            && checks.at()
                                    .plus(FRESH)
                                    .isBefore(surroundings.clock().instant());
        }

        /** What is known once it is enough, or that time is over. */
        synchronized Checks await(Duration patience, Predicate<Checks> enough) {
            long end = System.nanoTime() + patience.toNanos();
            while (true) {
                if (failure != null) {
                    throw failure;
                }
                Checks checks = known;
                long left = (end - System.nanoTime()) / 1_000_000;
                if (checks != null && (over || enough.test(checks) || left <= 0)) {
                    return checks;
                }
                if (left <= 0 && checks == null) {
                    left = 50; // lint is the least that is told
                }
                try {
                    wait(Math.max(1, left));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("Interrupted while a draft is looked at");
                }
            }
        }
    }

    /** A look at a draft that was changed meanwhile. */
    private static final class Outdated extends DraftException {
        private static final long serialVersionUID = 1L;

        Outdated() {
            super(Kind.UNAVAILABLE, "The draft was changed while it was looked at. Ask again in a moment.");
        }
    }

    /** What is known of a draft, as it is now, after at most that time; lint is always known. */
    public Checks of(String name, Duration patience) {
        for (int tries = 1; ; tries++) {
            try {
                return job(drafts.find(name)).await(patience, checks -> !checks.running());
            } catch (Outdated e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Everything that there is to know of a draft, however long it takes. */
    public Checks all(Draft draft) {
        return job(draft).await(Duration.ofHours(1), checks -> !checks.running());
    }

    /** What a draft does to these notes. */
    public Effect effect(String name, List<NoteRecord> notes) {
        Draft draft = drafts.find(name);
        Job job = job(draft);
        job.await(Duration.ofHours(1), checks -> checks.fixtures() != null);
        synchronized (job.preview) {
            CheckRun run = new CheckRun(surroundings, drafts, job.preview);
            return run.effect(run.compile(run.lint(draft)), notes);
        }
    }

    private Job job(Draft draft) {
        Key key = new Key(draft.digest(), FolderLook.at(surroundings.rules(), DEEPEST));
        synchronized (jobs) {
            Job before = jobs.get(draft.name());
            if (before != null && before.key.equals(key) && !before.isOld()) {
                return before;
            }
            Preview preview = before == null ? new Preview(surroundings.cache()) : before.preview;
            if (before != null) {
                before.cancelled = true;
            }
            Job job = new Job(key, draft, preview);
            jobs.put(draft.name(), job);
            forgetOldest();
            runner.execute(job::run);
            return job;
        }
    }

    private void forgetOldest() {
        Iterator<Map.Entry<String, Job>> oldest = jobs.entrySet().iterator();
        while (jobs.size() > PREVIEWS && oldest.hasNext()) {
            Job job = oldest.next().getValue();
            if (job.isOver()) {
                oldest.remove();
                job.preview.close();
            }
        }
    }

    @Override
    public void close() {
        List<Job> all;
        synchronized (jobs) {
            all = new ArrayList<>(jobs.values());
            jobs.clear();
        }
        all.forEach(job -> job.cancelled = true);
        runner.shutdown();
        judging.shutdown();
        for (Job job : all) {
            synchronized (job.preview) {
                job.preview.close();
            }
        }
    }
}
