package org.noteworthy.cli.terminal;

/** A line that tells how far the work is, for somebody who watches and has waited for more than a second. */
public final class Progress {
    private static final long SECOND = 1_000_000_000L;

    private final Terminal terminal;
    private final String done;
    private long next = System.nanoTime() + SECOND;
    private boolean shown;

    /** {@code done} says what is counted, such as {@code notes checked}. */
    public Progress(Terminal terminal, String done) {
        this.terminal = terminal;
        this.done = done;
    }

    public synchronized void advance(long count) {
        if (terminal.watched() && System.nanoTime() - next >= 0) {
            next = System.nanoTime() + SECOND / 4;
            shown = true;
            terminal.side().print("\r" + count + " " + done);
            terminal.side().flush();
        }
    }

    /** Takes the line away. */
    public synchronized void clear() {
        if (shown) {
            terminal.side().print("\r\u001B[K");
            terminal.side().flush();
            shown = false;
        }
    }
}
