package org.noteworthy.audit.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.Page;
import org.noteworthy.audit.store.AuditDao;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.KeptEditionDao;
import org.noteworthy.playbooks.Playbook;

/** Writes decisions to the end of one chain, and checkpoints of it. Written to by one thread; others may ask how it stands. */
final class ChainWriter {
    private static final Logger LOG = Logger.getLogger("noteworthy.audit");

    /** After a pause as long as this, the log looks whether its chain still ends where it left it. */
    private static final Duration UNSURE_AFTER = Duration.ofSeconds(1);

    /** After a pause as long as this, what was written since the last checkpoint is signed too. */
    static final Duration QUIET = Duration.ofSeconds(5);

    /** What a database says of a key that is taken. */
    private static final String TAKEN = "23505";

    private final DatabaseAddress address;
    private final AuditSettings settings;
    private final Clock clock;
    private final PageMaker pageMaker = new PageMaker();
    private final Set<String> kept = new HashSet<>();
    private volatile @Nullable AuditDatabase database;
    private volatile Link link;
    private volatile @Nullable Instant lastWrite;
    private @Nullable Connection connection;
    private @Nullable Checkpoint checkpoint;
    private long latestMs;
    private @Nullable Attempt attempt;
    private @Nullable Withdrawal withdrawal;
    private boolean placed;
    private boolean unsure;
    private long written = System.nanoTime() - QUIET.toNanos(); // what was there before is signed at once

    /** Decisions that are being written behind a place of the chain; whether they were committed is not known yet. */
    private record Attempt(Link before, List<PendingBatch> batches, List<Page> pages) {
        Link end() {
            return pages.isEmpty() ? before : pages.get(pages.size() - 1).link();
        }
    }

    /** Pages that go, and what is written in their place. */
    private record Withdrawal(List<Page> pages, Attempt instead) {}

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

    /** When decisions were last brought to the disk; null before the first. */
    @Nullable
    Instant lastWrite() {
        return lastWrite;
    }

