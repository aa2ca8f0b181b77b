package org.noteworthy.cli;

import org.noteworthy.audit.Replay;
import org.noteworthy.audit.Replayed;

/** How a replay is followed on the command line. */
final class ReplayProgress {
    private ReplayProgress() {}

    static Replay.Watch of(Progress progress) {
        return new Replay.Watch() {
            @Override
            public void at(long decisions) {
                progress.advance(decisions);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    /** Says how many decisions could not be judged again because their notes were not kept. */
    static void sayWithoutNote(Terminal terminal, Replayed replayed) {
        if (replayed.withoutNote() > 0) {
            terminal.say(Words.count(replayed.withoutNote(), "decision")
                    + " could not be judged again: the record has them without their notes (audit.keep-notes).");
        }
    }
}
