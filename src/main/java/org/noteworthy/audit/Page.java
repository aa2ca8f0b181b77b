package org.noteworthy.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decisions that are written together: lines of JSON, each linked to the one before and ending in its own hash.
 *
 * <p>A line is {@code {"chain":…,"seq":…,"previous":…, what was decided ,"hash":…}}; the hash is that of the bytes up to
 * {@code ,"hash"}, and the next line's {@code previous} is the same.
 */
final class Page {
    /** The most decisions of a page. */
    static final int MOST = 500;

    /** A page is full when its lines have as many bytes. */
    static final int FULL = 256 * 1024;

    private static final byte[] HASH = ",\"hash\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}\n".getBytes(StandardCharsets.US_ASCII);

    private final Hashes hashes;
    private final Bytes lines = new Bytes(FULL);
    private final byte[] chain;
    private final long firstSeq;
    private long[] traces = new long[4 * MOST];
    private int traceCount;
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;
    private Link link;

    /** An empty page after that link. */
    Page(Link after, Hashes hashes) {
        this.hashes = hashes;
        link = after;
        firstSeq = after.seq() + 1;
        chain = ("{\"chain\":" + Json.quoted(after.chain()) + ",\"seq\":").getBytes(StandardCharsets.UTF_8);
    }

    /** Links one line of a portion. */
    void add(Portion portion, int line) {
        long seq = link.seq() + 1;
        int start = lines.size();
        lines.append(chain, 0, chain.length);
        ascii(Long.toString(seq));
        ascii(",\"previous\":\"");
        ascii(link.hash());
        ascii("\",");
        lines.append(portion.bytes().array(), portion.start(line) + 1, portion.end(line) - 1);
        String hash = hashes.of(lines.array(), start, lines.size());
        lines.append(HASH, 0, HASH.length);
        ascii(hash);
        lines.append(END, 0, END.length);
        link = new Link(link.chain(), seq, hash);
        firstMs = Math.min(firstMs, portion.at());
        lastMs = Math.max(lastMs, portion.at());
        traces(portion, line);
    }

    private void traces(Portion portion, int line) {
        int from = portion.traceStart(line);
        int length = portion.traceEnd(line) - from;
        if (traceCount + length > traces.length) {
            traces = Arrays.copyOf(traces, Math.max(2 * traces.length, traceCount + length));
        }
        System.arraycopy(portion.traces(), from, traces, traceCount, length);
        traceCount += length;
    }

    private void ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        lines.append(bytes, 0, bytes.length);
    }

    boolean isFull() {
        return link.seq() - firstSeq + 1 >= MOST || lines.size() >= FULL;
    }

    boolean isEmpty() {
        return link.seq() < firstSeq;
    }

    /** Where the chain stands after it. */
    Link link() {
        return link;
    }

    PageHead head(long recordedMs) {
        return new PageHead(
                link.chain(),
                firstSeq,
                link.seq(),
                firstMs,
                lastMs,
                Math.max(recordedMs, lastMs), // a clock that was set back hides nothing from questions
                link.hash(),
                Sieve.of(traces, traceCount));
    }

    Bytes lines() {
        return lines;
    }
}
