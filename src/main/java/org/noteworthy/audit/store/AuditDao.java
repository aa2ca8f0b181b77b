package org.noteworthy.audit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.BloomFilter;
import org.noteworthy.audit.Bytes;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Hold;
import org.noteworthy.audit.KeptEdition;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.Packing;
import org.noteworthy.audit.Page;
import org.noteworthy.audit.PageHead;
import org.noteworthy.audit.PrunedRange;
import org.noteworthy.playbooks.Playbook;

/** The tables of the record, written and read over one connection. */
public final class AuditDao {
    private static final String INSERT_PAGE =
            "insert into page (chain, first_seq, last_seq, first_ms, last_ms, recorded_ms, head, sieve)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_PART =
            "insert into page_part (chain, first_seq, part, unpacked, content) values (?, ?, ?, ?, ?)";

    private final Connection connection;

    public AuditDao(Connection connection) {
        this.connection = connection;
    }

    /** Where a chain stands; at its start where it has no decision yet. */
    public Link link(String chain) throws SQLException {
        Link page = last(chain, "page");
        Link pruned = last(chain, "pruned");
        return page.seq() >= pruned.seq() ? page : pruned;
    }

    private Link last(String chain, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select last_seq, head from " + table
                + " where chain = ? order by chain desc, first_seq desc limit 1")) {
            select.setString(1, chain);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Link(chain, row.getLong(1), row.getString(2)) : Link.start(chain);
            }
        }
    }

    /** When the last page of a chain was written; long ago where it has none. */
    public long lastRecordedMs(String chain) throws SQLException {
        try (PreparedStatement select = prepared(
                        "select recorded_ms from page where chain = ? order by chain desc, first_seq desc limit 1",
                        chain);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : Long.MIN_VALUE;
        }
    }

    /** Whether the chain went by there: a page or a range that was let go ends so, or goes on over it. */
    boolean knows(Link place) throws SQLException {
        Link page = lastUpTo(place, "page");
        if (page.seq() >= place.seq()) {
            return page.equals(place);
        }
        Link pruned = lastUpTo(place, "pruned");
        return pruned.seq() > place.seq() || pruned.equals(place);
    }

    /** How the last one ends of those that begin at that place or before it. */
    private Link lastUpTo(Link place, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select last_seq, head from " + table
                + " where chain = ? and first_seq <= ? order by chain desc, first_seq desc limit 1")) {
            select.setString(1, place.chain());
            select.setLong(2, place.seq());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Link(place.chain(), row.getLong(1), row.getString(2))
                        : Link.start(place.chain());
            }
        }
    }

    public void append(List<Page> pages) throws SQLException {
        try (PreparedStatement heads = connection.prepareStatement(INSERT_PAGE);
                PreparedStatement parts = connection.prepareStatement(INSERT_PART)) {
            for (Page page : pages) {
                insert(heads, page.head());
                insert(parts, page.head(), page.parts());
            }
        }
    }

    /** A page of lines that are linked already. */
    public void append(PageHead head, Bytes lines) throws SQLException {
        append(List.of(new Page(head, Packing.pack(lines))));
    }

    /** Removes a page and what is in it. */
    public void remove(PageHead page) throws SQLException {
        update("delete from page_part where chain = ? and first_seq = ?", page.chain(), page.firstSeq());
        update("delete from page where chain = ? and first_seq = ?", page.chain(), page.firstSeq());
    }

    private static void insert(PreparedStatement heads, PageHead head) throws SQLException {
        heads.setString(1, head.chain());
        heads.setLong(2, head.firstSeq());
        heads.setLong(3, head.lastSeq());
        heads.setLong(4, head.firstMs());
        heads.setLong(5, head.lastMs());
        heads.setLong(6, head.recordedMs());
        heads.setString(7, head.head());
        heads.setBytes(8, head.filter().bits());
        heads.executeUpdate();
    }

    private static void insert(PreparedStatement insert, PageHead head, List<Packing.Part> parts) throws SQLException {
        for (int i = 0; i < parts.size(); i++) {
            insert.setString(1, head.chain());
            insert.setLong(2, head.firstSeq());
            insert.setInt(3, i);
            insert.setInt(4, parts.get(i).unpacked());
            insert.setBytes(5, parts.get(i).content());
            insert.executeUpdate();
        }
    }

    /** The packed lines of the page that begins there. */
    public List<Packing.Part> parts(String chain, long firstSeq) throws SQLException {
        List<Packing.Part> parts = new ArrayList<>(1);
        try (PreparedStatement select = connection.prepareStatement(
                "select unpacked, content from page_part where chain = ? and first_seq = ? order by part")) {
            select.setString(1, chain);
            select.setLong(2, firstSeq);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parts.add(new Packing.Part(row.getInt(1), row.getBytes(2)));
                }
            }
        }
        return parts;
    }

    /** Keeps the files of an edition, unless they are kept already. */
    public void keep(Playbook playbook, long keptMs) throws SQLException {
        String digest = playbook.edition().digest();
        if (exists("select 1 from kept_edition where digest = ?", digest)) {
            return;
        }
        Hashes hashes = new Hashes();
        for (String path : playbook.files().names()) {
            byte[] content = playbook.files().content(path).orElseThrow();
            String hash = hashes.of(content);
            update(
                    "insert into kept_content (hash, content) select cast(? as varchar(64)), cast(? as bytea) where not"
                            + " exists (select 1 from kept_content where hash = ?)",
                    hash,
                    content,
                    hash);
            update(
                    "insert into kept_file (digest, path, hash) select cast(? as varchar(71)), cast(? as varchar(1000)),"
                            + " cast(? as varchar(64)) where not exists (select 1 from kept_file where digest = ? and path"
                            + " = ?)",
                    digest,
                    path,
                    hash,
                    digest,
                    path);
        }
        update(
                "insert into kept_edition (digest, version, kept_ms) select cast(? as varchar(71)), cast(? as"
                        + " varchar(200)), cast(? as bigint) where not exists (select 1 from kept_edition where digest ="
                        + " ?)",
                digest,
                playbook.edition().version(),
                keptMs,
                digest);
    }

    /** The files of the edition of that digest, by path, with the name under which it judged; empty where none is kept. */
    public Optional<KeptEdition> kept(String digest) throws SQLException {
        String version;
        try (PreparedStatement select =
                connection.prepareStatement("select version from kept_edition where digest = ?")) {
            select.setString(1, digest);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                version = row.getString(1);
            }
        }
        Map<String, byte[]> files = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("select f.path, c.content from kept_file f join"
                + " kept_content c on c.hash = f.hash where f.digest = ? order by f.path")) {
            select.setString(1, digest);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    files.put(row.getString(1), row.getBytes(2));
                }
            }
        }
        return Optional.of(new KeptEdition(version, files));
    }

    /** The last checkpoint of a chain; number 0 where it has none. */
    public Checkpoint lastCheckpoint(String chain) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select number, seq, hash, made_ms, signature from"
                + " checkpoint where chain = ? order by chain desc, number desc limit 1")) {
            select.setString(1, chain);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? checkpoint(chain, row) : new Checkpoint(chain, 0, 0, Hashes.NOTHING, 0, null);
            }
        }
    }

    /** The checkpoints of a chain, in order. */
    public List<Checkpoint> checkpoints(String chain) throws SQLException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select number, seq, hash, made_ms, signature from checkpoint where chain = ? order by number")) {
            select.setString(1, chain);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    checkpoints.add(checkpoint(chain, row));
                }
            }
        }
        return checkpoints;
    }

    private static Checkpoint checkpoint(String chain, ResultSet row) throws SQLException {
        return new Checkpoint(
                chain, row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4), row.getString(5));
    }

    public void add(Checkpoint checkpoint) throws SQLException {
        update(
                "insert into checkpoint (chain, number, seq, hash, made_ms, signature) values (?, ?, ?, ?, ?, ?)",
                checkpoint.chain(),
                checkpoint.number(),
                checkpoint.seq(),
                checkpoint.hash(),
                checkpoint.madeMs(),
                checkpoint.signature());
    }

    /** The pages of a chain, in order, from that number on; no more than that many. */
    public List<PageHead> pages(String chain, long fromSeq, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + Decisions.COLUMNS
                + " from page where chain = ? and first_seq >= ? order by chain, first_seq limit " + most)) {
            select.setString(1, chain);
            select.setLong(2, fromSeq);
            return Decisions.read(select);
        }
    }

    public void add(PrunedRange range) throws SQLException {
        update(
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
        update("delete from pruned where chain = ? and first_seq = ?", range.chain(), range.firstSeq());
    }

    /** The engagements that are held, sorted. */
    public List<Hold> holds() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select engagement, since_ms, reason from hold order by engagement")) {
            return holds(select);
        }
    }

    /** The hold of that engagement, where there is one. */
    Optional<Hold> hold(String engagement) throws SQLException {
        try (PreparedStatement select =
                prepared("select engagement, since_ms, reason from hold where engagement = ?", engagement)) {
            return holds(select).stream().findFirst();
        }
    }

    private static List<Hold> holds(PreparedStatement select) throws SQLException {
        List<Hold> holds = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                holds.add(new Hold(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)));
            }
        }
        return holds;
    }

    void add(Hold hold) throws SQLException {
        update(
                "insert into hold (engagement, since_ms, reason) values (?, ?, ?)",
                hold.engagement(),
                hold.since().toEpochMilli(),
                hold.reason());
    }

    void release(String engagement) throws SQLException {
        update("delete from hold where engagement = ?", engagement);
    }

    /** Whether a decision may say that of the facet; that it is true is not sure, that it is false is. */
    public boolean mayBeSaid(DecisionField field, String value) throws SQLException {
        long trace = BloomFilter.trace(field, value);
        try (PreparedStatement select = connection.prepareStatement("select sieve from page");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (new BloomFilter(row.getBytes(1)).lets(trace)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Removes the files of editions, unless another one has them too. */
    public void forget(List<String> digests) throws SQLException {
        for (String digest : digests) {
            update("delete from kept_edition where digest = ?", digest);
            update("delete from kept_file where digest = ?", digest);
        }
        update("delete from kept_content where hash not in (select hash from kept_file)");
    }

    /** What was let go of a chain, in order. */
    public List<PrunedRange> pruned(String chain) throws SQLException {
        List<PrunedRange> ranges = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select first_seq, last_seq, previous, head,"
                + " first_ms, last_ms, pruned_ms, reason, signature from pruned where chain = ? order by first_seq")) {
            select.setString(1, chain);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ranges.add(new PrunedRange(
                            chain,
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getString(8),
                            row.getString(9)));
                }
            }
        }
        return ranges;
    }

    /** The digests of all editions whose files are kept, sorted. */
    public List<String> keptDigests() throws SQLException {
        List<String> digests = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select digest from kept_edition order by digest");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                digests.add(row.getString(1));
            }
        }
        return digests;
    }

    /** The names of all chains, sorted. */
    public List<String> chains() throws SQLException {
        List<String> chains = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select chain from page union select chain from pruned union select chain from checkpoint order by"
                                + " chain");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                chains.add(row.getString(1));
            }
        }
        return chains;
    }

    private boolean exists(String query, @Nullable Object... values) throws SQLException {
        try (PreparedStatement select = prepared(query, values);
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private void update(String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = prepared(statement, values)) {
            update.executeUpdate();
        }
    }

    private PreparedStatement prepared(String statement, @Nullable Object... values) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }
}
