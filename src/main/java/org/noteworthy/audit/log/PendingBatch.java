package org.noteworthy.audit.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.noteworthy.audit.BloomFilter;
import org.noteworthy.audit.Bytes;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.playbooks.Playbook;

/** Decisions that were made on one occasion, as lines that wait to be linked into the chain. */
final class PendingBatch {
    /** What a decision costs beside its line, at most: its link, and what is kept about it until it is written. */
    private static final int LINK = 400;

    private static final byte[] NOTHING = {};

    private final long at;
    private byte[] lines = NOTHING;
    private int[] ends = new int[4];
    private int[] traceEnds = new int[4];
    private int count;
    private long[] traces = new long[32];
    private int traceCount;
    private final List<UUID> ids = new ArrayList<>();
    private final List<Playbook> editions = new ArrayList<>(1);
    private final CompletableFuture<Boolean> durable = new CompletableFuture<>();
    private final long since = System.nanoTime();

    /** No decisions yet. */
    PendingBatch(long at) {
        this.at = at;
    }

    /** When its decisions were made. */
    long at() {
        return at;
    }

    /** A line ends, with that many bytes written in all. */
    void end(UUID id, int written) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
            traceEnds = Arrays.copyOf(traceEnds, 2 * count);
        }
        ends[count] = written;
        traceEnds[count] = traceCount;
        count++;
        ids.add(id);
    }

    /** Takes over the lines that were written. */
    void take(Bytes written) {
        lines = written.toByteArray();
    }

    byte[] lines() {
        return lines;
    }

    void trace(DecisionField field, String value) {
        if (traceCount == traces.length) {
            traces = Arrays.copyOf(traces, 2 * traceCount);
        }
        traces[traceCount++] = BloomFilter.trace(field, value);
    }

    /** An edition by which it was judged, whose files must be kept with it. */
    void judgedBy(Playbook playbook) {
        if (!editions.contains(playbook)) {
            editions.add(playbook);
        }
    }

    List<Playbook> editions() {
        return editions;
    }

    int count() {
        return count;
    }

    int start(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    int end(int line) {
        return ends[line];
    }

    long[] traces() {
        return traces;
    }

    int traceStart(int line) {
        return line == 0 ? 0 : traceEnds[line - 1];
    }

    int traceEnd(int line) {
        return traceEnds[line];
    }

    List<UUID> ids() {
        return ids;
    }

    /** Memory that it takes while it waits, about. */
    long size() {
        return lines.length + (long) LINK * count;
    }

    /** How long it has been waiting, in nanoseconds. */
    long waited() {
        return System.nanoTime() - since;
    }

    /** Ends with true when its decisions are on the disk, with false when whoever waits was told that they are not. */
    CompletableFuture<Boolean> durable() {
        return durable;
    }

    /** Whether nobody was told anything of it yet. */
    boolean isOpen() {
        return !durable.isDone();
    }

    /** Tells whoever waits that its decisions are on the disk; false where they were told that they are not. */
    boolean claim() {
        durable.complete(true);
        return durable.join();
    }

    /** Tells whoever waits to wait no longer; its decisions are not to be recorded. */
    void refuse() {
        durable.complete(false);
    }
}
