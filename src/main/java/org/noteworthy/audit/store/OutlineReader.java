package org.noteworthy.audit.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.Packing;
import org.noteworthy.audit.PageHead;
import org.noteworthy.audit.outline.Outline;
import org.noteworthy.audit.outline.OutlineBlock;
import org.noteworthy.audit.outline.SpoiltOutlineException;

/**
 * What is counted of the decisions asked for: out of outlines where they are kept, and out of the lines themselves where they
 * are not or cannot be read. Goes along the chains, each from its beginning.
 */
final class OutlineReader {
    private static final int HEADS = 256;

    private final AuditDao pages;
    private final OutlineDao outlines;
    private final DecisionQuery query;
    private final boolean named;
    private final OutlineBlock.Taker taker;

    private OutlineReader(Connection connection, DecisionQuery query, boolean named, OutlineBlock.Taker taker) {
        pages = new AuditDao(connection);
        outlines = new OutlineDao(connection);
        this.query = query;
        this.named = named;
        this.taker = taker;
    }

    /** Hands on all that is asked for; {@code named} with the names that decisions tell. */
    static void each(AuditDatabase database, DecisionQuery query, boolean named, OutlineBlock.Taker taker) {
        if (OutlineBlock.answers(query)) {
            database.reading(connection -> {
                new OutlineReader(connection, query, named || OutlineBlock.needsNames(query), taker).read();
                return query;
            });
            return;
        }
        try {
            new DecisionReader(database).each(query, false, decision -> {
                take(decision, taker);
                return true;
            });
        } catch (IOException e) {
            throw new IllegalStateException("Counting writes nowhere", e);
        }
    }

    private static void take(Decision decision, OutlineBlock.Taker taker) {
        Outline outline = Outline.of(decision);
        taker.take(outline.kind(), Math.floorDiv(outline.ms(), OutlineBlock.DAY), outline.names(), 1);
    }

    private void read() throws SQLException {
        for (String chain : pages.chains()) {
            long from = 1;
            for (OutlineDao.Head head : outlines.heads(chain)) {
                lines(chain, from, head.firstSeq() - 1);
                block(head);
                from = head.lastSeq() + 1;
            }
            lines(chain, from, Long.MAX_VALUE);
        }
    }

    private void block(OutlineDao.Head head) throws SQLException {
        if (head.lastMs() < query.fromMs() || head.firstMs() >= query.beforeMs()) {
            return;
        }
        try {
            OutlineBlock.read(outlines.kinds(head), named ? outlines.names(head) : null)
                    .each(query, taker);
        } catch (SpoiltOutlineException e) {
            lines(head.chain(), head.firstSeq(), head.lastSeq());
        }
    }

    /** Out of the lines of the pages that begin within these numbers. */
    private void lines(String chain, long first, long last) throws SQLException {
        long from = first;
        List<PageHead> heads;
        do {
            heads = from > last ? List.of() : pages.pages(chain, from, HEADS);
            for (PageHead head : heads) {
                if (head.firstSeq() > last) {
                    return;
                }
                if (query.mayBeIn(head)) {
                    lines(head);
                }
                from = head.firstSeq() + 1;
            }
        } while (heads.size() == HEADS);
    }

    private void lines(PageHead head) throws SQLException {
        byte[] lines;
        try {
            lines = Packing.unpack(pages.parts(head.chain(), head.firstSeq()));
        } catch (Packing.SpoiltException e) {
            throw DecisionReader.spoilt(head);
        }
        for (Decision decision : DecisionReader.decisions(head, lines)) {
            if (query.asksFor(decision)) {
                take(decision, taker);
            }
        }
    }
}
