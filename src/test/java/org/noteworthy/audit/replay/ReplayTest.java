package org.noteworthy.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.KeepNotes;
import org.noteworthy.audit.Masking;
import org.noteworthy.audit.log.AnsweredReports;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.KeptPlaybooks;
import org.noteworthy.audit.store.TestDatabase;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.Impact;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.report.ReportJson;

/** Recorded notes replayed: the same rules say the same, other rules show what they change. */
class ReplayTest {
    private static final AuditSettings SETTINGS = AuditSettings.of("tests", "1.0");

    @ParameterizedTest
    @EnumSource
    void theRulesThatJudgedSayTheSameThoughTheirFolderIsGone(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        List<NoteRecord> notes = Recorded.notes(1_000);
        Recorded.record(address, SETTINGS, notes, 300);
        EngagementRecord engagement = new EngagementRecord(
                "E-1",
                notes.subList(0, 5),
                List.of(new InteractionRecord("I-1", notes.get(0).writtenOn(), "FE", "ann", null)));
        try (DecisionLog log = DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK)) {
            log.record(Recorded.context("tests", Recorded.MORNING), Recorded.judged(engagement))
                    .await();
        }
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Replayed replayed = new Replay(
                            database, new KeptPlaybooks(database, null, RuleCache.none()), Replay.Watch.NONE)
                    .again(DecisionQuery.ALL);
            assertThat(replayed.decisions()).isEqualTo(1_006);
            assertThat(replayed.same()).isEqualTo(1_006);
            assertThat(replayed.different()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionThatComesOutOtherwiseIsNamed(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Result.Judged judged =
                (Result.Judged) Recorded.judged(List.of(NoteRecord.of("N-1", "[EXO]\nSTATUS: Going well")))
                        .get(0);
        Report report = judged.report();
        Report prettier = new Report(
                report.note(),
                report.playbook(),
                report.digest(),
                report.violations().subList(0, 1),
                report.outcomes(),
                report.assumed(),
                report.gaps());
        try (DecisionLog log = DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK)) {
            log.record(
                            Recorded.context("tests", Recorded.MORNING),
                            List.of(new Result.Judged(judged.origin(), judged.note(), prettier)))
                    .await();
            Replayed replayed = replay(log.database()).again(DecisionQuery.ALL);
            assertThat(replayed.same()).isZero();
            assertThat(replayed.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.subject()).isEqualTo("N-1");
                assertThat(difference.recorded()).hasSize(1);
                assertThat(difference.now()).contains("status-allowed", "summary-present");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReportFromBeforeFixesHadAKindIsTheSame(TestDatabase kind) throws IOException {
        List<Result> results = Recorded.judged(List.of(NoteRecord.of("N-1", "[exo]\nSTATUS: Going well")));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (JsonGenerator json = ReportJson.generator(written)) {
            ReportJson.write(json, ((Result.Judged) results.get(0)).report());
        }
        String now = written.toString(StandardCharsets.UTF_8);
        String before = now.replace(",\"kind\":\"safe\"", "").replace(",\"kind\":\"suggested\"", "");
        assertThat(now.length() - before.length()).isGreaterThan(30);
        try (DecisionLog log = DecisionLog.openNow(kind.fresh(), SETTINGS, Recorded.CLOCK)) {
            log.record(
                            Recorded.context("tests", Recorded.MORNING),
                            results,
                            AnsweredReports.one(before.getBytes(StandardCharsets.UTF_8)))
                    .await();
            Replayed replayed = replay(log.database()).again(DecisionQuery.ALL);
            assertThat(replayed.same()).isOne();
            assertThat(replayed.different()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherEditionShowsWhatItChanges(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        List<NoteRecord> notes = Recorded.notes(600);
        Recorded.record(address, SETTINGS, notes, 600);
        Playbook march = RealPlaybook.march2020();
        Playbook before = RealPlaybook.edition("2019-09-27");
        Impact expected = new Impact();
        try (Checker one = new Checker(march);
                Checker other = new Checker(before)) {
            notes.forEach(note -> expected.add(one.check(note), other.check(note)));
        }
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Impact both =
                    replay(database).under(DecisionQuery.ALL, march, before).impact();
            assertThat(told(both)).isEqualTo(told(expected));

            DecisionQuery underMarch = new DecisionQuery(null, null, Map.of(DecisionField.EDITION, "2020-03-25"));
            Replayed one = replay(database).under(underMarch, before);
            assertThat(one.impact().notes()).isEqualTo(one.decisions()).isPositive();
            assertThat(told(one.impact()))
                    .anyMatch(line -> line.startsWith("covid-tag-suspected 0 ") && !line.contains(" 0 0 0 "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNoteThatWasNotKeptIsCountedAndNotJudged(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        AuditSettings violatingOnly = SETTINGS.with(KeepNotes.VIOLATING);
        Recorded.record(address, violatingOnly, Recorded.notes(200), 200);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Replayed replayed = replay(database).again(DecisionQuery.ALL);
            assertThat(replayed.withoutNote()).isBetween(50L, 150L);
            assertThat(replayed.same()).isEqualTo(200 - replayed.withoutNote());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMaskedIsHeldToTheRulesThatWereBroken(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        AuditSettings masking = SETTINGS.with(
                new Masking(Set.of("author", "engagement"), Map.of("email", Masking.known("email")), null));
        Recorded.record(
                address, masking, List.of(NoteRecord.of("N-1", "[EXO]\nSTATUS: ask jane@contoso.com, going well")), 1);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Replayed replayed = replay(database).again(DecisionQuery.ALL);
            assertThat(replayed.same()).isEqualTo(1);
            assertThat(replayed.masked()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyJudgesOnAfterItWasCancelled(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SETTINGS, Recorded.notes(2_000), 500);
        Replay.Watch impatient = new Replay.Watch() {
            private long seen;

            @Override
            public void at(long decisions) {
                seen = decisions;
            }

            @Override
            public boolean cancelled() {
                return seen > 0;
            }
        };
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Replay replay =
                    new Replay(database, new KeptPlaybooks(database, Recorded.LIBRARY, RuleCache.none()), impatient);
            assertThatThrownBy(() -> {
                        replay.again(DecisionQuery.ALL);
                        replay.again(DecisionQuery.ALL);
                    })
                    .isInstanceOf(CancellationException.class);
        }
    }

    private static Replay replay(AuditDatabase database) {
        return new Replay(database, new KeptPlaybooks(database, Recorded.LIBRARY, RuleCache.none()), Replay.Watch.NONE);
    }

    private static List<String> told(Impact impact) {
        return impact.rules().entrySet().stream()
                .map(rule -> rule.getKey() + " " + rule.getValue().newly() + " "
                        + rule.getValue().noLonger() + " " + rule.getValue().still() + " "
                        + rule.getValue().examples())
                .toList();
    }
}
