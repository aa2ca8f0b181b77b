package org.noteworthy.audit.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Cursor;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.InvalidQueryException;
import org.noteworthy.audit.Packing;
import org.noteworthy.audit.PageHead;
import org.noteworthy.audit.PrunedRange;

/**
 * Answers questions to the audit log, decision by decision, in the order in which they were recorded or the other way round.
 * However many there are, a few hundred pages' heads and one page are held at once.
 */
public final class DecisionReader {
    private static final int HEADS = 256;

    private final AuditDatabase database;

    public DecisionReader(AuditDatabase database) {
        this.database = database;
    }

    /** Takes decisions one by one. */
    @FunctionalInterface
    public interface Taker {

        /** Takes one; false to be told no more. */
        boolean take(Decision decision) throws IOException;
    }

    /** Takes the lines of whole pages. */
    @FunctionalInterface
    public interface PageTaker {
        boolean take(PageHead head, byte[] lines) throws IOException, SQLException;
    }

    /** Takes what was pruned, range by range. */
    @FunctionalInterface
    public interface LetGoTaker {
        void take(PrunedRange range) throws IOException;
    }

    /** One portion of an answer; {@code next} leads to the one after it, and is null at the end. */
    public record Excerpt(
            List<Decision> decisions, @Nullable String next) {}

    /** Hands on every decision asked for. */
    public void each(DecisionQuery query, boolean newestFirst, Taker taker) throws IOException {
        each(query, newestFirst, null, (place, decision) -> taker.take(decision));
    }

    /**
     * The same, and then, where everything is asked for, what was pruned: with it whoever has all lines can prove them. Both
     * are told as the audit log stands at one moment.
     */
    public void each(DecisionQuery query, boolean newestFirst, Taker taker, LetGoTaker letGo) throws IOException {
        each(query, newestFirst, null, (place, decision) -> taker.take(decision), dao -> {
            for (String chain : query.equals(DecisionQuery.ALL) ? dao.chains() : List.<String>of()) {
                for (PrunedRange range : dao.pruned(chain)) {
                    letGo.take(range);
                }
            }
        });
    }

    /** Up to {@code most} decisions, after the place to which {@code cursor} leads. */
    public Excerpt excerpt(DecisionQuery query, boolean newestFirst, @Nullable String cursor, int most) {
        Cursor after = cursor == null ? null : Cursor.read(cursor, query, newestFirst);
        List<Decision> decisions = new ArrayList<>();
        List<Cursor> places = new ArrayList<>();
        try {
            each(query, newestFirst, after, (place, decision) -> {
                decisions.add(decision.alone());
                places.add(place);
                return decisions.size() <= most;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (decisions.size() <= most) {
            return new Excerpt(List.copyOf(decisions), null);
        }
        return new Excerpt(
                List.copyOf(decisions.subList(0, most)), places.get(most - 1).told(query, newestFirst));
    }

    /**
     * The decision of that id, as it is written.
     *
     * @throws InvalidQueryException if no decision can have such an id
     */
    public Optional<Decision> find(String id) {
        try {
            UUID read = UUID.fromString(id);
            if (read.toString().equals(id.toLowerCase(Locale.ROOT))) {
                return find(read);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new InvalidQueryException(
                "\"" + id + "\" is not an id of a decision. One looks like 01727395-f400-7f3a-9b1e-0d5c6a7b8e90.");
    }

    /** The decision of that id. */
    public Optional<Decision> find(UUID id) {
        if (id.version() != 7) {
            return Optional.empty();
        }
        Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        List<Decision> found = new ArrayList<>(1);
        try {
            each(new DecisionQuery(made, made.plusMillis(1), Map.of()), false, decision -> {
                if (decision.id().equals(id)) {
                    found.add(decision);
                }
                return found.isEmpty();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().findFirst();
    }

    @FunctionalInterface
    private interface PlacedTaker {
        boolean take(Cursor place, Decision decision) throws IOException;
    }

    /** What is still to be read when all pages were taken. */
    @FunctionalInterface
    private interface Ending {
        void read(AuditDao dao) throws IOException, SQLException;
    }

    private void each(DecisionQuery query, boolean newestFirst, @Nullable Cursor after, PlacedTaker taker)
            throws IOException {
        each(query, newestFirst, after, taker, dao -> {});
    }

    private void each(
            DecisionQuery query, boolean newestFirst, @Nullable Cursor after, PlacedTaker taker, Ending ending)
            throws IOException {
        PageTaker pageTaker = (head, lines) -> {
            List<Decision> decisions = decisions(head, lines);
            int count = decisions.size();
            for (int i = 0; i < count; i++) {
                Decision decision = decisions.get(newestFirst ? count - 1 - i : i);
                boolean behind = after == null
                        || after.firstSeq() != head.firstSeq()
                        || !after.chain().equals(head.chain())
                        || (newestFirst ? decision.seq() < after.seq() : decision.seq() > after.seq());
                if (behind && query.asksFor(decision)) {
                    Cursor place = new Cursor(head.recordedMs(), head.chain(), head.firstSeq(), decision.seq());
                    if (!taker.take(place, decision)) {
                        return false;
                    }
                }
            }
            return true;
        };
        pages(query, newestFirst, after, pageTaker, ending);
    }

    /** Hands on the pages in which decisions asked for may be, unpacked. */
    public void pages(DecisionQuery query, boolean newestFirst, @Nullable Cursor after, PageTaker taker)
            throws IOException {
        pages(query, newestFirst, after, taker, dao -> {});
    }

    private void pages(DecisionQuery query, boolean newestFirst, @Nullable Cursor after, PageTaker taker, Ending ending)
            throws IOException {
        try (Connection connection = database.connection()) {
            AuditDatabase.steady(connection);
            AuditDao dao = new AuditDao(connection);
            Cursor from = after;
            boolean inclusive = true;
            List<PageHead> heads;
            do {
                heads = dao.pages(query, newestFirst, from, inclusive, HEADS);
                inclusive = false;
                for (PageHead head : heads) {
                    if (query.mayBeIn(head) && !taker.take(head, lines(dao, head))) {
                        return;
                    }
                    from = new Cursor(head.recordedMs(), head.chain(), head.firstSeq(), 0);
                }
            } while (heads.size() == HEADS);
            ending.read(dao);
        } catch (SQLException e) {
            throw new AuditException(database.sentence(e), e);
        }
    }

    private static byte[] lines(AuditDao dao, PageHead head) throws SQLException {
        try {
            return Packing.unpack(dao.parts(head.chain(), head.firstSeq()));
        } catch (Packing.SpoiltException e) {
            throw spoilt(head);
        }
    }

    /** The decisions of a page, in their order. */
    public static List<Decision> decisions(PageHead head, byte[] lines) {
        List<Decision> decisions = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < lines.length; at++) {
            if (lines[at] == '\n') {
                try {
                    decisions.add(Decision.read(lines, from, at));
                } catch (IOException e) {
                    throw spoilt(head);
                }
                from = at + 1;
            }
        }
        return decisions;
    }

    static AuditException spoilt(PageHead head) {
        return new AuditException("The decisions " + head.firstSeq() + " to " + head.lastSeq() + " of " + head.chain()
                + " cannot be read: somebody has changed them. noteworthy audit verify says more.");
    }
}
