package org.noteworthy.drafts;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.noteworthy.playbooks.edition.WrittenEdition;

/**
 * Lints drafts while somebody types: as {@link DraftChecks} would once the text was saved, and without the rest that it
 * finds out. Each draft keeps its preview, so that of the next text only what has changed is written.
 */
public final class UnsavedLint implements AutoCloseable {
    private static final int PREVIEWS = 8;
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 32;
    private static final int LOOK_MILLIS = 20;
    private static final int PATIENCE_MILLIS = 10_000;

    private final Surroundings surroundings;
    private final Drafts drafts;
    private final Map<String, Desk> desks = new LinkedHashMap<>(16, 0.75f, true);
    private final Semaphore running = new Semaphore(AT_ONCE, true);
    private final AtomicInteger waiting = new AtomicInteger();
    private boolean closed;

    public UnsavedLint(Surroundings surroundings, Drafts drafts) {
        this.surroundings = surroundings;
        this.drafts = drafts;
    }

    /** The preview of a draft, which one looks at after the other. */
    private static final class Desk {
        private final Semaphore free = new Semaphore(1, true);
        private final Preview preview;
        private int users;

        Desk(Preview preview) {
            this.preview = preview;
        }
    }

    /**
     * What lint says of a draft in which one file has this text.
     *
     * @param path within the folder of the edition, with or without the name of that folder before it
     * @param gone whether whoever asked does not wait any more
     * @throws CancellationException if so
     */
    public Checks of(String name, String path, byte[] text, BooleanSupplier gone) {
        Draft draft = drafts.find(name);
        if (text.length > Drafts.LARGEST_FILE) {
            throw DraftException.invalid(
                    "The text is larger than 1 MiB, which no table and no rule needs. Shorten it.");
        }
        SortedMap<String, byte[]> files = drafts.editionFiles(draft);
        String bare = bare(draft, path);
        if (Content.isFixture(bare)) {
            throw DraftException.invalid("Fixtures are not looked through; they are judged, once they are saved.");
        }
        drafts.checkPath(draft, bare);
        files.put(bare, text);
        return looking(draft, gone, run -> run.lint(draft, files, gone).checks());
    }

    /** A draft as its files say it, of an edition that it would become. */
    public WrittenEdition written(String name, BooleanSupplier gone) {
        Draft draft = drafts.find(name);
        if (draft.ofWaivers()) {
            throw DraftException.conflict(
                    "The draft " + name + " is one of the waivers, which have no rules and tables.");
        }
        return looking(draft, gone, run -> run.written(draft, gone));
    }

    private static String bare(Draft draft, String path) {
        int slash = path.indexOf('/');
        return !draft.ofWaivers() && slash > 0 && Day.isDay(path.substring(0, slash))
                ? path.substring(slash + 1)
                : path;
    }

    private <T> T looking(Draft draft, BooleanSupplier gone, Function<CheckRun, T> look) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw busy();
        }
        Desk desk = null;
        try {
            desk = desk(draft.name());
            await(desk.free, gone);
            try {
                await(running, gone);
                try {
                    return look.apply(new CheckRun(surroundings, drafts, desk.preview));
                } finally {
                    running.release();
                }
            } finally {
                desk.free.release();
            }
        } finally {
            waiting.decrementAndGet();
            if (desk != null) {
                leave(desk);
            }
        }
    }

    /** Waits for its turn for as long as somebody wants to know. */
    private static void await(Semaphore turn, BooleanSupplier gone) {
        try {
            for (int waited = 0; !turn.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS); waited += LOOK_MILLIS) {
                if (gone.getAsBoolean()) {
                    throw new CancellationException("Nobody wants to know any more");
                }
                if (waited > PATIENCE_MILLIS) {
                    throw busy();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while a draft is looked at");
        }
    }

    private static DraftException busy() {
        return DraftException.unavailable("Too many texts are looked through at this moment. Ask again in a moment.");
    }

    private synchronized Desk desk(String name) {
        if (closed) {
            throw busy();
        }
        Desk desk = desks.computeIfAbsent(name, each -> new Desk(new Preview(surroundings.cache())));
        desk.users++;
        Iterator<Desk> oldest = desks.values().iterator();
        while (desks.size() > PREVIEWS && oldest.hasNext()) {
            Desk each = oldest.next();
            if (each.users == 0) {
                oldest.remove();
                each.preview.close();
            }
        }
        return desk;
    }

    private synchronized void leave(Desk desk) {
        desk.users--;
        if (closed && desk.users == 0) {
            desk.preview.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        List<Desk> all = new ArrayList<>(desks.values());
        desks.clear();
        all.stream().filter(desk -> desk.users == 0).forEach(desk -> desk.preview.close());
    }
}
