package org.noteworthy.audit.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.noteworthy.audit.BloomFilter;
import org.noteworthy.audit.Bytes;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Json;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.Packing;
import org.noteworthy.audit.Page;
import org.noteworthy.audit.PageHead;

/**
 * Makes pages of decisions: lines of JSON, each linked to the one before and ending in its own hash.
 *
 * <p>A line is {@code {"chain":…,"seq":…,"previous":…, what was decided ,"hash":…}}; the hash is that of the bytes up to
 * {@code ,"hash"}, and the next line's {@code previous} is the same. For use by one thread.
 */
final class PageMaker {
    /** The most decisions of a page. */
    private static final int MOST = 500;

    /** A page is full when its lines have as many bytes. */
    private static final int FULL = 768 * 1024;

    private static final byte[] PREVIOUS = ascii(",\"previous\":\"");
    private static final byte[] REST = ascii("\",");
    private static final byte[] HASH = ascii(",\"hash\":\"");
    private static final byte[] END = ascii("\"}\n");

    private final Hashes hashes = new Hashes();
    private final Bytes lines = new Bytes(FULL);
    private long[] traces = new long[16 * MOST];
    private int traceCount;
    private byte[] chain = {};
    private long firstSeq;
    private long firstMs;
    private long lastMs;
    private Link link = Link.start("");

    /** The decisions of these portions, linked to what is there, in pages. */
    List<Page> pages(Link after, List<PendingBatch> batches, long recordedMs) {
        link = after;
        chain = ("{\"chain\":" + Json.quoted(after.chain()) + ",\"seq\":").getBytes(StandardCharsets.UTF_8);
        List<Page> pages = new ArrayList<>();
        begin();
        for (PendingBatch batch : batches) {
            for (int line = 0; line < batch.count(); line++) {
                if (link.seq() - firstSeq + 1 >= MOST || lines.size() >= FULL) {
                    pages.add(page(recordedMs));
                    begin();
                }
                add(batch, line);
            }
        }
        if (link.seq() >= firstSeq) {
            pages.add(page(recordedMs));
        }
        return pages;
    }

    private void begin() {
        lines.reset();
        traceCount = 0;
        firstSeq = link.seq() + 1;
        firstMs = Long.MAX_VALUE;
        lastMs = Long.MIN_VALUE;
    }

    private void add(PendingBatch batch, int line) {
        long seq = link.seq() + 1;
        int start = lines.size();
        lines.append(chain);
        lines.append(ascii(Long.toString(seq)));
        lines.append(PREVIOUS);
        lines.append(ascii(link.hash()));
        lines.append(REST);
        lines.append(batch.lines(), batch.start(line) + 1, batch.end(line) - 1);
        String hash = hashes.of(lines.array(), start, lines.size());
        lines.append(HASH);
        lines.append(ascii(hash));
        lines.append(END);
        link = new Link(link.chain(), seq, hash);
        firstMs = Math.min(firstMs, batch.at());
        lastMs = Math.max(lastMs, batch.at());
        addTraces(batch, line);
    }

    private void addTraces(PendingBatch batch, int line) {
        int from = batch.traceStart(line);
        int length = batch.traceEnd(line) - from;
        if (traceCount + length > traces.length) {
            traces = Arrays.copyOf(traces, Math.max(2 * traces.length, traceCount + length));
        }
        System.arraycopy(batch.traces(), from, traces, traceCount, length);
        traceCount += length;
    }

    private Page page(long recordedMs) {
        PageHead head = new PageHead(
                link.chain(),
                firstSeq,
                link.seq(),
                firstMs,
                lastMs,
                Math.max(recordedMs, lastMs), // a clock that was set back hides nothing from questions
                link.hash(),
                BloomFilter.of(traces, traceCount));
        return new Page(head, Packing.pack(lines));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
