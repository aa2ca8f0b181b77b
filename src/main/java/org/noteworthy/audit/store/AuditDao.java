package org.noteworthy.audit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.BloomFilter;
import org.noteworthy.audit.Bytes;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Cursor;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.Packing;
import org.noteworthy.audit.Page;
import org.noteworthy.audit.PageHead;
import org.noteworthy.audit.PrunedRange;

/** The tables of the chains: pages of decisions, checkpoints, and ranges that were pruned. */
public final class AuditDao {
    private static final String SELECT_PAGE =
            "select chain, first_seq, last_seq, first_ms, last_ms, recorded_ms, head, sieve from page";
    private static final String INSERT_PAGE =
            "insert into page (chain, first_seq, last_seq, first_ms, last_ms, recorded_ms, head, sieve)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_PART =
            "insert into page_part (chain, first_seq, part, unpacked, content) values (?, ?, ?, ?, ?)";
    private static final String SELECT_CHECKPOINT =
            "select chain, number, seq, hash, made_ms, signature from checkpoint where chain = ?";

    private final Sql sql;
    private final OutlineDao outlines;

    public AuditDao(Connection connection) {
        sql = new Sql(connection);
        outlines = new OutlineDao(connection);
    }

    /** The names of all chains, sorted. */
    public List<String> chains() throws SQLException {
        return sql.list(
                "select chain from page union select chain from pruned union select chain from checkpoint order by chain",
                row -> row.getString(1));
    }

    /** Where a chain stands; at its start where it has no decision yet. */
    public Link link(String chain) throws SQLException {
        Link page = last("page", chain);
        Link pruned = last("pruned", chain);
        return page.seq() >= pruned.seq() ? page : pruned;
    }

    private Link last(String table, String chain) throws SQLException {
        return sql.first(
                        "select chain, last_seq, head from " + table
                                + " where chain = ? order by chain desc, first_seq desc limit 1",
                        AuditDao::link,
                        chain)
                .orElse(Link.start(chain));
    }

    /** Whether the chain went by there: a page or a range that was pruned ends so, or goes on over it. */
    boolean knows(Link place) throws SQLException {
        Link page = lastUpTo("page", place);
        if (page.seq() >= place.seq()) {
            return page.equals(place);
        }
        Link pruned = lastUpTo("pruned", place);
        return pruned.seq() > place.seq() || pruned.equals(place);
    }

