package org.noteworthy.audit.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Link;

/** The tables of the chain of policy changes; an audit log that an older version made has none, until it is written. */
public final class PolicyChangeDao {
    /** The name of the chain, which no chain of decisions can have: theirs have no blank. */
    public static final String CHAIN = "policy changes";

    private static final String SELECT =
            "select seq, id, edition, from_digest, to_digest, made_ms, hash, line, signature from policy_change";

    private final Sql sql;

    public PolicyChangeDao(Connection connection) {
        sql = new Sql(connection);
    }

    /**
     * A line of the chain, and what is said of it beside it.
     *
     * @param hash the line's own hash
     * @param line the line, each byte as the letter of its number: what is proven is what stands there, be it UTF-8 or not
     * @param signature of the checkpoint that stands at it; null where no key was set
     */
    public record Row(
            long seq,
            String id,
            String edition,
            @Nullable String fromDigest,
            @Nullable String toDigest,
            long madeMs,
            String hash,
            String line,
            @Nullable String signature) {

        /** A row with the line in these bytes. */
        public static Row of(
                long seq,
                String id,
                String edition,
                @Nullable String fromDigest,
                @Nullable String toDigest,
                long madeMs,
                String hash,
                byte[] line,
                @Nullable String signature) {
            String letters = new String(line, StandardCharsets.ISO_8859_1);
            return new Row(seq, id, edition, fromDigest, toDigest, madeMs, hash, letters, signature);
        }

        /** The bytes of the line. */
        public byte[] bytes() {
            return line.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** The checkpoint that stands at it, whose number is that of the change. */
        public Checkpoint checkpoint() {
            return new Checkpoint(CHAIN, seq, seq, hash, madeMs, signature);
        }
    }

    /** Whether there are such tables. */
    public boolean isThere() throws SQLException {
        return sql.any(
                "select 1 from information_schema.tables where lower(table_name) = 'policy_change' and"
                        + " table_schema = current_schema",
                row -> true);
    }

    /** Where the chain stands; at its start where nothing was changed yet. */
    public Link link() throws SQLException {
        Link start = Link.start(CHAIN);
        return isThere()
                ? sql.first("select seq, hash from policy_change order by seq desc limit 1", PolicyChangeDao::link)
                        .orElse(start)
                : start;
    }

    /** Whether the chain went by there. */
    boolean knows(Link place) throws SQLException {
        return isThere()
                && sql.first("select seq, hash from policy_change where seq = ?", PolicyChangeDao::link, place.seq())
                        .filter(place::equals)
                        .isPresent();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(CHAIN, row.getLong(1), row.getString(2));
    }

    /** The change of that id, where there is one. */
    public Optional<Row> find(String id) throws SQLException {
        return isThere() ? sql.first(SELECT + " where id = ?", PolicyChangeDao::row, id) : Optional.empty();
    }

    /** The latest change of an edition, or of any where none is named, before or after which it had that digest. */
    public Optional<Row> latest(@Nullable String edition, String digest) throws SQLException {
        if (!isThere()) {
            return Optional.empty();
        }
        String where = " where (from_digest = ? or to_digest = ?)";
        String order = " order by seq desc limit 1";
        return edition == null
                ? sql.first(SELECT + where + order, PolicyChangeDao::row, digest, digest)
                : sql.first(SELECT + where + " and edition = ?" + order, PolicyChangeDao::row, digest, digest, edition);
    }

    /** The changes before that number, the newest first; those of one edition where it is named; no more than that many. */
    public List<Row> before(long seq, @Nullable String edition, int most) throws SQLException {
        if (!isThere()) {
            return List.of();
        }
        String order = " order by seq desc limit " + most;
        return edition == null
                ? sql.list(SELECT + " where seq < ?" + order, PolicyChangeDao::row, seq)
                : sql.list(SELECT + " where edition = ? and seq < ?" + order, PolicyChangeDao::row, edition, seq);
    }

    /** The changes behind that number, the oldest first; no more than that many. */
    public List<Row> behind(long seq, int most) throws SQLException {
        return isThere()
                ? sql.list(SELECT + " where seq > ? order by seq limit " + most, PolicyChangeDao::row, seq)
                : List.of();
    }

    /** The checkpoints of the chain, in order: one for each change. */
    public List<Checkpoint> checkpoints() throws SQLException {
        return isThere()
                ? sql.list(
                        "select seq, hash, made_ms, signature from policy_change order by seq",
                        row -> new Checkpoint(
                                CHAIN,
                                row.getLong(1),
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4)))
                : List.of();
    }

    private static Row row(ResultSet row) throws SQLException {
        return Row.of(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getBytes(8),
                row.getString(9));
    }

    /** Adds a line, and which contents it names. */
    public void add(Row row, Collection<String> contents) throws SQLException {
        sql.update(
                "insert into policy_change (seq, id, edition, from_digest, to_digest, made_ms, hash, line, signature)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.seq(),
                row.id(),
                row.edition(),
                row.fromDigest(),
                row.toDigest(),
                row.madeMs(),
                row.hash(),
                row.bytes(),
                row.signature());
        List<Object[]> named = new ArrayList<>();
        contents.forEach(hash -> named.add(new Object[] {row.seq(), hash}));
        sql.updateEach("insert into policy_change_content (seq, hash) values (?, ?)", named);
    }
}
