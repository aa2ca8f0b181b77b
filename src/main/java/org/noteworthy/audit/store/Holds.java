package org.noteworthy.audit.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Hold;
import org.noteworthy.audit.Masker;
import org.noteworthy.audit.Masking;

/** The engagements under legal hold. What is held from now on is not pruned any more, and what is released may be. */
public final class Holds {
    private final AuditDatabase database;
    private final Masking masking;

    /** Those of an audit log in which that is masked: they are stored as its decisions are, and go by the same names. */
    public Holds(AuditDatabase database, Masking masking) {
        this.database = database;
        this.masking = masking;
    }

    /** All of them, by their engagements. */
    public List<Hold> all() {
        return database.with(connection -> new HoldDao(connection).all());
    }

    /**
     * Holds an engagement; one that is held already only gets another reason. Tells the hold as it is now.
     *
     * @throws AuditException if the hold would not last
     */
    public Hold hold(String engagement, String reason, Instant now) {
        masking.checkHolds(engagement);
        Hold asked = Masker.hold(masking, new Hold(engagement, now.truncatedTo(ChronoUnit.MILLIS), reason));
        return database.alone(connection -> {
            HoldDao dao = new HoldDao(connection);
            Optional<Hold> before = dao.find(asked.engagement());
            Hold hold = before.map(each -> new Hold(asked.engagement(), each.since(), asked.reason()))
                    .orElse(asked);
            dao.remove(asked.engagement());
            dao.add(hold);
            return hold;
        });
    }

    /** Holds an engagement no longer; tells the hold that was, or nothing where it was not held. */
    public Optional<Hold> release(String engagement) {
        String name = masking.engagement(engagement);
        return database.alone(connection -> {
            HoldDao dao = new HoldDao(connection);
            Optional<Hold> before = dao.find(name);
            dao.remove(name);
            return before;
        });
    }
}
