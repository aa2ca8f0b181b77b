package org.noteworthy.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.Await;
import org.noteworthy.audit.ChainError;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.KeptEdition;
import org.noteworthy.audit.Keys;
import org.noteworthy.audit.Masking;
import org.noteworthy.audit.WhenFull;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.audit.store.KeptEditionDao;
import org.noteworthy.audit.store.TestDatabase;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.report.ReportJson;

/** What was judged stands in the audit log, word for word, and is found again. */
public class DecisionLogTest {
    private static final AuditSettings SETTINGS = AuditSettings.of("tests", "1.0");

    @ParameterizedTest
    @EnumSource
    void everyDecisionIsThereWithItsReportByteForByteAndItsNote(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        List<NoteRecord> notes = Recorded.notes(1_234);
        Recorded.record(address, SETTINGS, notes, 100);

        List<Result> results = Recorded.judged(notes);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            List<Decision> decisions = all(database, DecisionQuery.ALL);
            assertThat(decisions).hasSameSizeAs(notes);
            for (int i = 0; i < notes.size(); i++) {
                Decision decision = decisions.get(i);
                assertThat(decision.seq()).isEqualTo(i + 1);
                assertThat(decision.subject()).isEqualTo(notes.get(i).id());
                assertThat(new String(decision.report(), StandardCharsets.UTF_8))
                        .isEqualTo(json(results.get(i)));
                assertThat(decision.record().orElseThrow())
                        .contains(notes.get(i).id());
            }
            assertThat(new Verification(null, List.of()).of(database).holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theChainGoesOnWhereItEndedTheLastTime(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SETTINGS, Recorded.notes(10), 3);
        Recorded.record(address, SETTINGS, Recorded.notes(10), 10);

        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            assertThat(all(database, DecisionQuery.ALL))
                    .extracting(Decision::seq)
                    .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 20)
                            .boxed()
                            .toList());
            Verification.Outcome outcome = new Verification(null, List.of()).of(database);
            assertThat(outcome.holds()).isTrue();
            assertThat(outcome.chains()).singleElement().satisfies(chain -> {
                assertThat(chain.decisions()).isEqualTo(20);
                assertThat(chain.checkpoints()).isEqualTo(2);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsToldWhenDecisionsWereWrittenLastAndHowLargeTheFileIs(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        try (DecisionLog log = DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK)) {
            assertThat(log.status().lastWrite()).as("before the first").isNull();
            log.recordInTime(Recorded.context("tests", Recorded.MORNING), Recorded.judged(Recorded.notes(2)))
                    .await();
            assertThat(log.status().lastWrite()).isEqualTo(Recorded.CLOCK.instant());
            assertThat(log.fileBytes().isPresent()).isEqualTo(!address.shared());
            assertThat(log.fileBytes().orElse(1)).isPositive();
        }
    }

    @Test
    void aRecordIsForItsOwnerAlone() throws IOException {
        DatabaseAddress address = TestDatabase.H2.fresh();
        Recorded.record(address, SETTINGS, Recorded.notes(3), 1);
        try (var files = Files.list(address.file().getParent())) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void whatIsRecordedIsSignedWhenNothingElseComesAndWhenItIsClosed() throws Exception {
        Keys keys = Keys.fresh();
        AuditSettings signing = SETTINGS.signedBy(keys.secret());
        Verification verification = new Verification(keys.open(), List.of());
        DatabaseAddress address = TestDatabase.H2.fresh();
        DatabaseAddress killed = TestDatabase.H2.fresh();
        List<Result> results = Recorded.judged(Recorded.notes(10));
        try (DecisionLog log = DecisionLog.openNow(address, signing, Recorded.CLOCK)) {
            log.recordInTime(Recorded.context("tests", Recorded.MORNING), results)
                    .await();
            Files.copy(address.file(), killed.file());
            assertThat(verification.of(log.database()).chains().get(0).error())
                    .isEqualTo(new ChainError(
                            "tests",
                            1,
                            "Decisions 1 to 10 of tests are not proven: the chain has no checkpoint that is signed by that"
                                    + " key."));
            Await.until(() -> verification.of(log.database()).holds());
            log.recordInTime(Recorded.context("tests", Recorded.MORNING), results)
                    .await();
        }
        // One that was killed before it could sign does so when it begins again.
        DecisionLog.openNow(killed, signing, Recorded.CLOCK).close();
        for (DatabaseAddress each : List.of(address, killed)) {
            try (AuditDatabase database = AuditDatabase.read(each)) {
                Verification.Outcome outcome = verification.of(database);
                assertThat(outcome.holds()).as(outcome.toString()).isTrue();
            }
        }
    }

    @Test
    void twoThatWriteUnderOneNameGetAChainEach() throws IOException {
        DatabaseAddress address = TestDatabase.POSTGRESQL.fresh();
        try (DecisionLog one = DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK)) {
            recordFive(one);
            try (DecisionLog other = DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK)) {
                for (DecisionLog log : List.of(other, one, other, one)) {
                    recordFive(log);
                }
                assertThat(other.status().chain()).isEqualTo("tests");
                assertThat(one.status().chain()).startsWith("tests~");
                assertThat(List.of(one.status().failedWrites(), other.status().failedWrites()))
                        .containsExactly(0L, 0L);
            }
            Verification.Outcome outcome = new Verification(null, List.of()).of(one.database());
            assertThat(outcome.holds()).isTrue();
            assertThat(outcome.chains())
                    .extracting(Verification.Chain::decisions)
                    .containsExactly(15L, 10L);
        }
    }

