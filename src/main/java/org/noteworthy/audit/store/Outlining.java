package org.noteworthy.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.Packing;
import org.noteworthy.audit.PageHead;
import org.noteworthy.audit.outline.Outline;
import org.noteworthy.audit.outline.OutlineBlock;

/**
 * Keeps beside the pages what is counted of their decisions, a few thousand at a time. It comes of the recorded lines alone,
 * so whatever was recorded before there were outlines gets them too; the last few thousand decisions of a chain have none yet.
 */
public final class Outlining {
    /** About as many decisions make a block. */
    private static final int EACH = 4_096;

    private static final int PAGES = 256;

    /** The most bytes of a part of a block that any database takes. */
    private static final int LARGEST = 1_000_000;

    private final AuditDatabase database;
    private final BooleanSupplier ended;
    private final int each;

    /** {@code ended} tells that nobody waits for the rest any more. */
    public Outlining(AuditDatabase database, BooleanSupplier ended) {
        this(database, ended, EACH);
    }

    /** With blocks of about so many decisions. */
    public Outlining(AuditDatabase database, BooleanSupplier ended, int each) {
        this.database = database;
        this.ended = ended;
        this.each = each;
    }

    /** Outlines what is to be outlined; how many blocks it made. */
    public int run() {
        int made = 0;
        for (String chain : database.reading(connection -> new AuditDao(connection).chains())) {
            long from = 1;
            for (OutlineDao.Head head : database.reading(connection -> new OutlineDao(connection).heads(chain))) {
                made += new Gap(chain, from, head.firstSeq() - 1, true).fill();
                from = head.lastSeq() + 1;
            }
            made += new Gap(chain, from, Long.MAX_VALUE, false).fill();
        }
        return made;
    }

    /** Decisions of a chain that have no outlines; {@code closed} where there are some behind them. */
    private final class Gap {
        private final String chain;
        private final long last;
        private final boolean closed;
        private long from;
        private boolean more = true;

        Gap(String chain, long first, long last, boolean closed) {
            this.chain = chain;
            from = first;
            this.last = last;
            this.closed = closed;
        }

        int fill() {
            int made = 0;
            while (more && from <= last && !ended.getAsBoolean()) {
                made += database.alone(this::step) ? 1 : 0;
            }
            return made;
        }

        private boolean step(Connection connection) throws SQLException {
            AuditDao pages = new AuditDao(connection);
            List<PageHead> heads = next(pages);
            long decisions = heads.stream()
                    .mapToLong(head -> head.lastSeq() - head.firstSeq() + 1)
                    .sum();
            if (heads.isEmpty() || decisions < each && !closed) {
                more = false;
                return false;
            }
            return keep(pages, new OutlineDao(connection), heads);
        }

        /** The heads of as many pages as make a block. */
        private List<PageHead> next(AuditDao pages) throws SQLException {
            List<PageHead> heads = new ArrayList<>();
            long at = from;
            long decisions = 0;
            List<PageHead> portion;
            do {
                portion = pages.pages(chain, at, PAGES);
                for (PageHead head : portion) {
                    if (head.lastSeq() > last || decisions >= each) {
                        return heads;
                    }
                    heads.add(head);
                    decisions += head.lastSeq() - head.firstSeq() + 1;
                    at = head.firstSeq() + 1;
                }
            } while (portion.size() == PAGES);
            return heads;
        }

        private boolean keep(AuditDao pages, OutlineDao outlines, List<PageHead> heads) throws SQLException {
            List<Outline> read = new ArrayList<>();
            List<PageHead> taken = new ArrayList<>();
            for (PageHead head : heads) {
                List<Decision> decisions = decisions(pages, head);
                if (decisions.isEmpty()) { // somebody has changed it, which the proof tells
                    break;
                }
                decisions.forEach(decision -> read.add(Outline.of(decision)));
                taken.add(head);
            }
            if (taken.isEmpty()) {
                from = heads.get(0).firstSeq() + 1;
                return false;
            }
            OutlineBlock.Parts parts = OutlineBlock.pack(read);
            if (parts.size() > LARGEST) {
                if (taken.size() == 1) {
                    from = taken.get(0).firstSeq() + 1;
                    return false;
                }
                return keep(pages, outlines, taken.subList(0, taken.size() / 2));
            }
            PageHead first = taken.get(0);
            PageHead end = taken.get(taken.size() - 1);
            from = Math.max(end.firstSeq(), end.lastSeq()) + 1;
            if (outlines.covers(chain, first.firstSeq(), end.lastSeq())) { // another service did
                return false;
            }
            outlines.remove(chain, first.firstSeq(), end.lastSeq());
            outlines.add(
                    new OutlineDao.Head(
                            chain,
                            first.firstSeq(),
                            end.firstSeq(),
                            end.lastSeq(),
                            end.head(),
                            read.stream().mapToLong(Outline::ms).min().orElse(0),
                            read.stream().mapToLong(Outline::ms).max().orElse(0)),
                    parts);
            return true;
        }

        private static List<Decision> decisions(AuditDao pages, PageHead head) throws SQLException {
            try {
                return DecisionReader.decisions(head, Packing.unpack(pages.parts(head.chain(), head.firstSeq())));
            } catch (Packing.SpoiltException | AuditException e) {
                return List.of();
            }
        }
    }
}
