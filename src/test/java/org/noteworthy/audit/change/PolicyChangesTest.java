package org.noteworthy.audit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Keys;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.proof.Witnesses;
import org.noteworthy.audit.retention.Pruning;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.Sql;
import org.noteworthy.audit.store.TestDatabase;

/** What changed the policy is written down once, in one order, with the files, and is found again. */
class PolicyChangesTest {
    private static final Keys KEYS = Keys.fresh();

    @ParameterizedTest
    @EnumSource
    void aChangeIsFoundAsItWasGivenAndSigned(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        RecordedChange first;
        try (AuditDatabase database = AuditDatabase.open(address)) {
            PolicyChanges changes = new PolicyChanges(database, KEYS.secret());
            first = changes.append(Changed.change(0), Changed.contents(0));
            changes.append(Changed.change(1), Changed.contents(1));
        }
        try (AuditDatabase database = AuditDatabase.read(address)) {
            PolicyChanges changes = new PolicyChanges(database, null);
            assertThat(changes.find("change-0").orElseThrow()).isEqualTo(first);

            RecordedChange second = changes.find("change-1").orElseThrow();
            assertThat(second.change()).isEqualTo(Changed.change(1));
            assertThat(second.seq()).isEqualTo(2);
            assertThat(second.previous()).isEqualTo(first.hash());
            assertThat(first.previous()).isEqualTo(Hashes.NOTHING);
            assertThat(changes.find("change-2")).isEmpty();
            assertThat(second.line())
                    .startsWith("{\"chain\":\"policy changes\",\"seq\":2,\"previous\":\"" + first.hash()
                            + "\",\"id\":\"change-1\",\"time\":\"2020-06-02T12:00:01Z\",\"kind\":\"published\",")
                    .contains("\"by\":{\"name\":\"ada\",\"verified\":\"api-key\"},\"reason\":\"Roles of June\"")
                    .endsWith("\"hash\":\"" + second.hash() + "\"}");
            assertThat(outcome(database, new Witnesses(KEYS.open(), List.of(), List.of())))
                    .isEqualTo(new Verification.Outcome(
                            List.of(new Verification.Chain("policy changes", 2, 0, 2, null)), List.of()));
        }
    }

    private static Verification.Outcome outcome(AuditDatabase database, Witnesses witnesses) {
        return new Verification(witnesses).of(database);
    }

    @ParameterizedTest
    @EnumSource
    void changesAreListedNewestFirstPortionByPortionAndByEdition(TestDatabase kind) {
        try (AuditDatabase database = AuditDatabase.open(kind.fresh())) {
            PolicyChanges changes = new PolicyChanges(database, null);
            for (int i = 0; i < 5; i++) {
                changes.append(
                        Changed.change("c" + i, i % 2 == 0 ? Changed.EDITION : "2020-05-12", i, "why"),
                        Changed.contents(i));
            }
            assertThat(ids(changes.all(null, 2, null))).containsExactly("c4", "c3");
            assertThat(ids(changes.all(null, 10, 4L))).containsExactly("c2", "c1", "c0");
            assertThat(ids(changes.all("2020-05-12", 10, null))).containsExactly("c3", "c1");
            assertThat(ids(changes.all("2020-05-12", 10, 4L))).containsExactly("c1");
            assertThat(ids(changes.all("2020-06-01", 10, null))).isEmpty();
            assertThat(ids(changes.behind(3, 10))).containsExactly("c3", "c4");
        }
    }

