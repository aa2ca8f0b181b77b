package org.noteworthy.audit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.BloomFilter;
import org.noteworthy.audit.ChainError;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.LinkedLine;
import org.noteworthy.audit.Packing;
import org.noteworthy.audit.PageHead;
import org.noteworthy.audit.store.AuditDao;

/** The lines of a chain, page by page; remembers which heads are spoilt, and by which editions was judged. */
final class ChainLines implements Iterator<@Nullable LinkedLine> {
    private static final int PAGES = 200;

    private final AuditDao dao;
    private final String chain;
    private final List<Checkpoint> checkpoints;
    private final Map<String, Set<String>> judging;
    private final OutlineProof outlines;
    private final Watch watch;
    private final List<SpoiltHead> spoiltHeads = new ArrayList<>();
    private final Hashes hashes = new Hashes();
    private Iterator<PageHead> heads = List.<PageHead>of().iterator();
    private long nextPage;
    private boolean more = true;
    private Iterator<@Nullable LinkedLine> page =
            List.<@Nullable LinkedLine>of().iterator();

    /** A page whose head is not that of its lines; it reaches up to {@code lastSeq}, by either of them. */
    record SpoiltHead(long lastSeq, ChainError error) {}

    /**
     * Adds to {@code judging} the digests by which was judged, each with the names of its edition; {@code checkpoints} are
     * those that the chain is held to, in their order, and {@code outlines} what is kept of it for sums.
     */
    ChainLines(
            AuditDao dao,
            String chain,
            List<Checkpoint> checkpoints,
            Map<String, Set<String>> judging,
            OutlineProof outlines,
            Watch watch) {
        this.dao = dao;
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.judging = judging;
        this.outlines = outlines;
        this.watch = watch;
    }

    @Override
    public boolean hasNext() {
        try {
            while (!page.hasNext() && (heads.hasNext() || more)) {
                if (heads.hasNext()) {
                    page = lines(heads.next());
                } else {
                    List<PageHead> next = dao.pages(chain, nextPage, PAGES);
                    more = next.size() == PAGES;
                    heads = next.iterator();
                    nextPage = next.isEmpty()
                            ? nextPage
                            : next.get(next.size() - 1).firstSeq() + 1;
                }
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("The audit log cannot be read on", e));
        }
        return page.hasNext();
    }

    @Override
    public @Nullable LinkedLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The chain has ended");
        }
        return page.next();
    }

    private Iterator<@Nullable LinkedLine> lines(PageHead head) throws SQLException {
        if (watch.cancelled()) {
            throw new CancellationException("Nobody waits for the proof");
        }
        List<@Nullable LinkedLine> read = new ArrayList<>();
        byte[] lines;
        try {
            lines = Packing.unpack(dao.parts(chain, head.firstSeq()));
        } catch (Packing.SpoiltException e) {
            read.add(null);
            return read.iterator();
        }
        List<Decision> decisions = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < lines.length; at++) {
            if (lines[at] == '\n') {
                read.add(read(lines, from, at, decisions));
                from = at + 1;
            }
        }
        if (from != lines.length || read.isEmpty()) {
            read.add(null);
        }
        LinkedLine first = read.get(0);
        LinkedLine last = read.get(read.size() - 1);
        if (first != null && last != null && decisions.size() == read.size() && inOrder(decisions)) {
            check(head, decisions, first, last);
        }
        outlines.see(head, decisions);
        watch.seen(read.size());
        return read.iterator();
    }

    private @Nullable LinkedLine read(byte[] lines, int from, int to, List<Decision> decisions) {
        LinkedLine line = LinkedLine.read(lines, from, to, hashes);
        if (line != null && line.intact()) {
            try {
                Decision decision = Decision.read(lines, from, to);
                decisions.add(decision);
                judging.computeIfAbsent(decision.digest(), any -> new TreeSet<>())
                        .add(decision.edition());
            } catch (IOException e) {
                return null;
            }
        }
        return line;
    }

    /** Where a decision is out of order, it is that which is to be named, and not the head that cannot know it. */
    private static boolean inOrder(List<Decision> decisions) {
        for (int i = 1; i < decisions.size(); i++) {
            if (decisions.get(i).seq() <= decisions.get(i - 1).seq()) {
                return false;
            }
        }
        return true;
    }

    /** Questions look at the head first: one that was changed could hide a decision. */
    private void check(PageHead head, List<Decision> decisions, LinkedLine first, LinkedLine last) {
        boolean right = first.seq() == head.firstSeq()
                && last.seq() == head.lastSeq()
                && last.hash().equals(head.head())
                && head.recordedMs() >= head.lastMs()
                && checkpoints.stream()
                        .filter(each -> each.seq() >= last.seq())
                        .findFirst()
                        .filter(each -> each.madeMs() < head.recordedMs())
                        .isEmpty();
        for (Decision decision : decisions) {
            long time = decision.time().toEpochMilli();
            right &= time >= head.firstMs() && time <= head.lastMs();
            right &= decision.fields().entrySet().stream()
                    .allMatch(field -> field.getValue().stream()
                            .allMatch(value -> head.filter().lets(BloomFilter.trace(field.getKey(), value))));
        }
        if (!right) {
            spoiltHeads.add(new SpoiltHead(
                    Math.max(last.seq(), head.lastSeq()),
                    new ChainError(
                            chain,
                            first.seq(),
                            "What the audit log says of the decisions " + first.seq() + " to " + last.seq() + " of "
                                    + chain + " as a whole was changed: questions may not find them.")));
        }
    }

    /** The pages gone through so far whose heads say something else than they hold. */
    List<SpoiltHead> spoiltHeads() {
        return spoiltHeads;
    }
}
