package org.noteworthy.playbooks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * Watches a rules folder and opens it anew when something in it has changed.
 *
 * <p>It looks at the folder several times a second instead of waiting for the system to tell: that sees swapped links,
 * remounted volumes and network folders alike. A change is taken in once two looks in a row saw the same and a third one,
 * after reading, still does; so many files saved at once are seen together. Not every change shows in a look: a file may
 * keep its size and time, and a cause of trouble may be permissions. So it also reads again every now and then, sooner
 * while something is wrong, and never for more than a hundredth of the time.
 */
public final class RulesWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RulesWatch.class.getName());
    static final String REHEARSAL = "rules-rehearsal";
    private static final Duration IDLE = Duration.ofSeconds(3);

    /** A rule that is changed before the compiler was rehearsed is live in four seconds, and in less than two afterwards. */
    private static final Duration LATEST_REHEARSAL = Duration.ofSeconds(15);

    private static final int DEEPEST = 3;
    private static final int LOOKS_IN_TROUBLE = 20;
    private static final int LOOKS_UNTIL_REREAD = 40;
    private static final int READING_IN_PAUSES = 100;

    private final Listener listener;
    private final ScheduledExecutorService looks;
    private Library library;
    private FolderLook taken;
    private FolderLook last;
    private final long pause;
    private final IdleTask rehearsal;
    private volatile Instant lastLook = Instant.now();
    private @Nullable String trouble;
    private int looksSinceRead;
    private long looksUntilReread = LOOKS_UNTIL_REREAD;
    private @Nullable Future<?> looking;

    /** What is told of changes, on the watching thread. */
    public interface Listener {

        /** The folder was opened anew and its editions compiled, which took that long. */
        void reopened(Library library, Duration took);

        /** The folder as a whole cannot be opened any more; told once until it can. */
        void lost(String sentence);
    }

    private RulesWatch(Library library, FolderLook seen, long pause, Duration rehearsedAfter, Listener listener) {
        this.library = library;
        this.pause = pause;
        rehearsal = new IdleTask(REHEARSAL, IDLE, rehearsedAfter);
        this.listener = listener;
        taken = seen;
        last = seen;
        looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "rules-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens a rules folder, compiles its editions, and looks for changes every so often from then on. */
    public static RulesWatch open(Path folder, RuleCache cache, Duration every, Listener listener) {
        return open(folder, cache, every, LATEST_REHEARSAL, listener);
    }

    static RulesWatch open(Path folder, RuleCache cache, Duration every, Duration rehearsedAfter, Listener listener) {
        FolderLook seen = FolderLook.at(folder, DEEPEST);
        Library library = Library.open(folder, cache);
        long began = System.nanoTime();
        library.versions().forEach(library::compilation);
        listener.reopened(library, Duration.ofNanos(System.nanoTime() - began));
        long nanos = every.toNanos();
        RulesWatch watch = new RulesWatch(library, seen, nanos, rehearsedAfter, listener);
        watch.looking = watch.looks.scheduleWithFixedDelay(watch::lookAgain, nanos, nanos, TimeUnit.NANOSECONDS);
        return watch;
    }

    private void lookAgain() {
        try {
            FolderLook seen = FolderLook.at(library.folder(), DEEPEST);
            boolean settled = seen.equals(last);
            last = seen;
            looksSinceRead++;
            boolean reread = looksSinceRead >= looksUntilReread || looksSinceRead >= LOOKS_IN_TROUBLE && inTrouble();
            if (settled && (reread || !seen.equals(taken))) {
                takeIn(seen);
            }
            rehearsal.look(library::rehearseCompiling);
            lastLook = Instant.now();
        } catch (Throwable e) { // nothing that one look stumbles over may end the watch
            stumbled(e);
        }
    }

    private void stumbled(Throwable failure) {
        try {
            LOG.log(Level.SEVERE, "The rules folder could not be looked at; the next look tries again", failure);
            lost("The rules folder could not be looked at: "
                    + (failure instanceof OutOfMemoryError ? "there was not enough memory." : "the log says why.")
                    + " The service tries again.");
        } catch (Throwable e) { // as long as there is no memory, there is none to tell of it either
            looksSinceRead = 0;
        }
    }

    private void lost(String sentence) {
        if (!sentence.equals(trouble)) {
            trouble = sentence;
            listener.lost(sentence);
        }
    }

    /** When the folder was last looked at without stumbling over anything. */
    public Instant lastLook() {
        return lastLook;
    }

    private boolean inTrouble() {
        return trouble != null
                || !library.waivers().isSound()
                || library.versions().stream()
                        .anyMatch(version -> !library.diagnostics(version).isEmpty());
    }

    private void takeIn(FolderLook seen) {
        looksSinceRead = 0;
        long began = System.nanoTime();
        try {
            Library now = library.reopened();
            long took = System.nanoTime() - began;
            looksUntilReread = Math.max(LOOKS_UNTIL_REREAD, READING_IN_PAUSES * took / pause);
            if (!FolderLook.at(library.folder(), DEEPEST).equals(seen)) {
                return;
            }
            boolean changed = trouble != null || !now.sameAs(library);
            taken = seen;
            library = now;
            trouble = null;
            if (changed) {
                listener.reopened(now, Duration.ofNanos(took));
            }
        } catch (RulesFolderException e) {
            taken = seen;
            lost(String.valueOf(e.getMessage()));
        }
    }

    /** Stops looking; what was opened stays usable. */
    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(false);
        }
        looks.shutdownNow();
    }
}
