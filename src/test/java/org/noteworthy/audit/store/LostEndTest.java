package org.noteworthy.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.Await;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.retention.Pruning;
import org.noteworthy.checking.outcome.Result;

/** An embedded audit log whose file lost its newest part is refused and left as it is; one that is ahead of what is known opens. */
class LostEndTest {
    private static final AuditSettings PLAIN = AuditSettings.of("tests", "1.0");
    private static final AuditSettings SETTINGS = PLAIN.withCheckpointEvery(100);
    private static final int HEADER = 8192;

    @TestFactory
    Stream<DynamicTest> aFileThatLostItsEndIsRefusedAndNotTouched() {
        return Stream.of(
                damage("its last 40,000 bytes are missing", bytes -> Arrays.copyOf(bytes, bytes.length - 40_000)),
                damage("its second half is missing", bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                damage("all but its header is missing", bytes -> Arrays.copyOf(bytes, HEADER)),
                damage("it is empty", bytes -> new byte[0]),
                damage("everything behind its header is garbled", bytes -> {
                    byte[] garbled = new byte[bytes.length];
                    new Random(20200602).nextBytes(garbled);
                    System.arraycopy(bytes, 0, garbled, 0, HEADER);
                    return garbled;
                }));
    }

    private static DynamicTest damage(String name, UnaryOperator<byte[]> damage) {
        return DynamicTest.dynamicTest(name, () -> {
            DatabaseAddress address = killed(1_000);
            byte[] damaged = damage.apply(Files.readAllBytes(address.file()));
            Files.write(address.file(), damaged);
            byte[] head = Files.readAllBytes(head(address));

            assertRefused(address, "tests went up to decision 1000", "Nothing was touched", "remove " + head(address));
            try (DecisionLog log = DecisionLog.open(address, SETTINGS, Recorded.CLOCK)) {
                Await.until(() -> log.status().trouble() != null);
                assertThat(log.status().trouble()).contains("tests went up to decision 1000");
            }
            assertThat(Files.readAllBytes(address.file())).isEqualTo(damaged);
            assertThat(Files.readAllBytes(head(address))).isEqualTo(head);
        });
    }

    @Test
    void aLossThatIsAcceptedIsGoneOnFrom() throws Exception {
        DatabaseAddress address = killed(1_000);
        byte[] whole = Files.readAllBytes(address.file());
        Files.write(address.file(), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(address, "but it ends at decision ");

        Files.delete(head(address));
        long left = decisions(address);
        assertThat(left).isPositive().isLessThan(1_000);
        Recorded.record(address, SETTINGS, Recorded.notes(10), 10);
        assertThat(Files.readString(head(address))).contains("\"seq\":" + (left + 10) + ",");
        assertThat(decisions(address)).isEqualTo(left + 10);
    }

    @Test
    void aFileThatIsNotThereIsMissed() throws Exception {
        DatabaseAddress address = killed(100);
        Files.delete(address.file());
        assertRefused(address, "but the file is not there");
        assertThatThrownBy(() -> AuditDatabase.open(address).close())
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("but the file is not there");
        assertThat(address.file()).doesNotExist();
    }

    @Test
    void anOlderFileOrAnotherRecordIsNoticed() throws Exception {
        DatabaseAddress address = killed(300);
        Files.write(address.file(), Files.readAllBytes(killed(200).file()));
        assertRefused(address, "but it ends at decision 200");
        Files.write(address.file(), Files.readAllBytes(killed(300).file())); // other ids, so other hashes
        assertRefused(address, "but another decision stands in that place");
        Files.write(address.file(), Files.readAllBytes(killed(500).file()));
        assertRefused(address, "but another decision stands in that place");
    }

    @Test
    void aRecordThatIsAheadOpens() throws IOException {
        DatabaseAddress address = TestDatabase.H2.fresh();
        Recorded.record(address, SETTINGS, Recorded.notes(100), 50);
        byte[] before = Files.readAllBytes(head(address));
        Recorded.record(address, SETTINGS, Recorded.notes(50), 50);
        Files.write(head(address), before);
        assertThat(decisions(address)).isEqualTo(150);
        assertThat(Files.readString(head(address))).contains("\"seq\":150,");
    }

    @TestFactory
    Stream<DynamicTest> aGarbledHeadFileIsNotTrusted() {
        Map<String, UnaryOperator<String>> damages = Map.of(
                "another number", text -> text.replace("\"seq\":100", "\"seq\":99"),
                "its end is missing", text -> text.substring(0, text.length() - 20),
                "its first line is missing", text -> text.substring(text.indexOf('\n') + 1),
                "it is empty", text -> "",
                "it is something else", text -> "Minutes of the meeting\n");
        return damages.entrySet().stream()
                .map(damage -> DynamicTest.dynamicTest(damage.getKey(), () -> {
                    DatabaseAddress address = killed(100);
                    byte[] file = Files.readAllBytes(address.file());
                    Files.writeString(head(address), damage.getValue().apply(Files.readString(head(address))));
                    assertRefused(
                            address, head(address) + ", which says where", "was changed", "remove " + head(address));
                    assertThat(Files.readAllBytes(address.file())).isEqualTo(file);
                    Files.delete(head(address));
                    assertThat(decisions(address)).isEqualTo(100);
                }));
    }

    @Test
    void whatIsLetGoIsNotMissed() throws IOException {
        DatabaseAddress address = TestDatabase.H2.fresh();
        Recorded.record(address, SETTINGS, Recorded.notes(100), 30);
        for (long kept : new long[] {50, 5, 0}) {
            byte[] before = Files.readAllBytes(head(address));
            try (AuditDatabase database = AuditDatabase.openExisting(address)) {
                new Pruning(database, null, Recorded.CLOCK).prune("tests", new Retention(null, kept), false);
            }
            assertThat(Files.readAllBytes(head(address))).isEqualTo(before);
            assertThat(decisions(address)).isEqualTo(kept);
        }
        Recorded.record(address, SETTINGS, Recorded.notes(40), 20);
        assertThat(decisions(address)).isEqualTo(40);
    }

    @Test
    void aPlaceInTheMiddleOfWhatWasLetGoIsKnown() throws IOException {
        DatabaseAddress address = TestDatabase.H2.fresh();
        Recorded.record(address, SETTINGS, Recorded.notes(60), 20);
        byte[] before = Files.readAllBytes(head(address));
        Recorded.record(address, SETTINGS, Recorded.notes(60), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            new Pruning(database, null, Recorded.CLOCK).prune("tests", new Retention(null, 10L), false);
        }
        Files.write(head(address), before);
        assertThat(decisions(address)).isEqualTo(10);
    }

    @Test
    void aKilledProcessLeavesARecordThatOpens() throws Exception {
        DatabaseAddress address = TestDatabase.H2.fresh();
        for (int kill = 1; kill <= 2; kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Endless.class.getName(),
                            address.where())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            long told = 0;
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (int i = 0; i < 30 * kill; i++) {
                    told = Long.parseLong(String.valueOf(lines.readLine()));
                }
                process.destroyForcibly();
            }
            process.waitFor();
            assertThat(head(address)).exists();
            byte[] killed = Files.readAllBytes(address.file());
            try (AuditDatabase database = AuditDatabase.read(address)) {
                assertThat(new Verification(null, List.of())
                                .of(database)
                                .chains()
                                .get(0)
                                .decisions())
                        .isGreaterThanOrEqualTo(told);
            }
            assertThat(Files.readAllBytes(address.file())).isEqualTo(killed);
            assertThat(decisions(address)).isGreaterThanOrEqualTo(told);
        }
    }

