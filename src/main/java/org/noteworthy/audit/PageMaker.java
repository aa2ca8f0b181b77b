package org.noteworthy.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    List<Page> pages(Link after, List<Portion> portions, long recordedMs) {
        link = after;
        chain = ("{\"chain\":" + Json.quoted(after.chain()) + ",\"seq\":").getBytes(StandardCharsets.UTF_8);
        List<Page> pages = new ArrayList<>();
        begin();
        for (Portion portion : portions) {
            for (int line = 0; line < portion.count(); line++) {
                if (link.seq() - firstSeq + 1 >= MOST || lines.size() >= FULL) {
                    pages.add(page(recordedMs));
                    begin();
                }
                add(portion, line);
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

    private void add(Portion portion, int line) {
        long seq = link.seq() + 1;
        int start = lines.size();
        lines.append(chain);
        lines.append(ascii(Long.toString(seq)));
        lines.append(PREVIOUS);
        lines.append(ascii(link.hash()));
        lines.append(REST);
        lines.append(portion.lines(), portion.start(line) + 1, portion.end(line) - 1);
        String hash = hashes.of(lines.array(), start, lines.size());
        lines.append(HASH);
        lines.append(ascii(hash));
        lines.append(END);
        link = new Link(link.chain(), seq, hash);
        firstMs = Math.min(firstMs, portion.at());
        lastMs = Math.max(lastMs, portion.at());
        addTraces(portion, line);
    }

    private void addTraces(Portion portion, int line) {
        int from = portion.traceStart(line);
        int length = portion.traceEnd(line) - from;
        if (traceCount + length > traces.length) {
            traces = Arrays.copyOf(traces, Math.max(2 * traces.length, traceCount + length));
        }
        System.arraycopy(portion.traces(), from, traces, traceCount, length);
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
                Sieve.of(traces, traceCount));
        return new Page(head, Packing.pack(lines));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
