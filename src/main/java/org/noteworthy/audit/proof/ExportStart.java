package org.noteworthy.audit.proof;

import org.noteworthy.audit.Link;
import org.noteworthy.audit.LinkedLine;

/** Where a chain begins in an export: at what its first line is linked to, and as the first line counts that is whole. */
final class ExportStart {
    private final String hash;
    private long before;
    private long seq;
    private boolean known;

    ExportStart(String hash) {
        this.hash = hash;
    }

    void see(LinkedLine line) {
        if (!known && (line.intact() || before == 0)) {
            seq = Math.max(0, line.seq() - 1 - before);
            known = line.intact();
        }
        before++;
    }

    Link link(String chain) {
        return new Link(chain, seq, hash);
    }
}
