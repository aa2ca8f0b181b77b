package org.noteworthy.audit.retention;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.BloomFilter;
import org.noteworthy.audit.Bytes;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Hold;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.LinkedLine;
import org.noteworthy.audit.Packing;
import org.noteworthy.audit.PageHead;
import org.noteworthy.audit.PrunedRange;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.store.AuditDao;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.HoldDao;
import org.noteworthy.audit.store.KeptEditionDao;

/**
 * Lets decisions go, and leaves in their place what the chain needs to hold without them.
 *
 * <p>Goes a few pages at a time, each time in a transaction of its own, so that recording goes on meanwhile. What it
 * prunes it proves first: a decision that somebody has changed stays, as evidence.
 */
public final class Pruning {
    private static final int PAGES = 20;

    private final AuditDatabase database;
    private final @Nullable SigningKey key;
    private final Clock clock;

    /** Lets decisions go from that database; ranges are signed where there is a key. */
    public Pruning(AuditDatabase database, @Nullable SigningKey key, Clock clock) {
        this.database = database;
        this.key = key;
        this.clock = clock;
    }

    /**
     * What came of it for a chain.
     *
     * @param gone decisions that were pruned
     * @param held decisions that would have been, but are held
     */
    public record Outcome(String chain, long gone, long held) {}

    /** The names of all chains of the audit log. */
    public List<String> chains() {
        return database.with(connection -> new AuditDao(connection).chains());
    }

    /**
     * Prunes of a chain what need not be kept any longer; {@code onlyLook} tells what that is, and leaves it.
     *
     * @throws AuditException if a decision that would go is not as it was recorded, or the chain is signed and there is no
     *     key
     */
    public Outcome prune(String chain, Retention retention, boolean onlyLook) {
        Walk walk = new Walk(chain, retention, onlyLook);
        AuditDatabase.Work<Boolean> on = connection -> walk.on(new AuditDao(connection), new HoldDao(connection).all());
        while (onlyLook ? database.reading(on) : database.alone(on)) {
            // a few pages more
        }
        return new Outcome(chain, walk.gone, walk.held);
    }

    /**
     * Prunes of the rules by which no decision is judged any more; for an embedded audit log that nobody else writes, since
     * whoever writes remembers which rules are kept. Tells the editions that went.
     */
    public List<String> forgetRules() {
        if (database.address().shared()) {
            return List.of();
        }
        return database.alone(connection -> {
            AuditDao dao = new AuditDao(connection);
            KeptEditionDao editions = new KeptEditionDao(connection);
            List<String> unused = new ArrayList<>();
            for (String digest : editions.digests()) {
                if (!dao.mayBeSaid(DecisionField.DIGEST, digest)) {
                    unused.add(digest);
                }
            }
            editions.forget(unused);
            return unused;
        });
    }

    /** One way along a chain, from its beginning to the first page that stays. */
    private final class Walk {
        private final String chain;
        private final Retention retention;
        private final boolean onlyLook;
        private Link at;
        private long nextPage;
        private long gone;
        private long held;

        Walk(String chain, Retention retention, boolean onlyLook) {
            this.chain = chain;
            this.retention = retention;
            this.onlyLook = onlyLook;
            at = Link.start(chain);
        }

        /** Goes on for some pages; false at the end. */
        boolean on(AuditDao dao, List<Hold> holds) throws SQLException {
            Link end = dao.link(chain);
            long upTo = retention.upTo(end);
            long before = retention.recordedBefore(clock.instant());
            Set<String> engagements = holds.stream().map(Hold::engagement).collect(Collectors.toSet());
            Map<Long, PrunedRange> ranges = new TreeMap<>();
            dao.pruned(chain).forEach(range -> ranges.put(range.firstSeq(), range));
            // Somebody else may have pruned what comes next, since the last few pages.
            passOver(ranges);
            List<PageHead> heads = dao.pages(chain, nextPage, PAGES);
            for (PageHead head : heads) {
                boolean old = head.recordedMs() < before;
                if (!old && head.firstSeq() > upTo) {
                    return false;
                }
                if (key == null && dao.lastCheckpoint(chain).signature() != null && !onlyLook) {
                    throw new AuditException("The checkpoints of " + chain
                            + " are signed, and what is pruned must be too. Name the key with --key.");
                }
                Sheet sheet = new Sheet(dao, head, ranges);
                for (Sheet.Line line : sheet.lines()) {
                    boolean due = old || line.link().seq() <= upTo;
                    boolean stays = due
                            && engagements.contains(line.decision()
                                    .field(DecisionField.ENGAGEMENT.word())
                                    .orElse(""));
                    held += stays ? 1 : 0;
                    if (due && !stays) {
                        gone++;
                        sheet.letGo(line);
                    }
                }
                if (!onlyLook) {
                    sheet.write(clock.millis());
                    passOver(ranges); // a range that begins before it may go on behind it now
                }
                nextPage = head.lastSeq() + 1;
            }
            return heads.size() == PAGES;
        }

        private void passOver(Map<Long, PrunedRange> ranges) {
            ranges.values().stream()
                    .filter(range -> range.firstSeq() <= at.seq() && range.lastSeq() > at.seq())
                    .findFirst()
                    .ifPresent(range -> at = new Link(chain, range.lastSeq(), range.head()));
        }