    /** Records without end, and tells after each group up to where. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) throws IOException {
            DatabaseAddress address = DatabaseAddress.embedded(Path.of(arguments[0]));
            List<Result> results = Recorded.judged(Recorded.notes(40));
            try (DecisionLog log = DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK)) {
                long before = log.database()
                        .<Link>with(connection -> new AuditDao(connection).link("tests"))
                        .seq();
                for (int round = 1; ; round++) {
                    log.record(Recorded.context("tests", Instant.now()), results)
                            .await();
                    System.out.println(before + 40L * round);
                }
            }
        }
    }

    /** An audit log of that many decisions as it lies there when its process is killed at the end of a group. */
    private static DatabaseAddress killed(int decisions) throws Exception {
        DatabaseAddress address = TestDatabase.H2.fresh();
        DatabaseAddress copy = TestDatabase.H2.fresh();
        List<Result> results = Recorded.judged(Recorded.notes(100));
        try (DecisionLog log = DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK)) {
            for (int from = 0; from < decisions; from += 100) {
                log.recordInTime(Recorded.context("tests", Recorded.MORNING), results)
                        .await();
            }
            // At each hundred there is a checkpoint, and with it, after the answer, the end is taken down.
            String end = "\"seq\":" + decisions + ",";
            Await.until(() -> says(head(address), end));
            Files.copy(address.file(), copy.file());
            Files.copy(head(address), head(copy));
        }
        assertThat(Files.readString(head(copy))).contains("\"seq\":" + decisions + ",");
        return copy;
    }

    private static boolean says(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path head(DatabaseAddress address) {
        return Path.of(address.base() + ".head");
    }

    /** How many decisions the audit log holds, all of which are proven. */
    private static long decisions(DatabaseAddress address) {
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Verification.Outcome outcome = new Verification(null, List.of()).of(database);
            assertThat(outcome.holds()).as(outcome.toString()).isTrue();
            return outcome.chains().get(0).decisions();
        }
    }

    private static void assertRefused(DatabaseAddress address, String... parts) {
        assertThatThrownBy(() -> AuditDatabase.openExisting(address).close())
                .isInstanceOf(AuditException.class)
                .hasMessageContainingAll(parts);
    }
}
