package org.noteworthy.cli.terminal;

import org.noteworthy.audit.replay.Replay;
import org.noteworthy.audit.replay.Replayed;
import org.noteworthy.report.Words;

/** How a replay is followed on the command line. */
public final class ReplayProgress {
    private ReplayProgress() {}

    public static Replay.Watch of(Progress progress) {
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

    /** Says how many decisions could not be replayed because their notes were not kept. */
    public static void sayWithoutNote(Terminal terminal, Replayed replayed) {
        if (replayed.withoutNote() > 0) {
            terminal.say(Words.count(replayed.withoutNote(), "decision")
                    + " could not be replayed: the audit log has them without their notes (audit.keep-notes).");
        }
    }
}
