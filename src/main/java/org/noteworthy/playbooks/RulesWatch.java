package org.noteworthy.playbooks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches a rules folder and opens it anew when something in it has changed.
 *
 * <p>It looks at the folder several times a second instead of waiting for the system to tell: that sees swapped links,
 * remounted volumes and network folders alike. A change is taken in once two looks in a row saw the same and a third one,
 * after reading, still does; so many files saved at once are seen together. While something is wrong it reads again every
 * few seconds, because not every cause (permissions, say) shows in a look.
 */
public final class RulesWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RulesWatch.class.getName());
    private static final int DEEPEST = 3;
    private static final int LOOKS_UNTIL_REREAD = 20;

    private final Listener listener;
    private final ScheduledExecutorService looks;
    private Library library;
    private FolderLook taken;
    private FolderLook last;
    private @Nullable String trouble;
    private int looksInTrouble;
    private @Nullable Future<?> looking;

    /** What is told of changes, on the watching thread. */
    public interface Listener {

        /** The folder was opened anew and its editions compiled, which took that long. */
        void reopened(Library library, Duration took);

        /** The folder as a whole cannot be opened any more; told once until it can. */
        void lost(String sentence);
    }

    private RulesWatch(Library library, FolderLook seen, Listener listener) {
        this.library = library;
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
        FolderLook seen = FolderLook.at(folder, DEEPEST);
        Library library = Library.open(folder, cache);
        long began = System.nanoTime();
        library.versions().forEach(library::compilation);
        listener.reopened(library, Duration.ofNanos(System.nanoTime() - began));
        RulesWatch watch = new RulesWatch(library, seen, listener);
        long nanos = every.toNanos();
        watch.looks.execute(library::rehearseCompiling);
        watch.looking = watch.looks.scheduleWithFixedDelay(watch::lookAgain, nanos, nanos, TimeUnit.NANOSECONDS);
        return watch;
    }

    private void lookAgain() {
        try {
            FolderLook seen = FolderLook.at(library.folder(), DEEPEST);
            boolean settled = seen.equals(last);
            last = seen;
            boolean reread = inTrouble() && ++looksInTrouble >= LOOKS_UNTIL_REREAD;
            if (settled && (reread || !seen.equals(taken))) {
                takeIn(seen);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // Nothing that one look stumbles over may end the watch.
            LOG.log(Level.SEVERE, "The rules folder could not be looked at; the next look tries again", e);
        }
    }

    private boolean inTrouble() {
        return trouble != null
                || library.versions().stream()
                        .anyMatch(version -> !library.flaws(version).isEmpty());
    }

    private void takeIn(FolderLook seen) {
        looksInTrouble = 0;
        long began = System.nanoTime();
        try {
            Library now = library.reopened();
            if (!FolderLook.at(library.folder(), DEEPEST).equals(seen)) {
                return;
            }
            boolean changed = trouble != null || !now.sameAs(library);
            taken = seen;
            library = now;
            trouble = null;
            if (changed) {
                listener.reopened(now, Duration.ofNanos(System.nanoTime() - began));
            }
        } catch (RulesFolderException e) {
            String sentence = String.valueOf(e.getMessage());
            taken = seen;
            if (!sentence.equals(trouble)) {
                trouble = sentence;
                listener.lost(sentence);
            }
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