    private static void recordFive(DecisionLog log) {
        WriteResult recording =
                log.record(Recorded.context("tests", Recorded.MORNING), Recorded.judged(Recorded.notes(5)), null);
        assertThat(recording.await()).isEqualTo(WriteResult.Outcome.RECORDED);
    }

    @ParameterizedTest
    @EnumSource
    void anEngagementIsADecisionBesideThoseOfItsNotes(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        NoteRecord note = new NoteRecord(
                "N-1",
                "[EXO]\nSTATUS: On track",
                "FE",
                null,
                null,
                LocalDate.of(2020, 4, 1),
                "ann",
                "E-1",
                "I-1",
                null,
                null,
                null,
                null,
                null);
        EngagementRecord engagement = new EngagementRecord(
                "E-1",
                List.of(note),
                List.of(new InteractionRecord("I-2", LocalDate.of(2020, 4, 2), "FE", "bob", null)));
        try (DecisionLog log = DecisionLog.openNow(address, SETTINGS, Recorded.CLOCK)) {
            assertThat(log.record(Recorded.context("tests", Recorded.MORNING), Recorded.judged(engagement), null)
                            .await())
                    .isEqualTo(WriteResult.Outcome.RECORDED);
            List<Decision> decisions =
                    all(log.database(), new DecisionQuery(null, null, Map.of(DecisionField.ENGAGEMENT, "E-1")));
            assertThat(decisions).extracting(Decision::together).containsExactly(false, true);
            assertThat(decisions.get(1).findings())
                    .extracting(Decision.Finding::rule)
                    .contains("note-per-interaction");
            assertThat(decisions.get(1).record().orElseThrow()).contains("\"I-2\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void questionsFindWhatTheyAskForAndPagesOfAnAnswerFollowEachOther(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SETTINGS, Recorded.notes(1_500), 250);

        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            List<Decision> all = all(database, DecisionQuery.ALL);
            for (Map<DecisionField, String> wanted : List.of(
                    Map.of(DecisionField.RULE, "status-allowed"),
                    Map.of(DecisionField.SEVERITY, "warning", DecisionField.ROLE, "FE"),
                    Map.of(DecisionField.VERDICT, "violating", DecisionField.EDITION, "2020-03-25"),
                    Map.of(DecisionField.NOTE, "N-77"),
                    Map.of(DecisionField.RULE, "no-such-rule"))) {
                DecisionQuery query = new DecisionQuery(null, null, wanted);
                List<String> expected = all.stream()
                        .filter(decision ->
                                wanted.entrySet().stream().allMatch(one -> decision.says(one.getKey(), one.getValue())))
                        .map(Decision::subject)
                        .toList();
                for (boolean newestFirst : List.of(true, false)) {
                    List<String> told = paged(new DecisionReader(database), query, newestFirst);
                    assertThat(told).containsExactlyElementsOf(newestFirst ? reversed(expected) : expected);
                }
            }
            DecisionQuery firstMinutes =
                    new DecisionQuery(Recorded.MORNING.plusSeconds(1), Recorded.MORNING.plusSeconds(600), Map.of());
            assertThat(all(database, firstMinutes)).hasSize(500);
            assertThat(new DecisionReader(database)
                            .find(all.get(700).id())
                            .orElseThrow()
                            .subject())
                    .isEqualTo(all.get(700).subject());
        }
    }

    /** Whoever has made a decision later may hand it in before. */
    @ParameterizedTest
    @EnumSource
    void whatIsWrittenTogetherIsFoundByItsOwnTime(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        AuditSettings unblocked = SETTINGS.with(WhenFull.NEVER_BLOCK);
        List<Result> results = Recorded.judged(Recorded.notes(1));
        int[] minutes = {7, 0, 9, 3};
        try (DecisionLog log = DecisionLog.openNow(address, unblocked, Recorded.CLOCK)) {
            for (int minute : minutes) {
                log.record(Recorded.context("tests", Recorded.MORNING.plusSeconds(60L * minute)), results);
            }
        }
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            for (int minute : minutes) {
                Instant made = Recorded.MORNING.plusSeconds(60L * minute);
                assertThat(all(database, new DecisionQuery(made, made.plusSeconds(1), Map.of())))
                        .as("made in minute " + minute)
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionAboutATimeFindsAllOfItWhateverTheClocksSay(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        List<Result> results = Recorded.judged(Recorded.notes(5));
        for (int i = 0; i < 12; i++) {
            // Made one after the other up to seconds apart; written at once, hours later, or before, by a clock set
            // back.
            Instant made = Recorded.MORNING.plusSeconds(100L * i - 130L * (i % 2));
            Instant written = made.plusSeconds(new int[] {0, 20_000, -40}[i % 3]);
            try (DecisionLog log = DecisionLog.openNow(address, SETTINGS, Clock.fixed(written, ZoneOffset.UTC))) {
                log.recordInTime(Recorded.context("tests", made), results).await();
            }
        }
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            List<Decision> all = all(database, DecisionQuery.ALL);
            assertThat(all).hasSize(60);
            for (long from = -200; from < 1_300; from += 75) {
                for (long seconds : new long[] {1, 90, 500}) {
                    Instant begin = Recorded.MORNING.plusSeconds(from);
                    DecisionQuery query = new DecisionQuery(begin, begin.plusSeconds(seconds), Map.of());
                    List<Decision> expected =
                            all.stream().filter(query::asksFor).toList();
                    assertThat(all(database, query))
                            .extracting(Decision::seq)
                            .containsExactlyElementsOf(
                                    expected.stream().map(Decision::seq).toList());
                    assertThat(paged(new DecisionReader(database), query, true))
                            .containsExactlyElementsOf(reversed(
                                    expected.stream().map(Decision::subject).toList()));
                }
            }
            for (Decision decision : all) {
                assertThat(new DecisionReader(database).find(decision.id())).isPresent();
                UUID unknown = new UUID(
                        decision.id().getMostSignificantBits() - (5_000L << 16),
                        decision.id().getLeastSignificantBits());
                assertThat(new DecisionReader(database).find(unknown)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecordWithTheFirstTablesGoesOn(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SETTINGS, Recorded.notes(10), 5);
        statements(
                address,
                "drop index page_by_times",
                "create index page_by_time on page (recorded_ms, chain, first_seq)",
                "drop table policy_change",
                "drop table policy_change_content",
                "drop table outline",
                "drop table outline_part",
                "delete from \"schema_version\" where \"version\" in ('2', '3', '4')");
        Recorded.record(address, SETTINGS, Recorded.notes(10), 5);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            assertThat(all(database, DecisionQuery.ALL)).hasSize(20);
        }
        statements(address, "drop index page_by_times");
    }

    private static void statements(DatabaseAddress address, String... statements) {
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            database.with(connection -> {
                try (Statement statement = connection.createStatement()) {
                    for (String each : statements) {
                        statement.execute(each);
                    }
                    return statement;
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatIsMaskedIsStored(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        String mail = "jane.doe@contoso.com";
        String phone = "+1 425 555 0100";
        NoteRecord note = new NoteRecord(
                "N-1 of " + mail,
                "[EXO]\nSTATUS: call " + mail + " or " + phone + " on 2020-04-01",
                mail,
                "by " + phone,
                mail,
                LocalDate.of(2020, 4, 1),
                "Ann Author",
                "E-1 " + phone,
                mail,
                mail,
                null,
                null,
                new EntitlementStatus(mail, phone, mail),
                mail);
        AuditSettings masking = SETTINGS.with(new Masking(
                Set.of("author"), Map.of("email", Masking.known("email"), "phone", Masking.known("phone")), null));
        List<Result> judged = Recorded.judged(List.of(note));
        List<Result> together = Recorded.judged(new EngagementRecord(
                "E-1 " + phone,
                List.of(note),
                List.of(new InteractionRecord("by " + mail, LocalDate.of(2020, 4, 2), mail, "Ann Author", phone))));
        ByteArrayOutputStream answered = new ByteArrayOutputStream();
        try (JsonGenerator json = ReportJson.generator(answered)) {
            ReportJson.write(json, judged.get(0));
        }
        assertThat(answered.toString(StandardCharsets.UTF_8))
                .contains(mail); // else it could not be told from a masked one
        try (DecisionLog log = DecisionLog.openNow(address, masking, Recorded.CLOCK)) {
            CallContext context = Recorded.context("portal of " + mail, Recorded.MORNING);
            log.record(context, judged).await();
            log.record(context, judged, AnsweredReports.one(answered.toByteArray()))
                    .await();
            log.record(context, together).await();
        }
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            List<Decision> decisions = all(database, DecisionQuery.ALL);
            assertThat(decisions).hasSize(4);
            for (Decision decision : decisions) {
                assertThat(new String(decision.json(), StandardCharsets.UTF_8))
                        .doesNotContain("jane", "contoso", "425 555", "Ann")
                        .contains("2020-04-0", "xxxx.xxx@xxxxxxx.xxx");
                assertThat(decision.masked()).containsExactly("author", "email", "phone");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRulesAreKeptSoThatTheFolderMayGo(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, SETTINGS, Recorded.notes(300), 100);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            String digest = Recorded.LIBRARY.named("2020-03-25").edition().digest();
            KeptEdition kept = database.with(connection -> new KeptEditionDao(connection).find(digest))
                    .orElseThrow();
            assertThat(org.noteworthy.playbooks.edition.EditionFiles.of("2020-03-25", kept.files())
                            .digest())
                    .isEqualTo(digest);
        }
    }

    public static List<Decision> all(AuditDatabase database, DecisionQuery query) throws IOException {
        List<Decision> decisions = new ArrayList<>();
        new DecisionReader(database).each(query, false, decisions::add);
        return decisions;
    }

    private static List<String> paged(DecisionReader decisions, DecisionQuery query, boolean newestFirst) {
        List<String> subjects = new ArrayList<>();
        String cursor = null;
        do {
            DecisionReader.Excerpt excerpt = decisions.excerpt(query, newestFirst, cursor, 7);
            excerpt.decisions().forEach(decision -> subjects.add(decision.subject()));
            cursor = excerpt.next();
        } while (cursor != null);
        return subjects;
    }

    private static List<String> reversed(List<String> list) {
        List<String> other = new ArrayList<>(list);
        java.util.Collections.reverse(other);
        return other;
    }

    private static String json(Result result) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (com.fasterxml.jackson.core.JsonGenerator json = ReportJson.generator(bytes)) {
            ReportJson.write(json, result);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
