package org.noteworthy.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.Await;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.proof.Witnesses;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.TestDatabase;
import org.noteworthy.checking.outcome.Result;

/** A database or a disk that does not answer: whoever waits is told in time, and what was refused is not recorded. */
class HangingDatabaseTest {
    private static final AuditSettings SETTINGS =
            AuditSettings.of("tests", "1.0").withPatience(Duration.ofSeconds(2));

    private final List<Result> results = Recorded.judged(Recorded.notes(4));
    private final Set<UUID> answered = new HashSet<>();
    private final Set<UUID> refused = new HashSet<>();

    /** Records, and takes down what was said of it; which is said in any case. */
    private WriteResult.Outcome record(DecisionLog log) {
        WriteResult recording = log.record(Recorded.context("tests", Recorded.MORNING), results);
        WriteResult.Outcome outcome =
                recording.outcome().orTimeout(20, TimeUnit.SECONDS).join();
        (outcome == WriteResult.Outcome.RECORDED ? answered : refused).addAll(recording.ids());
        return outcome;
    }

    private void assertExactlyWhatWasAnswered(DatabaseAddress address) throws IOException {
        Set<UUID> there = new HashSet<>();
        try (AuditDatabase database = AuditDatabase.read(address)) {
            DecisionLogTest.all(database, DecisionQuery.ALL).forEach(decision -> there.add(decision.id()));
            Verification.Outcome outcome = new Verification(Witnesses.none()).of(database);
            assertThat(outcome.holds()).as(outcome.toString()).isTrue();
        }
        assertThat(refused).isNotEmpty();
        assertThat(there).isEqualTo(answered);
    }

    @ParameterizedTest
    @EnumSource
    void aLockedTable(TestDatabase kind) throws Exception {
        DatabaseAddress address = kind.fresh();
        try (DecisionLog log = DecisionLog.open(address, SETTINGS, Recorded.CLOCK)) {
            Await.until(log::isOpen);
            assertThat(record(log)).isEqualTo(WriteResult.Outcome.RECORDED);
            try (Connection other = log.database().connection()) {
                lock(kind, other);
                assertThat(record(log)).isEqualTo(WriteResult.Outcome.TIMED_OUT);
                assertThat(record(log)).isEqualTo(WriteResult.Outcome.TIMED_OUT);
                Await.until(() -> log.status().trouble() != null);
                other.rollback();
            }
            Await.until(() -> log.status().trouble() == null);
            assertThat(record(log)).isEqualTo(WriteResult.Outcome.RECORDED);
        }
        assertExactlyWhatWasAnswered(address);
    }

    private static void lock(TestDatabase kind, Connection other) throws SQLException {
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            if (kind == TestDatabase.POSTGRESQL) {
                statement.execute("lock table page in access exclusive mode");
            } else {
                // The place of the next page, taken by somebody who does not say yet whether he keeps it.
                statement.execute("insert into page values ('tests', 5, 5, 0, 0, 0, '', X'')");
            }
        }
    }

    @Test
    void aFrozenDisk() throws Exception {
        Path image = Files.createTempFile("disk", ".img");
        Path folder = Files.createTempDirectory("frozen");
        run("truncate", "-s", "48M", image.toString());
        String told = run("mkfs.ext4", "-q", image.toString());
        told = told.isEmpty() ? run("mount", "-o", "loop", image.toString(), folder.toString()) : told;
        if (!told.isEmpty()) {
            System.out.println("LEFT OUT: the test of a frozen disk, since only root can mount one. " + told);
            Assumptions.abort(told);
        }
        try {
            DatabaseAddress address = DatabaseAddress.embedded(folder.resolve("audit"));
            try (DecisionLog log = DecisionLog.open(address, SETTINGS, Recorded.CLOCK)) {
                Await.until(log::isOpen);
                assertThat(record(log)).isEqualTo(WriteResult.Outcome.RECORDED);
                assertThat(run("fsfreeze", "-f", folder.toString())).isEmpty();
                try {
                    assertThat(record(log)).isEqualTo(WriteResult.Outcome.TIMED_OUT);
                    assertThat(record(log)).isEqualTo(WriteResult.Outcome.TIMED_OUT);
                    Await.until(() -> log.status().trouble() != null);
                    assertThat(log.status().trouble()).contains("does not answer");
                } finally {
                    run("fsfreeze", "-u", folder.toString());
                }
                Await.until(() -> log.status().trouble() == null);
                assertThat(record(log)).isEqualTo(WriteResult.Outcome.RECORDED);
            }
            assertExactlyWhatWasAnswered(address);
        } finally {
            run("umount", folder.toString());
            Files.delete(image);
        }
    }

    @Test
    void aFolderThatIsGone() throws Exception {
        DatabaseAddress address = TestDatabase.H2.fresh();
        Path folder = Objects.requireNonNull(address.file().getParent());
        Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
        try (DecisionLog log = DecisionLog.open(address, SETTINGS, Recorded.CLOCK)) {
            Await.until(log::isOpen);
            assertThat(record(log)).isEqualTo(WriteResult.Outcome.RECORDED);
            Files.move(folder, moved);
            assertThat(record(log)).isEqualTo(WriteResult.Outcome.TIMED_OUT);
            Await.until(() -> log.status().trouble() != null);
            assertThat(log.status().trouble()).contains("is not there any more, or another one is in its place");
            Files.createDirectory(folder);
            Files.copy(moved.resolve("audit.mv.db"), address.file());
            assertThat(record(log)).isEqualTo(WriteResult.Outcome.TIMED_OUT);
            Files.delete(address.file());
            Files.deleteIfExists(folder.resolve("audit.head"));
            Files.delete(folder);
            Files.move(moved, folder);
            Await.until(() -> log.status().trouble() == null);
            assertThat(record(log)).isEqualTo(WriteResult.Outcome.RECORDED);
        }
        assertExactlyWhatWasAnswered(address);
    }

    @Test
    void aFileThatIsGoneIsNoticedThoughNobodyAsks() throws Exception {
        DatabaseAddress address = TestDatabase.H2.fresh();
        try (DecisionLog log = DecisionLog.open(address, SETTINGS, Recorded.CLOCK)) {
            Await.until(log::isOpen);
            Files.delete(address.file());
            Await.until(() -> log.status().trouble() != null);
            assertThat(record(log)).isEqualTo(WriteResult.Outcome.TIMED_OUT);
        }
    }

    /** What a command says when it does not succeed. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said + "(status " + process.exitValue() + ")";
    }
}
