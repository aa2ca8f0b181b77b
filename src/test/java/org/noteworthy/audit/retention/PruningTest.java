package org.noteworthy.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.Await;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.Evidence;
import org.noteworthy.audit.Hold;
import org.noteworthy.audit.Masking;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.log.DecisionLogTest;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.log.WriteResult;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.proof.Witnesses;
import org.noteworthy.audit.store.AuditDao;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.Holds;
import org.noteworthy.audit.store.KeptEditionDao;
import org.noteworthy.audit.store.TestDatabase;
import org.noteworthy.checking.outcome.Result;

/** What is pruned leaves a chain that holds, and what is held stays. */
class PruningTest {
    @ParameterizedTest
    @EnumSource
    void theNewestStayAndTheChainHolds(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, PrunedLog.SIGNING, Recorded.notes(250), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            List<Checkpoint> elsewhere =
                    database.with(connection -> new AuditDao(connection).checkpoints(PrunedLog.CHAIN));
            Verification verification = new Verification(PrunedLog.KEYS.open(), elsewhere);

            assertThat(PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 101L), true))
                    .isEqualTo(new Pruning.Outcome(PrunedLog.CHAIN, 149, 0));
            assertThat(seqs(database)).hasSize(250);
            assertThat(PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 101L), false))
                    .isEqualTo(new Pruning.Outcome(PrunedLog.CHAIN, 149, 0));
            assertThat(seqs(database)).containsExactlyElementsOf(range(150, 250));
            PrunedLog.assertHolds(verification, database, 101, 149);
            assertThat(PrunedLog.pruning(database)
                            .prune(PrunedLog.CHAIN, new Retention(null, 101L), false)
                            .gone())
                    .isZero();

            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 40L), false);
            PrunedLog.assertHolds(verification, database, 40, 210);
            assertThat(PrunedLog.ranges(database)).singleElement().satisfies(range -> {
                assertThat(range.lastSeq()).isEqualTo(210);
                assertThat(range.firstMs()).isEqualTo(Recorded.MORNING.toEpochMilli());
                assertThat(range.reason()).isEqualTo("no more than 40 are kept");
            });

            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 0L), false);
            PrunedLog.assertHolds(verification, database, 0, 250);
        }
        Recorded.record(address, PrunedLog.SIGNING, Recorded.notes(30), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            assertThat(seqs(database)).containsExactlyElementsOf(range(251, 280));
            PrunedLog.assertHolds(new Verification(PrunedLog.KEYS.open(), List.of()), database, 30, 250);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oldDecisionsArePruned(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, PrunedLog.SIGNING, Recorded.notes(45), 20);
        Instant later = Recorded.CLOCK.instant().plus(Duration.ofDays(300));
        List<Result> results = Recorded.judged(Recorded.notes(5));
        try (DecisionLog log = DecisionLog.openNow(address, PrunedLog.SIGNING, Clock.fixed(later, ZoneOffset.UTC))) {
            log.recordInTime(Recorded.context("tests", later), results).await();
            Retention retention = new Retention(Duration.ofDays(400), null);
            assertThat(new Pruning(log.database(), PrunedLog.KEYS.secret(), at(later.plus(Duration.ofDays(99))))
                            .prune(PrunedLog.CHAIN, retention, false)
                            .gone())
                    .isZero();
            assertThat(new Pruning(log.database(), PrunedLog.KEYS.secret(), at(later.plus(Duration.ofDays(101))))
                            .prune(PrunedLog.CHAIN, retention, false)
                            .gone())
                    .isEqualTo(45);
            assertThat(PrunedLog.ranges(log.database()).get(0).reason()).isEqualTo("older than 400 days");
            assertThat(seqs(log.database())).containsExactlyElementsOf(range(46, 50));
            log.recordInTime(Recorded.context("tests", later), results).await();
            PrunedLog.assertHolds(new Verification(Witnesses.none()), log.database(), 10, 45);
        }
    }

    @ParameterizedTest
    @EnumSource
    void decisionsOfAHeldEngagementStay(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, PrunedLog.SIGNING, Recorded.notes(600), 250);
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
            Pruning.Outcome outcome = PrunedLog.pruning(database).prune(PrunedLog.CHAIN, nothing, false);
            assertThat(outcome).isEqualTo(new Pruning.Outcome(PrunedLog.CHAIN, 600 - theirs.size(), theirs.size()));
            assertThat(seqs(database)).containsExactlyElementsOf(theirs);
            PrunedLog.assertHolds(
                    new Verification(PrunedLog.KEYS.open(), List.of()), database, theirs.size(), 600 - theirs.size());
            DecisionQuery query = new DecisionQuery(
                    null, null, Map.of(DecisionField.ENGAGEMENT, engagement, DecisionField.EDITION, "2020-03-25"));
            assertThat(DecisionLogTest.all(database, query))
                    .extracting(Decision::seq)
                    .containsExactlyElementsOf(before.stream()
                            .filter(query::asksFor)
                            .map(Decision::seq)
                            .toList());
            assertThat(PrunedLog.pruning(database).prune(PrunedLog.CHAIN, nothing, false))
                    .isEqualTo(new Pruning.Outcome(PrunedLog.CHAIN, 0, theirs.size()));

            assertThat(holds.release(engagement)).isPresent();
            assertThat(holds.release(engagement)).isEmpty();
            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, nothing, false);
            PrunedLog.assertHolds(new Verification(PrunedLog.KEYS.open(), List.of()), database, 0, 600);
            assertThat(PrunedLog.ranges(database)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedDecisionsAreNotPruned(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, PrunedLog.SIGNING, Recorded.notes(100), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Evidence all = Evidence.of(database, PrunedLog.CHAIN);
            all.set(77, all.get(77).replaceFirst("\"product\":\"1.0\"", "\"product\":\"1.1\""));
            all.write(database);
            assertThatThrownBy(() -> PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 0L), false))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("from decision 77 on");
            assertThat(PrunedLog.error(new Verification(PrunedLog.KEYS.open(), List.of()), database)
                            .seq())
                    .isEqualTo(77);
            assertThatThrownBy(() -> new Pruning(database, null, Recorded.CLOCK)
                            .prune(PrunedLog.CHAIN, new Retention(null, 0L), false))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("--key");
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordingGoesOnWhileTwoPrune(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        List<Result> results = Recorded.judged(Recorded.notes(10));
        try (DecisionLog log = DecisionLog.openNow(address, PrunedLog.SIGNING, Recorded.CLOCK)) {
            AuditDatabase database = log.database();
            Retention few = new Retention(null, 50L);
            CompletableFuture<Void> recording = CompletableFuture.runAsync(() -> IntStream.range(0, 200)
                    .forEach(i -> assertThat(log.recordInTime(Recorded.context("tests", Recorded.MORNING), results)
                                    .await())
                            .isEqualTo(WriteResult.Outcome.RECORDED)));
            List<CompletableFuture<Void>> pruners = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> {
                        while (!recording.isDone()) {
                            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, few, false);
                        }
                    }))
                    .toList();
            recording.join();
            pruners.forEach(CompletableFuture::join);
            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, few, false);
            assertThat(log.status().failedWrites()).isZero();
            assertThat(seqs(database)).containsExactlyElementsOf(range(1951, 2000));
            PrunedLog.assertHolds(new Verification(Witnesses.none()), database, 50, 1950);
            assertThat(PrunedLog.ranges(database)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theJobPrunesRepeatedly(TestDatabase kind) throws Exception {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, AuditSettings.of("another", "1.0"), Recorded.notes(20), 20);
        List<Result> results = Recorded.judged(Recorded.notes(10));
        try (DecisionLog log = DecisionLog.open(address, PrunedLog.SIGNING, Recorded.CLOCK);
                RetentionJob retentionJob =
                        RetentionJob.begin(log, new Retention(null, 5L), Duration.ofMillis(20), Recorded.CLOCK)) {
            for (int round = 1; round <= 3; round++) {
                log.recordInTime(Recorded.context("tests", Recorded.MORNING), results)
                        .await();
                long gone = 10L * round - 5;
                Await.until(() -> PrunedLog.ranges(log.database()).stream().anyMatch(range -> range.lastSeq() == gone));
            }
            assertThat(retentionJob).isNotNull();
            assertThat(PrunedLog.ranges(log.database(), "another")).hasSize(kind == TestDatabase.H2 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "H2")
    void rulesOfNoDecisionAreRemoved(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, PrunedLog.SIGNING, Recorded.notes(100), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 50L), false);
            assertThat(PrunedLog.pruning(database).forgetRules()).isEmpty();
            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 0L), false);
            assertThat(PrunedLog.pruning(database).forgetRules()).isNotEmpty();
            assertThat(database.<List<String>>with(connection -> new KeptEditionDao(connection).digests()))
                    .isEmpty();
        }
        Recorded.record(address, PrunedLog.SIGNING, Recorded.notes(10), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            PrunedLog.assertHolds(new Verification(PrunedLog.KEYS.open(), List.of()), database, 10, 100);
        }
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
}
