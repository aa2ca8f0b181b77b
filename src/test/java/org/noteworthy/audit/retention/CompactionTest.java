package org.noteworthy.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.Sql;
import org.noteworthy.audit.store.TestDatabase;
import org.noteworthy.checking.outcome.Result;

/** The space of what was pruned is used again, and given back to the disk. */
class CompactionTest {
    @Test
    void freedSpaceIsReusedAndReturnedByCompaction() throws IOException {
        DatabaseAddress address = TestDatabase.H2.fresh();
        List<Result> results = Recorded.judged(Recorded.notes(400));
        long most;
        try (DecisionLog log = DecisionLog.openNow(address, PrunedLog.SIGNING, Recorded.CLOCK)) {
            assertThat(log.database().<Integer>with(CompactionTest::millisUntilRoomIsUsedAgain))
                    .isEqualTo(5_000);
            for (int round = 1; round <= 20; round++) {
                log.recordInTime(Recorded.context("tests", Recorded.MORNING), results)
                        .await();
                PrunedLog.pruning(log.database()).prune(PrunedLog.CHAIN, new Retention(null, 100L), false);
            }
        }
        most = Files.size(address.file());
        assertThat(Compaction.of(address)).isEmpty();
        assertThat(Files.size(address.file())).isLessThan(1 << 20).isLessThan(most / 2);
        if (Files.getFileStore(address.file()).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(address.file())))
                    .isEqualTo("rw-------");
        }
        assertThat(address.file().getParent()).isDirectoryNotContaining("glob:**compacting*");
        try (AuditDatabase database = AuditDatabase.read(address)) {
            Verification.Outcome outcome = new Verification(PrunedLog.KEYS.open(), List.of()).of(database);
            assertThat(outcome.holds()).as(outcome.toString()).isTrue();
            assertThat(outcome.chains().get(0).decisions()).isEqualTo(100);
        }
    }

    private static int millisUntilRoomIsUsedAgain(Connection connection) throws SQLException {
        return new Sql(connection)
                .first(
                        "select setting_value from information_schema.settings where setting_name = 'RETENTION_TIME'",
                        row -> row.getInt(1))
                .orElseThrow();
    }
}
