package org.noteworthy.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.Await;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.log.WriteResult;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.retention.Pruning;
import org.noteworthy.checking.outcome.Result;

/** An audit log that cannot be used is left as it is, and a sentence says what is the matter. */
class UnusableAuditLogTest {
    private static final AuditSettings SETTINGS = AuditSettings.of("tests", "1.0");

    @TestFactory
    Stream<DynamicTest> aDamagedFileIsToldAndNotTouched() {
        return Stream.of(
                damage("its beginning is missing", bytes -> Arrays.copyOfRange(bytes, 10_000, bytes.length)),
                damage(
                        "it is something else",
                        bytes -> "Minutes of the meeting\n".repeat(500).getBytes(StandardCharsets.UTF_8)));
    }

    private static DynamicTest damage(String name, UnaryOperator<byte[]> damage) {
        return DynamicTest.dynamicTest(name, () -> {
            DatabaseAddress address = TestDatabase.H2.fresh();
            Recorded.record(address, SETTINGS, Recorded.notes(2_000), 100);
            byte[] damaged = damage.apply(Files.readAllBytes(address.file()));
            Files.write(address.file(), damaged);

            assertThatThrownBy(() -> AuditDatabase.openExisting(address).close())
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining(address.file() + " is damaged");
            try (DecisionLog log = DecisionLog.open(address, SETTINGS, Recorded.CLOCK)) {
                Await.until(() -> log.status().trouble() != null);
                assertThat(log.status().trouble()).contains(address.file() + " is damaged");
            }
            assertThat(Files.readAllBytes(address.file())).isEqualTo(damaged);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aRecordOfANewerVersionIsLeftAlone(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SETTINGS, Recorded.notes(10), 10);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            database.with(connection -> {
                try (Statement statement = connection.createStatement()) {
                    String names = kind == TestDatabase.H2
                            ? "\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"checksum\","
                                    + " \"installed_by\", \"execution_time\", \"success\""
                            : "installed_rank, version, description, type, script, checksum, installed_by,"
                                    + " execution_time, success";
                    return statement.executeUpdate(
                            "insert into " + (kind == TestDatabase.H2 ? "\"schema_version\"" : "schema_version") + " ("
                                    + names + ") values (99, '99', 'more', 'SQL', 'V99__more.sql', 5, 'x', 1, true)");
                }
            });
        }
        assertThatThrownBy(() -> AuditDatabase.openExisting(address).close())
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("was written by a newer version of noteworthy");
        assertThatThrownBy(() ->
                        DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK).close())
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("Use the version that wrote it");
    }

    @Test
    void instancesThatShareAServerWriteChainsOfTheirOwn() throws IOException {
        DatabaseAddress address = TestDatabase.POSTGRESQL.fresh();
        List<Result> results = Recorded.judged(Recorded.notes(5));
        try (DecisionLog one = DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK);
                DecisionLog two = DecisionLog.openNow(address, AuditSettings.of("two", "1.0"), Recorded.CLOCK);
                DecisionLog same = DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK)) {
            for (int i = 0; i < 10; i++) {
                for (DecisionLog each : List.of(one, two, same)) {
                    assertThat(each.record(Recorded.context("tests", Recorded.MORNING), results)
                                    .await())
                            .isEqualTo(WriteResult.Outcome.RECORDED);
                }
                // What one has pruned is no free place for another of the same name.
                new Pruning(one.database(), null, Recorded.CLOCK).prune("tests", new Retention(null, 0L), false);
            }
            assertThat(one.status().chain()).isEqualTo("tests");
            assertThat(same.status().chain()).startsWith("tests~");
            Verification.Outcome outcome = new Verification(null, List.of()).of(one.database());
            assertThat(outcome.holds()).as(outcome.toString()).isTrue();
            assertThat(outcome.chains())
                    .extracting(Verification.Chain::chain)
                    .containsExactly("tests", same.status().chain(), "two");
            assertThat(outcome.chains())
                    .extracting(chain -> chain.decisions() + chain.pruned())
                    .containsOnly(50L);
        }
    }

    @Test
    void aPlaceInWhichNothingCanBeWrittenIsTold() throws IOException {
        Path file = Files.createTempFile("no-folder", "");
        DatabaseAddress address = DatabaseAddress.embedded(file.resolve("audit"));
        assertThatThrownBy(() ->
                        DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK).close())
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("cannot be made");
    }
}