    /** How the last one ends of those that begin at that place or before it. */
    private Link lastUpTo(String table, Link place) throws SQLException {
        return sql.first(
                        "select chain, last_seq, head from " + table
                                + " where chain = ? and first_seq <= ? order by chain desc, first_seq desc limit 1",
                        AuditDao::link,
                        place.chain(),
                        place.seq())
                .orElse(Link.start(place.chain()));
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getString(1), row.getLong(2), row.getString(3));
    }

    /** When the last page of a chain was written; long ago where it has none. */
    public long lastRecordedMs(String chain) throws SQLException {
        return sql.first(
                        "select recorded_ms from page where chain = ? order by chain desc, first_seq desc limit 1",
                        row -> row.getLong(1),
                        chain)
                .orElse(Long.MIN_VALUE);
    }

    public void append(List<Page> pages) throws SQLException {
        List<Object[]> heads = new ArrayList<>();
        List<Object[]> parts = new ArrayList<>();
        for (Page page : pages) {
            PageHead head = page.head();
            heads.add(new Object[] {
                head.chain(),
                head.firstSeq(),
                head.lastSeq(),
                head.firstMs(),
                head.lastMs(),
                head.recordedMs(),
                head.head(),
                head.filter().bits()
            });
            for (int i = 0; i < page.parts().size(); i++) {
                Packing.Part part = page.parts().get(i);
                parts.add(new Object[] {head.chain(), head.firstSeq(), i, part.unpacked(), part.content()});
            }
        }
        sql.updateEach(INSERT_PAGE, heads);
        sql.updateEach(INSERT_PART, parts);
    }

    /** A page of lines that are linked already. */
    public void append(PageHead head, Bytes lines) throws SQLException {
        append(List.of(new Page(head, Packing.pack(lines))));
    }

    /** Removes a page, what is in it, and what is kept of it beside. */
    public void remove(PageHead page) throws SQLException {
        outlines.remove(page.chain(), page.firstSeq(), page.lastSeq());
        sql.update("delete from page_part where chain = ? and first_seq = ?", page.chain(), page.firstSeq());
        sql.update("delete from page where chain = ? and first_seq = ?", page.chain(), page.firstSeq());
    }

    /** The pages of a chain, in order, from that number on; no more than that many. */
    public List<PageHead> pages(String chain, long fromSeq, int most) throws SQLException {
        return sql.list(
                SELECT_PAGE + " where chain = ? and first_seq >= ? order by chain, first_seq limit " + most,
                AuditDao::page,
                chain,
                fromSeq);
    }

    /**
     * The pages in whose time decisions asked for may be, by the time they were recorded; no more than that many.
     *
     * @param after the page after which they begin, or with which if {@code inclusive}; null for the first
     */
    List<PageHead> pages(DecisionQuery query, boolean newestFirst, @Nullable Cursor after, boolean inclusive, int most)
            throws SQLException {
        String order = newestFirst ? "desc" : "asc";
        String than = (newestFirst ? "<" : ">") + (inclusive ? "=" : "");
        long earliest = query.from() == null ? Long.MIN_VALUE : query.from().toEpochMilli();
        List<Object> values = new ArrayList<>();
        // Written after it was made, up to what clocks that are set back make of it.
        values.add(Math.max(Long.MIN_VALUE + 60_000, earliest) - 60_000);
        values.add(earliest);
        // How much later than it was made one was written is not bounded: it may have waited for hours.
        values.add(query.beforeMs());
        if (after != null) {
            values.addAll(List.of(after.recordedMs(), after.chain(), after.firstSeq()));
        }
        return sql.list(
                SELECT_PAGE + " where recorded_ms >= ? and last_ms >= ? and first_ms < ?"
                        + (after == null ? "" : " and (recorded_ms, chain, first_seq) " + than + " (?, ?, ?)")
                        + " order by recorded_ms " + order + ", chain " + order + ", first_seq " + order + " limit "
                        + most,
                AuditDao::page,
                values.toArray());
    }

    private static PageHead page(ResultSet row) throws SQLException {
        return new PageHead(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                new BloomFilter(row.getBytes(8)));
    }

    /** The packed lines of the page that begins there. */
    public List<Packing.Part> parts(String chain, long firstSeq) throws SQLException {
        return sql.list(
                "select unpacked, content from page_part where chain = ? and first_seq = ? order by part",
                row -> new Packing.Part(row.getInt(1), row.getBytes(2)),
                chain,
                firstSeq);
    }

    /** Whether a decision may say that of the field; that it is true is not sure, that it is false is. */
    public boolean mayBeSaid(DecisionField field, String value) throws SQLException {
        long trace = BloomFilter.trace(field, value);
        return sql.any("select sieve from page", row -> new BloomFilter(row.getBytes(1)).lets(trace));
    }

    /** The last checkpoint of a chain; number 0 where it has none. */
    public Checkpoint lastCheckpoint(String chain) throws SQLException {
        return sql.first(SELECT_CHECKPOINT + " order by chain desc, number desc limit 1", AuditDao::checkpoint, chain)
                .orElse(new Checkpoint(chain, 0, 0, Hashes.NOTHING, 0, null));
    }

    /** The checkpoints of a chain, in order. */
    public List<Checkpoint> checkpoints(String chain) throws SQLException {
        return sql.list(SELECT_CHECKPOINT + " order by number", AuditDao::checkpoint, chain);
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getLong(5), row.getString(6));
    }

    public void add(Checkpoint checkpoint) throws SQLException {
        sql.update(
                "insert into checkpoint (chain, number, seq, hash, made_ms, signature) values (?, ?, ?, ?, ?, ?)",
                checkpoint.chain(),
                checkpoint.number(),
                checkpoint.seq(),
                checkpoint.hash(),
                checkpoint.madeMs(),
                checkpoint.signature());
    }

    /** What was pruned of a chain, in order. */
    public List<PrunedRange> pruned(String chain) throws SQLException {
        return sql.list(
                "select chain, first_seq, last_seq, previous, head, first_ms, last_ms, pruned_ms, reason, signature"
                        + " from pruned where chain = ? order by first_seq",
                row -> new PrunedRange(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getString(9),
                        row.getString(10)),
                chain);
    }

    public void add(PrunedRange range) throws SQLException {
        sql.update(
                "insert into pruned (chain, first_seq, last_seq, previous, head, first_ms, last_ms, pruned_ms, reason,"
                        + " signature) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                range.chain(),
                range.firstSeq(),
                range.lastSeq(),
                range.previous(),
                range.head(),
                range.firstMs(),
                range.lastMs(),
                range.prunedMs(),
                range.reason(),
                range.signature());
    }

    public void remove(PrunedRange range) throws SQLException {
        sql.update("delete from pruned where chain = ? and first_seq = ?", range.chain(), range.firstSeq());
    }
}
