package org.noteworthy.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.ChainError;
import org.noteworthy.audit.Keys;
import org.noteworthy.audit.PrunedRange;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.store.AuditDao;
import org.noteworthy.audit.store.AuditDatabase;

/** What tests of pruning share: a signed chain, how it is pruned, and what is left of it. */
final class PrunedLog {
    static final String CHAIN = "tests";
    static final Keys KEYS = Keys.fresh();
    static final AuditSettings PLAIN = AuditSettings.of(CHAIN, "1.0");
    static final AuditSettings SIGNING = PLAIN.withCheckpointEvery(50).signedBy(KEYS.secret());

    private PrunedLog() {}

    static Pruning pruning(AuditDatabase database) {
        return new Pruning(database, KEYS.secret(), Recorded.CLOCK);
    }

    static List<PrunedRange> ranges(AuditDatabase database) {
        return ranges(database, CHAIN);
    }

    static List<PrunedRange> ranges(AuditDatabase database, String chain) {
        return database.with(connection -> new AuditDao(connection).pruned(chain));
    }

    static ChainError error(Verification verification, AuditDatabase database) {
        return Objects.requireNonNull(verification.of(database).chains().get(0).error(), "no error is told");
    }

    static void assertHolds(Verification verification, AuditDatabase database, long decisions, long pruned) {
        Verification.Outcome outcome = verification.of(database);
        assertThat(outcome.holds()).as(outcome.toString()).isTrue();
        assertThat(outcome.chains()).singleElement().satisfies(chain -> {
            assertThat(chain.decisions()).isEqualTo(decisions);
            assertThat(chain.pruned()).isEqualTo(pruned);
        });
    }
}
