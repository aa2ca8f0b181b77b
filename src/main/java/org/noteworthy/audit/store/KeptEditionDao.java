package org.noteworthy.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.KeptEdition;
import org.noteworthy.playbooks.Playbook;

/** The tables of the editions that ever judged: their files, each content once. */
public final class KeptEditionDao {
    private static final String SELECT_VERSION = "select version from kept_edition where digest = ?";

    private final Sql sql;

    public KeptEditionDao(Connection connection) {
        sql = new Sql(connection);
    }

    /** The digests of all editions whose files are kept, sorted. */
    public List<String> digests() throws SQLException {
        return sql.list("select digest from kept_edition order by digest", row -> row.getString(1));
    }

    /** The files of the edition of that digest, by path, with the name under which it judged; empty where none is kept. */
    public Optional<KeptEdition> find(String digest) throws SQLException {
        Optional<String> version = sql.first(SELECT_VERSION, row -> row.getString(1), digest);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        Map<String, byte[]> files = new TreeMap<>();
        sql.each(
                "select f.path, c.content from kept_file f join kept_content c on c.hash = f.hash where f.digest = ?"
                        + " order by f.path",
                row -> files.put(row.getString(1), row.getBytes(2)),
                digest);
        return Optional.of(new KeptEdition(version.get(), files));
    }

    /** Keeps the files of an edition, unless they are kept already. */
    public void keep(Playbook playbook, long keptMs) throws SQLException {
        String digest = playbook.edition().digest();
        if (sql.any(SELECT_VERSION, row -> true, digest)) {
            return;
        }
        Hashes hashes = new Hashes();
        for (String path : playbook.files().names()) {
            byte[] content = playbook.files().content(path).orElseThrow();
            String hash = hashes.of(content);
            keep(hash, content);
            sql.update(
                    "insert into kept_file (digest, path, hash) select cast(? as varchar(71)), cast(? as varchar(1000)),"
                            + " cast(? as varchar(64)) where not exists (select 1 from kept_file where digest = ? and path"
                            + " = ?)",
                    digest,
                    path,
                    hash,
                    digest,
                    path);
        }
        sql.update(
                "insert into kept_edition (digest, version, kept_ms) select cast(? as varchar(71)), cast(? as"
                        + " varchar(200)), cast(? as bigint) where not exists (select 1 from kept_edition where digest ="
                        + " ?)",
                digest,
                playbook.edition().version(),
                keptMs,
                digest);
    }

    /** Keeps a content under its hash, unless it is kept already. */
    public void keep(String hash, byte[] content) throws SQLException {
        sql.update(
                "insert into kept_content (hash, content) select cast(? as varchar(64)), cast(? as bytea) where not"
                        + " exists (select 1 from kept_content where hash = ?)",
                hash,
                content,
                hash);
    }

    /** The content of that hash, where it is kept. */
    public Optional<byte[]> content(String hash) throws SQLException {
        return sql.first("select content from kept_content where hash = ?", row -> row.getBytes(1), hash);
    }

    /** Whether a content of that hash is kept. */
    public boolean isKept(String hash) throws SQLException {
        return sql.any("select 1 from kept_content where hash = ?", row -> true, hash);
    }

    /** Removes the files of editions, unless another one or a policy change has them too. */
    public void forget(List<String> digests) throws SQLException {
        for (String digest : digests) {
            sql.update("delete from kept_edition where digest = ?", digest);
            sql.update("delete from kept_file where digest = ?", digest);
        }
        sql.update("delete from kept_content where hash not in (select hash from kept_file)"
                + " and hash not in (select hash from policy_change_content)");
    }
}
