package org.noteworthy.cli.authoring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.playbooks.FolderLook;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.RulesWatch;
import org.noteworthy.playbooks.engine.RuleCache;

/** Runs something again each time that the rules or the fixtures were saved, until it is interrupted. */
final class TestWatch implements RulesWatch.Listener {
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final int DEEPEST = 8;

    private final Path fixtures;
    private final Terminal terminal;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();

    /**
     * What the watch of the rules has to say.
     *
     * @param library null where the folder cannot be opened any more
     */
    private record Change(@Nullable Library library, String trouble) {}

    TestWatch(Path fixtures, Terminal terminal) {
        this.fixtures = fixtures;
        this.terminal = terminal;
    }

    void run(Path rules, RuleCache cache, Consumer<Library> test) {
        FolderLook taken = FolderLook.at(fixtures, DEEPEST);
        FolderLook last = taken;
        Library library = null;
        RulesWatch watching = RulesWatch.open(rules, cache, EVERY, this);
        try {
            while (true) {
                Change change = changes.poll(EVERY.toMillis(), TimeUnit.MILLISECONDS);
                FolderLook now = FolderLook.at(fixtures, DEEPEST);
                boolean saved = now.equals(last) && !now.equals(taken);
                last = now;
                if (change != null) {
                    library = change.library();
                    taken = now;
                    run(change, test);
                } else if (saved && library != null) {
                    taken = now;
                    run(new Change(library, ""), test);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watching.close();
        }
    }

    private void run(Change change, Consumer<Library> test) {
        terminal.out().println(terminal.colours() ? "\u001B[H\u001B[2J" : "");
        if (change.library() == null) {
            terminal.say(change.trouble());
        } else {
            test.accept(change.library());
        }
        terminal.out().println("Waiting for the next change of rules or fixtures; stop with Ctrl+C.");
        terminal.out().flush();
    }

    @Override
    public void reopened(Library library, Duration took) {
        changes.add(new Change(library, ""));
    }

    @Override
    public void lost(String sentence) {
        changes.add(new Change(null, sentence));
    }
}
