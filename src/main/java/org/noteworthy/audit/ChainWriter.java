package org.noteworthy.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.Playbook;

/** Writes decisions to the end of one chain, and checkpoints of it. Written to by one thread; others may ask how it stands. */
final class ChainWriter {
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");

    /** After a pause as long as this, the log looks whether its chain still ends where it left it. */
    private static final Duration UNSURE_AFTER = Duration.ofSeconds(1);

    /** What a database says of a key that is taken. */
    private static final String TAKEN = "23505";

    private final DatabaseAddress address;
    private final AuditSettings settings;
    private final Clock clock;
    private final PageMaker pageMaker = new PageMaker();
    private final Set<String> kept = new HashSet<>();
    private volatile @Nullable AuditDatabase database;
    private volatile Link link;
    private @Nullable Connection connection;
    private @Nullable Checkpoint checkpoint;
    private boolean placed;
    private boolean unsure;
    private long written;

    ChainWriter(DatabaseAddress address, AuditSettings settings, Clock clock) {
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        link = Link.start(settings.chain());
    }

    /** The name of the chain. */
    String name() {
        return link.chain();
    }

    /** What it writes to; null before it was opened. */
    @Nullable
    AuditDatabase database() {
        return database;
    }

    /** Opens what it writes to, unless it is open; a link that broke is made again. */
    void connect() throws SQLException {
        if (connection != null) {
            return;
        }
        AuditDatabase open = database;
        if (open == null) {
            open = AuditDatabase.open(address);
            database = open;
        }
        Connection fresh = open.connection();
        try {
            fresh.setAutoCommit(false);
            Journal journal = new Journal(fresh);
            if (!placed) {
                link = journal.link(link.chain());
                placed = true;
            }
            checkpoint = journal.lastCheckpoint(link.chain()); // a commit that seemed to fail may have made one
            fresh.commit();
        } catch (SQLException | RuntimeException e) {
            close(fresh);
            throw e;
        }
        unsure = true;
        connection = fresh;
    }

    /** Writes these decisions, in one transaction, so that they are on the disk; and a checkpoint where one is due, or the last. */
    void write(List<Portion> group, boolean last) throws SQLException {
        Connection open = Objects.requireNonNull(connection);
        // The key of the table tells of others who wrote here meanwhile, unless their pages have been let go already.
        unsure |= System.nanoTime() - written > UNSURE_AFTER.toNanos();
        try {
            commit(open, group, last);
        } catch (SQLException e) {
            if (unsure || !TAKEN.equals(e.getSQLState())) {
                throw e;
            }
            open.rollback();
            unsure = true; // somebody else wrote what was to be written here
            commit(open, group, last);
        }
    }

    private void commit(Connection open, List<Portion> group, boolean last) throws SQLException {
        Journal journal = new Journal(open);
        long now = clock.millis();
        List<Page> pages = pageMaker.pages(link, group, now);
        Link after = pages.isEmpty() ? link : pages.get(pages.size() - 1).link();
        boolean moved =
                unsure && !pages.isEmpty() && !journal.link(link.chain()).equals(link);
        boolean alreadyThere = moved && isThere(journal, pages.get(0));
        if (moved && !alreadyThere) {
            String taken = link.chain();
            link = Link.start(settings.chain() + "~"
                    + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
            checkpoint = null;
            LOG.warning("Another process writes the chain " + taken + " of the record too. From now on this one writes "
                    + link.chain() + "; give each instance a name of its own.");
            pages = pageMaker.pages(link, group, now);
            after = pages.get(pages.size() - 1).link();
        }
        Set<String> newlyKept = new HashSet<>();
        for (Portion portion : group) {
            for (Playbook playbook : portion.editions()) {
                String digest = playbook.edition().digest();
                if (!kept.contains(digest) && newlyKept.add(digest)) {
                    journal.keep(playbook, now);
                }
            }
        }
        if (!alreadyThere) {
            journal.append(pages);
        }
        Checkpoint next = alreadyThere ? null : due(after, now, last);
        if (next != null) {
            journal.add(next);
        }
        open.commit();
        if (!group.isEmpty() || next != null) {
            Objects.requireNonNull(database).settle(open);
            open.commit();
        }
        link = after;
        if (!pages.isEmpty()) {
            unsure = false;
            written = System.nanoTime();
        }
        checkpoint = next == null ? checkpoint : next;
        kept.addAll(newlyKept);
        Objects.requireNonNull(database).ended(link, next != null);
    }

    /** Whether that very page is in the record already, since a commit that seemed to fail. */
    private static boolean isThere(Journal journal, Page page) throws SQLException {
        PageHead head = page.head();
        return journal.headAt(head.chain(), head.firstSeq())
                .filter(head.head()::equals)
                .isPresent();
    }

    private @Nullable Checkpoint due(Link after, long now, boolean last) {
        Checkpoint before = checkpoint;
        long seq = before == null ? 0 : before.seq();
        long number = before == null ? 0 : before.number();
        long madeMs = before == null || number == 0 ? now : before.madeMs();
        boolean due = after.seq() - seq >= settings.checkpointEvery()
                || now - madeMs >= settings.checkpointAfter().toMillis()
                || last;
        return due && after.seq() > seq
                ? new Checkpoint(after.chain(), number + 1, after.seq(), after.hash(), now, null)
                        .signedBy(settings.key())
                : null;
    }

    /** Closes the connection, whatever state it is in. */
    void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            close(open);
        }
    }

    private static void close(Connection broken) {
        try {
            broken.close();
        } catch (SQLException e) {
            LOG.log(Level.FINE, "A broken connection cannot be closed", e);
        }
    }
}
