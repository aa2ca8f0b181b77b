package org.noteworthy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.export.About;
import org.noteworthy.audit.export.DecisionExport;
import org.noteworthy.audit.export.ExportFormat;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.log.DecisionLogTest;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.log.WriteResult;
import org.noteworthy.audit.proof.Kept;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.proof.Witnesses;
import org.noteworthy.audit.retention.Compaction;
import org.noteworthy.audit.retention.Pruning;
import org.noteworthy.audit.retention.RetentionJob;
import org.noteworthy.audit.store.AuditDao;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.Decisions;
import org.noteworthy.audit.store.Holds;
import org.noteworthy.audit.store.KeptEditionDao;
import org.noteworthy.audit.store.Sql;
import org.noteworthy.audit.store.TestDatabase;
import org.noteworthy.checking.outcome.Result;

/** What is let go leaves a chain that holds, and what is held stays. */
public class RetentionTest {
    private static final String CHAIN = "tests";
    private static final Keys KEYS = Keys.fresh();
    private static final AuditSettings PLAIN = AuditSettings.of(CHAIN, "1.0");
    private static final AuditSettings SIGNING = PLAIN.withCheckpointEvery(50).signedBy(KEYS.secret());

    @ParameterizedTest
    @EnumSource
    void theNewestStayAndTheChainHolds(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SIGNING, Recorded.notes(250), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            List<Checkpoint> elsewhere = database.with(connection -> new AuditDao(connection).checkpoints(CHAIN));
            Verification verification = new Verification(KEYS.open(), elsewhere);

            assertThat(pruning(database).prune(CHAIN, new Retention(null, 101L), true))
                    .isEqualTo(new Pruning.Outcome(CHAIN, 149, 0));
            assertThat(seqs(database)).hasSize(250);
            assertThat(pruning(database).prune(CHAIN, new Retention(null, 101L), false))
                    .isEqualTo(new Pruning.Outcome(CHAIN, 149, 0));
            assertThat(seqs(database)).containsExactlyElementsOf(range(150, 250));
            assertHolds(verification, database, 101, 149);
            assertThat(pruning(database)
                            .prune(CHAIN, new Retention(null, 101L), false)
                            .gone())
                    .isZero();

            pruning(database).prune(CHAIN, new Retention(null, 40L), false);
            assertHolds(verification, database, 40, 210);
            assertThat(ranges(database)).singleElement().satisfies(range -> {
                assertThat(range.lastSeq()).isEqualTo(210);
                assertThat(range.firstMs()).isEqualTo(Recorded.MORNING.toEpochMilli());
                assertThat(range.reason()).isEqualTo("no more than 40 are kept");
            });

            pruning(database).prune(CHAIN, new Retention(null, 0L), false);
            assertHolds(verification, database, 0, 250);
        }
        Recorded.record(address, SIGNING, Recorded.notes(30), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            assertThat(seqs(database)).containsExactlyElementsOf(range(251, 280));
            assertHolds(new Verification(KEYS.open(), List.of()), database, 30, 250);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRecordedLongAgoGoes(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SIGNING, Recorded.notes(45), 20);
        Instant later = Recorded.CLOCK.instant().plus(Duration.ofDays(300));
        List<Result> results = Recorded.judged(Recorded.notes(5));
        try (DecisionLog log = DecisionLog.openNow(address, SIGNING, Clock.fixed(later, ZoneOffset.UTC))) {
            log.recordInTime(Recorded.context("tests", later), results).await();
            Retention retention = new Retention(Duration.ofDays(400), null);
            assertThat(new Pruning(log.database(), KEYS.secret(), at(later.plus(Duration.ofDays(99))))
                            .prune(CHAIN, retention, false)
                            .gone())
                    .isZero();
            assertThat(new Pruning(log.database(), KEYS.secret(), at(later.plus(Duration.ofDays(101))))
                            .prune(CHAIN, retention, false)
                            .gone())
                    .isEqualTo(45);
            assertThat(ranges(log.database()).get(0).reason()).isEqualTo("older than 400 days");
            assertThat(seqs(log.database())).containsExactlyElementsOf(range(46, 50));
            log.recordInTime(Recorded.context("tests", later), results).await();
            assertHolds(new Verification(Witnesses.none()), log.database(), 10, 45);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDecisionsOfAHeldEngagementStay(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SIGNING, Recorded.notes(600), 250);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            List<Decision> before = DecisionLogTest.all(database, DecisionQuery.ALL);
            String engagement = before.stream()
                    .flatMap(decision -> decision.field("engagement").stream())
                    .findFirst()
                    .orElseThrow();
            List<Long> theirs = before.stream()
                    .filter(decision -> decision.says(DecisionField.ENGAGEMENT, engagement))
                    .map(Decision::seq)
                    .toList();
            Holds holds = new Holds(database, Masking.NONE);
            holds.hold(engagement, "dispute 17", Recorded.MORNING);
            holds.hold("E-none", "another", Recorded.MORNING);
            assertThat(holds.hold(engagement, "dispute 18", Recorded.MORNING.plusSeconds(9)))
                    .isEqualTo(new Hold(engagement, Recorded.MORNING, "dispute 18"));
            assertThat(holds.all()).hasSize(2);

            Retention nothing = new Retention(null, 0L);
            Pruning.Outcome outcome = pruning(database).prune(CHAIN, nothing, false);
            assertThat(outcome).isEqualTo(new Pruning.Outcome(CHAIN, 600 - theirs.size(), theirs.size()));
            assertThat(seqs(database)).containsExactlyElementsOf(theirs);
            assertHolds(new Verification(KEYS.open(), List.of()), database, theirs.size(), 600 - theirs.size());
            DecisionQuery query = new DecisionQuery(
                    null, null, Map.of(DecisionField.ENGAGEMENT, engagement, DecisionField.EDITION, "2020-03-25"));
            assertThat(DecisionLogTest.all(database, query))
                    .extracting(Decision::seq)
                    .containsExactlyElementsOf(before.stream()
                            .filter(query::asksFor)
                            .map(Decision::seq)
                            .toList());
            assertThat(pruning(database).prune(CHAIN, nothing, false))
                    .isEqualTo(new Pruning.Outcome(CHAIN, 0, theirs.size()));

            assertThat(holds.release(engagement)).isPresent();
            assertThat(holds.release(engagement)).isEmpty();
            pruning(database).prune(CHAIN, nothing, false);
            assertHolds(new Verification(KEYS.open(), List.of()), database, 0, 600);
            assertThat(ranges(database)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRemovedAndCalledLetGoIsNotSigned(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SIGNING, Recorded.notes(100), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Evidence all = Evidence.of(database, CHAIN);
            PrunedRange forged = new PrunedRange(
                    CHAIN, 21, 40, Evidence.hash(all.get(20)), Evidence.hash(all.get(40)), 0, 0, 0, "said so", null);
            all.pages.remove(1);
            all.heads.remove(1);
            all.write(database);
            assertThat(error(new Verification(null, List.of()), database).seq()).isEqualTo(21);
            all.pruned.add(forged);
            all.write(database);
            assertHolds(new Verification(null, List.of()), database, 80, 20);
            assertThat(error(new Verification(KEYS.open(), List.of()), database))
                    .isEqualTo(
                            new ChainError(
                                    CHAIN,
                                    21,
                                    "Decisions 21 to 40 of tests are said to have been let go, and that is not signed by that key."));

            // Nor is it signed in passing, when the decisions beside it are let go.
            pruning(database).prune(CHAIN, new Retention(null, 30L), false);
            assertThat(ranges(database))
                    .extracting(PrunedRange::firstSeq, range -> range.signature() != null)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1L, true),
                            org.assertj.core.groups.Tuple.tuple(21L, false),
                            org.assertj.core.groups.Tuple.tuple(41L, true));
            assertThat(error(new Verification(KEYS.open(), List.of()), database).seq())
                    .isEqualTo(21);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rangesThatDoNotFitAreNamed(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SIGNING, Recorded.notes(100), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            pruning(database).prune(CHAIN, new Retention(null, 60L), false);
            Evidence all = Evidence.of(database, CHAIN);
            PrunedRange right = all.pruned.get(0);
            Verification bare = new Verification(null, List.of());
            assertThat(errorOf(bare, database, all, changed(right, 1, 40, Hashes.NOTHING, Hashes.NOTHING)))
                    .isEqualTo(1);
            assertThat(errorOf(bare, database, all, changed(right, 1, 39, Hashes.NOTHING, right.head())))
                    .isEqualTo(40);
            assertThat(errorOf(bare, database, all, changed(right, 1, 40, right.head(), right.head())))
                    .isEqualTo(1);
            assertThat(errorOf(bare, database, all, right, changed(right, 61, 80, right.head(), right.head())))
                    .isEqualTo(61);
            assertThat(errorOf(bare, database, all, right, changed(right, 111, 120, right.head(), right.head())))
                    .isEqualTo(101);
            assertThat(errorOf(bare, database, all)).isEqualTo(1);
        }
    }

    private static long errorOf(
            Verification verification, AuditDatabase database, Evidence all, PrunedRange... ranges) {
        Evidence touched = all.copy();
        touched.pruned.clear();
        touched.pruned.addAll(List.of(ranges));
        touched.write(database);
        return error(verification, database).seq();
    }

    private static PrunedRange changed(PrunedRange range, long first, long last, String previous, String head) {
        return new PrunedRange(
                CHAIN,
                first,
                last,
                previous,
                head,
                range.firstMs(),
                range.lastMs(),
                range.prunedMs(),
                range.reason(),
                range.signature());
    }

    @ParameterizedTest
    @EnumSource
    void evidenceIsNotLetGo(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SIGNING, Recorded.notes(100), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Evidence all = Evidence.of(database, CHAIN);
            all.set(77, all.get(77).replaceFirst("\"product\":\"1.0\"", "\"product\":\"1.1\""));
            all.write(database);
            assertThatThrownBy(() -> pruning(database).prune(CHAIN, new Retention(null, 0L), false))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("from decision 77 on");
            assertThat(error(new Verification(KEYS.open(), List.of()), database).seq())
                    .isEqualTo(77);
            assertThatThrownBy(() ->
                            new Pruning(database, null, Recorded.CLOCK).prune(CHAIN, new Retention(null, 0L), false))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("--key");
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordingGoesOnWhileTwoLetGo(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        List<Result> results = Recorded.judged(Recorded.notes(10));
        try (DecisionLog log = DecisionLog.openNow(address, SIGNING, Recorded.CLOCK)) {
            AuditDatabase database = log.database();
            Retention few = new Retention(null, 50L);
            CompletableFuture<Void> recording = CompletableFuture.runAsync(() -> IntStream.range(0, 200)
                    .forEach(i -> assertThat(log.recordInTime(Recorded.context("tests", Recorded.MORNING), results)
                                    .await())
                            .isEqualTo(WriteResult.Outcome.RECORDED)));
            List<CompletableFuture<Void>> pruners = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> {
                        while (!recording.isDone()) {
                            pruning(database).prune(CHAIN, few, false);
                        }
                    }))
                    .toList();
            recording.join();
            pruners.forEach(CompletableFuture::join);
            pruning(database).prune(CHAIN, few, false);
            assertThat(log.status().failedWrites()).isZero();
            assertThat(seqs(database)).containsExactlyElementsOf(range(1951, 2000));
            assertHolds(new Verification(Witnesses.none()), database, 50, 1950);
            assertThat(ranges(database)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsDoneAgainAndAgainInTheBackground(TestDatabase kind) throws Exception {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, AuditSettings.of("another", "1.0"), Recorded.notes(20), 20);
        List<Result> results = Recorded.judged(Recorded.notes(10));
        try (DecisionLog log = DecisionLog.open(address, SIGNING, Recorded.CLOCK);
                RetentionJob retentionJob =
                        RetentionJob.begin(log, new Retention(null, 5L), Duration.ofMillis(20), Recorded.CLOCK)) {
            for (int round = 1; round <= 3; round++) {
                log.recordInTime(Recorded.context("tests", Recorded.MORNING), results)
                        .await();
                long gone = 10L * round - 5;
                await(() -> ranges(log.database()).stream().anyMatch(range -> range.lastSeq() == gone));
            }
            assertThat(retentionJob).isNotNull();
            assertThat(ranges(log.database(), "another")).hasSize(kind == TestDatabase.H2 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExportOfEverythingTellsWhatWasLetGoAndIsProven(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SIGNING, Recorded.notes(600), 60);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            List<Checkpoint> kept = Kept.of(database).checkpoints();
            Verification verification = new Verification(KEYS.open(), kept);
            String engagement = DecisionLogTest.all(database, DecisionQuery.ALL)
                    .get(300)
                    .field(DecisionField.ENGAGEMENT.word())
                    .orElseThrow();
            new Holds(database, Masking.NONE).hold(engagement, "dispute 17", Recorded.MORNING);
            pruning(database).prune(CHAIN, new Retention(null, 50L), false);

            List<String> lines = exported(database);
            assertThatThrownBy(() -> new Verification(KEYS.open(), List.of()).of(file(lines)))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("--checkpoints");
            long letGo = lines.stream()
                    .filter(line -> line.startsWith("{\"pruned\":{\"chain\":\"tests\","))
                    .count();
            assertThat(letGo).isGreaterThan(1).isEqualTo(ranges(database).size());
            Verification.Outcome proven = verification.of(file(lines));
            assertThat(proven.holds()).as(proven.toString()).isTrue();
            assertThat(proven.chains().get(0).decisions()).isEqualTo(lines.size() - letGo);
            assertThat(proven.chains().get(0).pruned())
                    .isEqualTo(600 - proven.chains().get(0).decisions());

            int last = lines.size() - 1;
            List<String> without = new ArrayList<>(lines);
            without.remove(last);
            assertThat(sentence(verification.of(file(without)))).contains("were removed");
            List<String> forged = new ArrayList<>(lines);
            forged.set(last, forged.get(last).replace("no more than 50", "no more than 60"));
            assertThat(sentence(verification.of(file(forged)))).contains("not signed by that key");
            List<String> spoilt = new ArrayList<>(lines);
            spoilt.set(last, spoilt.get(last).replace("\"first\"", "\"second\""));
            assertThat(verification.of(file(spoilt)).others())
                    .singleElement()
                    .asString()
                    .endsWith(":" + lines.size() + " is no decision.");

            new Holds(database, Masking.NONE).release(engagement);
            pruning(database).prune(CHAIN, new Retention(null, 0L), false);
            Verification.Outcome nothing = verification.of(file(exported(database)));
            assertThat(nothing.holds()).as(nothing.toString()).isTrue();
            assertThat(nothing.chains()).containsExactly(new Verification.Chain(CHAIN, 0, 600, kept.size(), null));
        }
    }

    private static List<String> exported(AuditDatabase database) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DecisionExport export =
                ExportFormat.NDJSON.create(out, new About(DecisionQuery.ALL, Recorded.CLOCK.instant(), "1.0"));
        export.begin();
        new Decisions(database)
                .each(
                        DecisionQuery.ALL,
                        false,
                        decision -> {
                            export.add(decision);
                            return true;
                        },
                        export::letGo);
        export.end();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Path file(List<String> lines) throws IOException {
        return Files.write(Files.createTempFile("export", ".ndjson"), lines);
    }

    private static String sentence(Verification.Outcome outcome) {
        return String.valueOf(outcome.chains().get(0).error());
    }

    @Test
    void roomThatBecameFreeIsUsedSoonAndGivenBackWhenCompacted() throws IOException {
        DatabaseAddress address = TestDatabase.H2.fresh();
        List<Result> results = Recorded.judged(Recorded.notes(400));
        long most;
        try (DecisionLog log = DecisionLog.openNow(address, SIGNING, Recorded.CLOCK)) {
            assertThat(log.database().<Integer>with(RetentionTest::millisUntilRoomIsUsedAgain))
                    .isEqualTo(5_000);
            for (int round = 1; round <= 20; round++) {
                log.recordInTime(Recorded.context("tests", Recorded.MORNING), results)
                        .await();
                pruning(log.database()).prune(CHAIN, new Retention(null, 100L), false);
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
            Verification.Outcome outcome = new Verification(KEYS.open(), List.of()).of(database);
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

    @ParameterizedTest
    @EnumSource(names = "H2")
    void rulesThatJudgedNothingAnyMoreMayGo(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SIGNING, Recorded.notes(100), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            pruning(database).prune(CHAIN, new Retention(null, 50L), false);
            assertThat(pruning(database).forgetRules()).isEmpty();
            pruning(database).prune(CHAIN, new Retention(null, 0L), false);
            assertThat(pruning(database).forgetRules()).isNotEmpty();
            assertThat(database.<List<String>>with(connection -> new KeptEditionDao(connection).digests()))
                    .isEmpty();
        }
        Recorded.record(address, SIGNING, Recorded.notes(10), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            assertHolds(new Verification(KEYS.open(), List.of()), database, 10, 100);
        }
    }

    public static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("what is waited for").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Pruning pruning(AuditDatabase database) {
        return new Pruning(database, KEYS.secret(), Recorded.CLOCK);
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static List<Long> seqs(AuditDatabase database) throws IOException {
        return DecisionLogTest.all(database, DecisionQuery.ALL).stream()
                .map(Decision::seq)
                .toList();
    }

    private static List<PrunedRange> ranges(AuditDatabase database) {
        return ranges(database, CHAIN);
    }

    private static List<PrunedRange> ranges(AuditDatabase database, String chain) {
        return database.with(connection -> new AuditDao(connection).pruned(chain));
    }

    private static ChainError error(Verification verification, AuditDatabase database) {
        return java.util.Objects.requireNonNull(
                verification.of(database).chains().get(0).error(), "no error is told");
    }

    private static void assertHolds(Verification verification, AuditDatabase database, long decisions, long pruned) {
        Verification.Outcome outcome = verification.of(database);
        assertThat(outcome.holds()).as(outcome.toString()).isTrue();
        assertThat(outcome.chains()).singleElement().satisfies(chain -> {
            assertThat(chain.decisions()).isEqualTo(decisions);
            assertThat(chain.pruned()).isEqualTo(pruned);
        });
    }
}