    /** Whether there is something behind the last checkpoint that is to be signed when nothing else comes. */
    boolean isUnsigned() {
        Checkpoint last = checkpoint;
        return settings.key() != null && last != null && link.seq() > last.seq();
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
            AuditDao dao = new AuditDao(fresh);
            if (!placed) {
                link = dao.link(link.chain());
                latestMs = dao.lastRecordedMs(link.chain());
                placed = true;
            }
            checkpoint = dao.lastCheckpoint(link.chain()); // a commit that seemed to fail may have made one
            fresh.commit();
        } catch (SQLException | RuntimeException e) {
            close(fresh);
            throw e;
        }
        unsure = true;
        connection = fresh;
    }

    /**
     * Writes those of these decisions for which somebody still waits, in one transaction, and tells whoever waits when they
     * are on the disk; and a checkpoint where one is due, or the last.
     */
    void write(List<PendingBatch> group, boolean last) throws SQLException {
        Connection open = Objects.requireNonNull(connection);
        // The key of the table tells of others who wrote here meanwhile, unless their pages have been pruned already.
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

    private void commit(Connection open, List<PendingBatch> group, boolean last) throws SQLException {
        AuditDao dao = new AuditDao(open);
        resume(open, dao);
        List<PendingBatch> rest = group.stream().filter(PendingBatch::isOpen).toList();
        if (unsure && !rest.isEmpty() && !dao.link(link.chain()).equals(link)) {
            goElsewhere();
        }
        long now = clock.millis();
        if (!rest.isEmpty()) {
            List<Page> pages = pageMaker.pages(link, rest, now);
            Set<String> newlyKept = keepRules(new KeptEditionDao(open), rest, now);
            dao.append(pages);
            if (!rest.stream().allMatch(PendingBatch::isOpen)) { // that took long, and somebody waited no longer
                open.rollback();
                commit(open, group, last);
                return;
            }
            attempt = new Attempt(link, rest, pages);
            open.commit();
            kept.addAll(newlyKept);
            conclude(open, dao);
        }
        Checkpoint next = due(group.isEmpty(), now, last);
        if (next != null) {
            dao.add(next);
            settle(open);
            checkpoint = next;
            latestMs = Long.MIN_VALUE;
        }
        Objects.requireNonNull(database).ended(link, next != null);
    }

    /** Ends what was under way when the connection broke. */
    private void resume(Connection open, AuditDao dao) throws SQLException {
        Attempt earlier = attempt;
        if (earlier != null) {
            if (dao.link(link.chain()).equals(earlier.end())) {
                conclude(open, dao);
            } else {
                attempt = null;
            }
        }
        withdraw(open, dao);
    }

    /** What was committed is on the disk: it counts, but for those decisions for which nobody waits any more. */
    private void conclude(Connection open, AuditDao dao) throws SQLException {
        Attempt done = Objects.requireNonNull(attempt);
        settle(open);
        Objects.requireNonNull(database).checkPlace();
        link = done.end();
        attempt = null;
        unsure = false;
        written = System.nanoTime();
        lastWrite = clock.instant();
        for (Page page : done.pages()) {
            latestMs = Math.max(latestMs, page.head().recordedMs());
        }
        List<PendingBatch> claimed =
                done.batches().stream().filter(PendingBatch::claim).toList();
        if (claimed.size() < done.batches().size()) {
            withdrawal = new Withdrawal(
                    done.pages(),
                    new Attempt(done.before(), claimed, pageMaker.pages(done.before(), claimed, clock.millis())));
            withdraw(open, dao);
        }
    }

    /** Writes anew what was written last, without the decisions whose checks were refused; nothing is linked to them yet. */
    private void withdraw(Connection open, AuditDao dao) throws SQLException {
        Withdrawal under = withdrawal;
        if (under == null) {
            return;
        }
        if (!dao.link(link.chain()).equals(under.instead().end())) {
            for (Page page : under.pages()) {
                dao.remove(page.head());
            }
            dao.append(under.instead().pages());
        }
        settle(open);
        link = under.instead().end();
        withdrawal = null;
    }

    private void settle(Connection open) throws SQLException {
        open.commit();
        Objects.requireNonNull(database).settle(open);
        open.commit();
    }

    private void goElsewhere() {
        String taken = link.chain();
        link = Link.start(settings.chain() + "~"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        checkpoint = null;
        LOG.warning("Another process writes the chain " + taken + " of the audit log too. From now on this one writes "
                + link.chain() + "; give each instance a name of its own.");
    }

    private Set<String> keepRules(KeptEditionDao dao, List<PendingBatch> batches, long now) throws SQLException {
        Set<String> newlyKept = new HashSet<>();
        for (PendingBatch batch : batches) {
            for (Playbook playbook : batch.editions()) {
                String digest = playbook.edition().digest();
                if (!kept.contains(digest) && newlyKept.add(digest)) {
                    dao.keep(playbook, now);
                }
            }
        }
        return newlyKept;
    }

    /** A checkpoint that is made no earlier than a page before it, even if the clock was set back meanwhile. */
    private @Nullable Checkpoint due(boolean nothingNew, long now, boolean last) {
        Link after = link;
        Checkpoint before = checkpoint;
        long seq = before == null ? 0 : before.seq();
        long number = before == null ? 0 : before.number();
        long lastMs = before == null || number == 0 ? now : before.madeMs();
        boolean quiet = nothingNew && settings.key() != null && System.nanoTime() - written >= QUIET.toNanos();
        boolean due = quiet
                || after.seq() - seq >= settings.checkpointEvery()
                || now - lastMs >= settings.checkpointAfter().toMillis()
                || last;
        return due && after.seq() > seq
                ? new Checkpoint(after.chain(), number + 1, after.seq(), after.hash(), Math.max(now, latestMs), null)
                        .signedBy(settings.key())
                : null;
    }

    /** Why what is written does not come to where the audit log lies; null where it does. */
    @Nullable
    String misplaced() {
        AuditDatabase open = database;
        return open == null ? null : open.misplaced();
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
