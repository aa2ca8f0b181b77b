package org.noteworthy.cli.draft;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.desk.Json;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.option.OutputOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A verb about drafts: it opens the place where they are kept, and prints for people or for programs. */
abstract class DraftVerb implements Callable<Integer> {
    final Terminal terminal;
    final Clock clock;

    @Mixin
    PlaceOption place = new PlaceOption();

    @Option(names = "--json", description = "Print JSON, as the calls of the service answer it.")
    boolean json;

    DraftVerb(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public final Integer call() throws IOException {
        try (DraftDesk desk = place.open(clock)) {
            return on(desk);
        }
    }

    /** What it does there, and the status with which it ends. */
    abstract int on(DraftDesk desk) throws IOException;

    final DraftText text() {
        return new DraftText(terminal);
    }

    /** Prints something for programs. */
    final void write(Object value) {
        OutputOption.write(terminal, generator -> Json.write(value, generator));
        terminal.out().println();
    }

    /** Tells how a draft stands after something was done to it, and what to type next. */
    final int tell(String done, DraftView draft) {
        if (json) {
            write(draft);
        } else {
            text().line(done);
            text().next(Standing.of(draft, null), place.named());
        }
        return Exit.FINE;
    }

    /** The same for what the audit log remembers: it says that the name is not verified. */
    final int tellByName(DraftDesk desk, String done, DraftView draft) {
        if (!desk.verifies()) {
            terminal.say("this is done in the name of " + org.noteworthy.notes.text.Characters.harmless(place.who())
                    + ", which nobody verifies; a service with keys does (--server).");
        }
        return tell(done, draft);
    }
}
