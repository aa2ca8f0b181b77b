package org.noteworthy.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.noteworthy.audit.outline.OutlineBlock;

/** The tables of outlines; an audit log that an older version made has none, until it is written. */
public final class OutlineDao {
    private static final String SELECT =
            "select o.chain, o.first_seq, o.last_page, o.last_seq, o.head, o.first_ms, o.last_ms from outline o join page p"
                    + " on p.chain = o.chain and p.first_seq = o.last_page and p.last_seq = o.last_seq and p.head = o.head";

    private final Sql sql;

    public OutlineDao(Connection connection) {
        sql = new Sql(connection);
    }

    /**
     * What is known of a block without unpacking it.
     *
     * @param lastPage number with which its last page begins
     * @param head hash of its last decision
     */
    public record Head(
            String chain, long firstSeq, long lastPage, long lastSeq, String head, long firstMs, long lastMs) {}

    /** Whether there are such tables. */
    private boolean isMade() throws SQLException {
        return sql.any(
                "select 1 from information_schema.tables where lower(table_name) = 'outline_part' and"
                        + " table_schema = current_schema",
                row -> true);
    }

    /** The blocks of a chain that count, in order. */
    public List<Head> heads(String chain) throws SQLException {
        return isMade() ? heads(" where o.chain = ? order by o.first_seq", chain) : List.of();
    }

    /** Whether a block counts that has any of these decisions. */
    boolean covers(String chain, long firstSeq, long lastSeq) throws SQLException {
        return !heads(" where o.chain = ? and o.first_seq <= ? and o.last_seq >= ?", chain, lastSeq, firstSeq)
                .isEmpty();
    }

    private List<Head> heads(String which, Object... values) throws SQLException {
        return sql.list(
                SELECT + which,
                row -> new Head(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7)),
                values);
    }

    /** A part of a block: 0 for what was found and when, 1 for whom the decisions name; empty where it is missing. */
    private byte[] part(Head head, int part) throws SQLException {
        return sql.first(
                        "select content from outline_part where chain = ? and first_seq = ? and part = ?",
                        row -> row.getBytes(1),
                        head.chain(),
                        head.firstSeq(),
                        part)
                .orElse(new byte[0]);
    }

    byte[] kinds(Head head) throws SQLException {
        return part(head, 0);
    }

    byte[] names(Head head) throws SQLException {
        return part(head, 1);
    }

    /** The content of a block. */
    public OutlineBlock.Parts parts(Head head) throws SQLException {
        return new OutlineBlock.Parts(kinds(head), names(head));
    }

    void add(Head head, OutlineBlock.Parts parts) throws SQLException {
        sql.update(
                "insert into outline (chain, first_seq, last_page, last_seq, head, first_ms, last_ms) values (?, ?, ?, ?, ?,"
                        + " ?, ?)",
                head.chain(),
                head.firstSeq(),
                head.lastPage(),
                head.lastSeq(),
                head.head(),
                head.firstMs(),
                head.lastMs());
        String insert = "insert into outline_part (chain, first_seq, part, content) values (?, ?, ?, ?)";
        sql.update(insert, head.chain(), head.firstSeq(), 0, parts.kinds());
        sql.update(insert, head.chain(), head.firstSeq(), 1, parts.names());
    }

    /** Removes the blocks that have any of these decisions. */
    void remove(String chain, long firstSeq, long lastSeq) throws SQLException {
        String which =
                " where chain = ? and first_seq in (select first_seq from outline where chain = ? and first_seq <= ?"
                        + " and last_seq >= ?)";
        sql.update("delete from outline_part" + which, chain, chain, lastSeq, firstSeq);
        sql.update(
                "delete from outline where chain = ? and first_seq <= ? and last_seq >= ?", chain, lastSeq, firstSeq);
    }
}