    private static List<String> ids(List<RecordedChange> changes) {
        return changes.stream().map(each -> each.change().id()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void theSameChangeTwiceStandsThereOnce(TestDatabase kind) {
        try (AuditDatabase database = AuditDatabase.open(kind.fresh())) {
            PolicyChanges changes = new PolicyChanges(database, null);
            RecordedChange first = changes.append(Changed.change(0), Changed.contents(0));
            RecordedChange again =
                    changes.append(Changed.change("change-0", Changed.EDITION, 3, "another reason"), List.of());
            assertThat(again).isEqualTo(first);
            assertThat(changes.all(null, 10, null)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writersAtOnceWriteOneChain(TestDatabase kind) throws InterruptedException, ExecutionException {
        DatabaseAddress address = kind.fresh();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (AuditDatabase one = AuditDatabase.open(address);
                AuditDatabase other = AuditDatabase.openExisting(address)) {
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                PolicyChanges changes = new PolicyChanges(writer % 2 == 0 ? one : other, KEYS.secret());
                String name = "w" + writer % 2 + "-";
                written.add(threads.submit(() -> {
                    for (int i = 0; i < 10; i++) { // two writers each give the same changes
                        changes.append(Changed.change(name + i, Changed.EDITION, i, "why"), Changed.contents(i));
                    }
                }));
            }
            for (Future<?> each : written) {
                each.get();
            }
            List<RecordedChange> all = new PolicyChanges(other, null).behind(0, 100);
            assertThat(all.stream().map(RecordedChange::seq))
                    .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
            assertThat(ids(all))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10)
                            .boxed()
                            .flatMap(i -> Stream.of("w0-" + i, "w1-" + i))
                            .toList());
            Verification.Outcome outcome = outcome(other, new Witnesses(KEYS.open(), List.of(), List.of()));
            assertThat(outcome.holds()).as(outcome.toString()).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFilesBeforeAndAfterAChangeComeBackByTheirDigest(TestDatabase kind) {
        try (AuditDatabase database = AuditDatabase.open(kind.fresh())) {
            PolicyChanges changes = new PolicyChanges(database, null);
            changes.append(Changed.change(3), Changed.contents(3));
            assertFiles(changes, Changed.EDITION, 3);
            assertFiles(changes, null, 4);
            assertThat(changes.files("2020-05-12", String.valueOf(Changed.digest(3))))
                    .isEmpty();
            assertThat(changes.files(null, String.valueOf(Changed.digest(5)))).isEmpty();
            database.with(connection -> {
                new Sql(connection).update("update kept_content set content = ?", new byte[] {32});
                return true;
            });
            assertThatThrownBy(() -> changes.files(null, String.valueOf(Changed.digest(3))))
                    .isInstanceOf(AuditException.class)
                    .hasMessage(
                            "What was kept of guidance.md with policy change 1 was changed or removed. noteworthy audit"
                                    + " verify says more.");
        }
    }

    private static void assertFiles(PolicyChanges changes, @Nullable String edition, int at) {
        SortedMap<String, byte[]> files =
                changes.files(edition, String.valueOf(Changed.digest(at))).orElseThrow();
        Map<String, byte[]> expected = Changed.files(at);
        assertThat(files.keySet()).isEqualTo(expected.keySet());
        files.forEach((path, content) -> assertThat(content).isEqualTo(expected.get(path)));
    }

    @Test
    void pruningOfRulesLeavesWhatPolicyChangesName() {
        DatabaseAddress address = TestDatabase.H2.fresh();
        Recorded.record(address, AuditSettings.of("tests", "1.0"), Recorded.notes(20), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Changed.write(database, null, 2);
            new Pruning(database, null, Recorded.CLOCK).prune("tests", new Retention(null, 0L), false);
            assertThat(new Pruning(database, null, Recorded.CLOCK).forgetRules())
                    .isNotEmpty();
            assertFiles(new PolicyChanges(database, null), Changed.EDITION, 2);
            assertThat(outcome(database, Witnesses.none()).holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAuditLogOfAnOlderVersionHasNoChangesUntilItIsWritten(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        try (AuditDatabase database = AuditDatabase.open(address)) {
            database.with(connection -> {
                Sql sql = new Sql(connection);
                sql.update("drop table policy_change");
                sql.update("drop table policy_change_content");
                sql.update("drop table outline_part");
                sql.update("drop table outline");
                sql.update("delete from \"schema_version\" where \"version\" in ('3', '4')");
                return true;
            });
        }
        try (AuditDatabase database = AuditDatabase.read(address)) {
            assertThat(new PolicyChanges(database, null).all(null, 10, null)).isEmpty();
            assertThat(new PolicyChanges(database, null).find("change-0")).isEmpty();
            assertThat(outcome(database, Witnesses.none()).chains()).isEmpty();
        }
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Changed.write(database, null, 1);
            assertThat(new PolicyChanges(database, null).all(null, 10, null)).hasSize(1);
        }
    }

    @Test
    void anOlderFileInThePlaceOfAnEmbeddedAuditLogIsRefused() throws IOException {
        DatabaseAddress address = TestDatabase.H2.fresh();
        try (AuditDatabase database = AuditDatabase.open(address)) {
            Changed.write(database, null, 1);
        }
        byte[] older = Files.readAllBytes(address.file());
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Changed.write(database, null, 2);
        }
        Files.write(address.file(), older);
        assertThatThrownBy(() -> AuditDatabase.read(address))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("policy changes went up to policy change 2")
                .hasMessageContaining("it ends at policy change 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\u001b[31mred", "turned \u202e around", "a\rb"})
    void aReasonThatCannotBeShownIsRefused(String reason) {
        assertThatThrownBy(() -> Changed.change("c", Changed.EDITION, 0, reason))
                .isInstanceOf(AuditException.class)
                .hasMessageStartingWith("Why the policy is changed is told in 1 to 2000 characters");
    }

    @Test
    void whatIsTooLongIsRefusedAndNothingIsWritten() {
        assertThatThrownBy(() -> Changed.change("c", Changed.EDITION, 0, "x".repeat(2_001)))
                .hasMessageEndingWith("this is 2001 characters.");
        try (AuditDatabase database = AuditDatabase.open(TestDatabase.H2.fresh())) {
            PolicyChanges changes = new PolicyChanges(database, null);
            List<byte[]> tooLong = List.of(new byte[(1 << 20) + 1]);
            assertThatThrownBy(() -> changes.append(Changed.change(0), tooLong))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("1048577 bytes");
            SortedMap<String, String> many = new TreeMap<>();
            String hash =
                    Objects.requireNonNull(PolicyChange.hashed(Changed.files(1)).get("guidance.md"));
            IntStream.range(0, 13_000).forEach(i -> many.put("tables/" + i + ".csv", hash));
            PolicyChange one = Changed.change(0);
            PolicyChange wide = new PolicyChange(
                    one.id(),
                    one.time(),
                    one.kind(),
                    one.edition(),
                    one.fromDigest(),
                    one.toDigest(),
                    null,
                    one.by(),
                    one.reason(),
                    List.of(),
                    null,
                    one.filesBefore(),
                    many,
                    one.product());
            assertThatThrownBy(() -> changes.append(wide, Changed.contents(0)))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("names 13000 files");
            assertThatThrownBy(() -> changes.append(one, List.of())).isInstanceOf(IllegalArgumentException.class);
            assertThat(changes.all(null, 10, null)).isEmpty();
            RecordedChange largest = changes.append(
                    one,
                    List.of(
                            Objects.requireNonNull(Changed.files(1).get("guidance.md")),
                            Objects.requireNonNull(Changed.files(1).get("tables/roles.csv")),
                            new byte[1 << 20]));
            assertThat(largest.seq()).isEqualTo(1);
        }
    }
}
