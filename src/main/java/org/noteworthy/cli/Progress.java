package org.noteworthy.cli;

/** A line that tells how far the work is, for somebody who watches and has waited for more than a second. */
final class Progress {
    private static final long SECOND = 1_000_000_000L;

    private final Terminal terminal;
    private long next = System.nanoTime() + SECOND;
    private boolean shown;

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    void advance(long notes) {
        if (terminal.watched() && (notes & 0xFF) == 0 && System.nanoTime() - next >= 0) {
            next = System.nanoTime() + SECOND / 4;
            shown = true;
            terminal.side().print("\r" + notes + " notes checked");
            terminal.side().flush();
        }
    }

    /** Takes the line away. */
    void clear() {
        if (shown) {
            terminal.side().print("\r\u001B[K");
            terminal.side().flush();
            shown = false;
        }
    }
}