        /** A page that is looked through: the lines that stay, and the ranges that go. */
        private final class Sheet {
            private final AuditDao dao;
            private final PageHead head;
            private final Map<Long, PrunedRange> ranges;
            private final byte[] content;
            private final List<Line> lines = new ArrayList<>();
            private final List<Line> going = new ArrayList<>();

            /** A line of the page: where it stands in it, what it is linked to, where the chain stands after it. */
            record Line(int from, int to, String previous, Link link, Decision decision) {}

            Sheet(AuditDao dao, PageHead head, Map<Long, PrunedRange> ranges) throws SQLException {
                this.dao = dao;
                this.head = head;
                this.ranges = ranges;
                try {
                    content = Packing.unpack(dao.parts(chain, head.firstSeq()));
                } catch (Packing.SpoiltException e) {
                    throw changed(head.firstSeq());
                }
                Hashes hashes = new Hashes();
                int from = 0;
                for (int i = 0; i < content.length; i++) {
                    if (content[i] == '\n') {
                        lines.add(read(from, i, hashes));
                        from = i + 1;
                    }
                }
                if (lines.isEmpty() || at.seq() != head.lastSeq() || !at.hash().equals(head.head())) {
                    throw changed(head.lastSeq());
                }
            }

            private Line read(int from, int to, Hashes hashes) {
                LinkedLine line = LinkedLine.read(content, from, to, hashes);
                if (line == null || !line.intact()) {
                    throw changed(at.seq() + 1);
                }
                for (PrunedRange range = ranges.get(at.seq() + 1);
                        range != null
                                && line.seq() > at.seq() + 1
                                && range.previous().equals(at.hash());
                        range = ranges.get(at.seq() + 1)) {
                    at = new Link(chain, range.lastSeq(), range.head());
                }
                if (line.seq() != at.seq() + 1
                        || !line.previous().equals(at.hash())
                        || !line.chain().equals(chain)) {
                    throw changed(at.seq() + 1);
                }
                at = new Link(chain, line.seq(), line.hash());
                try {
                    return new Line(from, to, line.previous(), at, Decision.read(content, from, to));
                } catch (IOException e) {
                    throw changed(line.seq());
                }
            }

            private AuditException changed(long seq) {
                return new AuditException(
                        "Nothing of " + chain + " is pruned any more from decision " + seq
                                + " on: it is not as it was recorded, and stays as evidence. noteworthy audit verify says more.");
            }

            List<Line> lines() {
                return lines;
            }

            void letGo(Line line) {
                going.add(line);
            }

            void write(long now) throws SQLException {
                if (going.isEmpty()) {
                    return;
                }
                dao.remove(head);
                List<Line> staying = new ArrayList<>(lines);
                staying.removeAll(going);
                if (!staying.isEmpty()) {
                    writeAnew(staying);
                }
                int from = 0;
                for (int i = 1; i <= going.size(); i++) {
                    if (i == going.size()
                            || going.get(i).link().seq()
                                    != going.get(i - 1).link().seq() + 1) {
                        write(going.subList(from, i), now);
                        from = i;
                    }
                }
            }

            private void writeAnew(List<Line> staying) throws SQLException {
                Bytes kept = new Bytes(content.length);
                staying.forEach(line -> kept.append(content, line.from(), line.to() + 1));
                List<Decision> decisions = staying.stream().map(Line::decision).toList();
                List<Long> times = decisions.stream()
                        .map(decision -> decision.time().toEpochMilli())
                        .sorted()
                        .toList();
                Link last = staying.get(staying.size() - 1).link();
                PageHead rewritten = new PageHead(
                        chain,
                        staying.get(0).link().seq(),
                        last.seq(),
                        times.get(0),
                        times.get(times.size() - 1),
                        head.recordedMs(),
                        last.hash(),
                        BloomFilter.of(decisions));
                dao.append(rewritten, kept);
            }

            /** Puts a range in the place of its lines, in one with those beside it that are as surely ours. */
            private void write(List<Line> range, long now) throws SQLException {
                Line first = range.get(0);
                Link last = range.get(range.size() - 1).link();
                long firstMs = Long.MAX_VALUE;
                long lastMs = Long.MIN_VALUE;
                for (Line line : range) {
                    long time = line.decision().time().toEpochMilli();
                    firstMs = Math.min(firstMs, time);
                    lastMs = Math.max(lastMs, time);
                }
                PrunedRange fresh = new PrunedRange(
                        chain,
                        first.link().seq(),
                        last.seq(),
                        first.previous(),
                        last.hash(),
                        firstMs,
                        lastMs,
                        now,
                        retention.reason(),
                        null);
                for (PrunedRange neighbour : List.copyOf(ranges.values())) {
                    if (neighbour.touches(fresh) && neighbour.isOurs(key)) {
                        fresh = fresh.with(neighbour);
                        ranges.remove(neighbour.firstSeq());
                        dao.remove(neighbour);
                    }
                }
                fresh = fresh.signedBy(key);
                ranges.put(fresh.firstSeq(), fresh);
                dao.add(fresh);
            }
        }
    }
}
