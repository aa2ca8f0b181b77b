package org.noteworthy.audit.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.KeptEditionDao;
import org.noteworthy.audit.store.PolicyChangeDao;

/**
 * The changes of the policy: written into one chain, whoever shares the database, and asked for; with the files as they were
 * before and after each of them.
 *
 * <p>A change stays for ever: no retention prunes it.
 */
public final class PolicyChanges {
    private static final int LARGEST = 1 << 20;
    private static final int TRIES = 5;

    /** What a database says of a key that is taken. */
    private static final String TAKEN = "23505";

    private final AuditDatabase database;
    private final @Nullable SigningKey key;

    /** Those of an audit log; what is added is signed where there is a key. */
    public PolicyChanges(AuditDatabase database, @Nullable SigningKey key) {
        this.database = database;
        this.key = key;
    }

    /**
     * Adds a change, and keeps the contents of the files that it names; returns when it is on the disk. A change of an id that
     * is there already is not added again: that which is there is told.
     *
     * @param contents of the files that it names, in any order; those that are kept already may be missing
     * @throws AuditException if it cannot be written, or is too large
     */
    public RecordedChange append(PolicyChange change, Collection<byte[]> contents) {
        Map<String, byte[]> byHash = new HashMap<>();
        Hashes hashes = new Hashes();
        for (byte[] content : contents) {
            if (content.length > LARGEST) {
                throw new AuditException("A file of " + change.edition() + " is longer than the audit log takes: "
                        + content.length + " bytes, and at most " + LARGEST + ". Make it shorter.");
            }
            byHash.put(hashes.of(content), content);
        }
        for (int tried = 1; ; tried++) {
            try {
                RecordedChange added = database.alone(connection -> append(connection, change, byHash));
                database.checkPlace();
                database.ended(new Link(PolicyChangeDao.CHAIN, added.seq(), added.hash()), true);
                return added;
            } catch (AuditException e) {
                if (tried == TRIES || !isTaken(e)) { // by another process, whose change is before this one now
                    throw e;
                }
            }
        }
    }

    private static boolean isTaken(AuditException failure) {
        return failure.getCause() instanceof SQLException sql && TAKEN.equals(sql.getSQLState());
    }

    private RecordedChange append(Connection connection, PolicyChange change, Map<String, byte[]> contents)
            throws SQLException {
        PolicyChangeDao dao = new PolicyChangeDao(connection);
        Optional<PolicyChangeDao.Row> first = dao.find(change.id());
        if (first.isPresent()) {
            return RecordedChange.of(first.get());
        }
        SortedSet<String> named = new TreeSet<>(change.files().values());
        named.addAll(change.filesBefore().values());
        KeptEditionDao kept = new KeptEditionDao(connection);
        for (String hash : named) {
            byte[] content = contents.get(hash);
            if (content != null) {
                kept.keep(hash, content);
            } else if (!kept.isKept(hash)) {
                throw new IllegalArgumentException("The content " + hash + " is named and was not given");
            }
        }
        RecordedChange added = RecordedChange.behind(dao.link(), change, key);
        dao.add(added.row(), named);
        return added;
    }

    /**
     * The change of that id, where there is one.
     *
     * @throws AuditException if it is not as it was recorded
     */
    public Optional<RecordedChange> find(String id) {
        return database.with(connection -> new PolicyChangeDao(connection).find(id))
                .map(RecordedChange::of);
    }

    /**
     * Changes, the newest first.
     *
     * @param edition those of this edition; null for all
     * @param before those with a smaller number than this; null for the newest
     * @throws AuditException if one is not as it was recorded
     */
    public List<RecordedChange> all(@Nullable String edition, int limit, @Nullable Long before) {
        long seq = before == null ? Long.MAX_VALUE : before;
        return database.with(connection -> new PolicyChangeDao(connection).before(seq, edition, limit)).stream()
                .map(RecordedChange::of)
                .toList();
    }

    /** Changes behind a number, the oldest first. */
    public List<RecordedChange> behind(long seq, int limit) {
        return database.with(connection -> new PolicyChangeDao(connection).behind(seq, limit)).stream()
                .map(RecordedChange::of)
                .toList();
    }

    /**
     * The own files of an edition, by path, as they were when it had that digest before or after a change; empty where no
     * change names it.
     *
     * @param edition null for whichever had it last
     * @throws AuditException if they are not as they were recorded
     */
    public Optional<SortedMap<String, byte[]>> files(@Nullable String edition, String digest) {
        return database.with(connection -> {
            Optional<PolicyChangeDao.Row> row = new PolicyChangeDao(connection).latest(edition, digest);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            RecordedChange recorded = RecordedChange.of(row.get());
            PolicyChange change = recorded.change();
            return Optional.of(contents(
                    new KeptEditionDao(connection),
                    recorded.seq(),
                    digest.equals(change.toDigest()) ? change.files() : change.filesBefore()));
        });
    }

    private static SortedMap<String, byte[]> contents(KeptEditionDao kept, long seq, SortedMap<String, String> files)
            throws SQLException {
        Hashes hashes = new Hashes();
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            byte[] content = kept.content(file.getValue())
                    .filter(each -> hashes.of(each).equals(file.getValue()))
                    .orElseThrow(() -> new AuditException("What was kept of " + file.getKey() + " with policy change "
                            + seq + " was changed or removed. noteworthy audit verify says more."));
            contents.put(file.getKey(), content);
        }
        return contents;
    }
}
