package org.noteworthy.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The engagements under legal hold. What is held from now on is not let go any more, and what is released may be. */
public final class Holds {
    private final AuditDatabase database;

    public Holds(AuditDatabase database) {
        this.database = database;
    }

    /** All of them, by their engagements. */
    public List<Hold> all() {
        return database.with(connection -> new Journal(connection).holds());
    }

    /** Holds an engagement; one that is held already only gets another reason. Tells the hold as it is now. */
    public Hold hold(String engagement, String reason, Instant now) {
        Hold asked = new Hold(engagement, now.truncatedTo(ChronoUnit.MILLIS), reason);
        return database.alone(connection -> {
            Journal journal = new Journal(connection);
            Optional<Hold> before = journal.hold(engagement);
            Hold hold = before.map(each -> new Hold(engagement, each.since(), reason))
                    .orElse(asked);
            journal.release(engagement);
            journal.add(hold);
            return hold;
        });
    }

    /** Holds an engagement no longer; tells the hold that was, or nothing where it was not held. */
    public Optional<Hold> release(String engagement) {
        return database.alone(connection -> {
            Journal journal = new Journal(connection);
            Optional<Hold> before = journal.hold(engagement);
            journal.release(engagement);
            return before;
        });
    }
}
