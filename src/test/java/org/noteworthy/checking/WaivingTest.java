package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.EngagementResult;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.cli.Folders;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.waiver.WaiverFile;

/** Every road to a report marks the same violations as waived, on the days of the waiver and for those whom it names. */
class WaivingTest {
    private static final String EDITION = "2020-03-25";
    private static final LocalDate WRITTEN = LocalDate.parse("2020-04-01");
    private static final Instant NOW = Instant.parse("2020-06-01T12:00:00Z");
    private static final Origin HERE = new Origin("here", null, 1, 0, false);
    private static final String TEXT = "[EXO]\nSTATUS: Going well\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.\n";
    private static final AppliedWaiver AGREED = new AppliedWaiver("Agreed.", "Pat", LocalDate.parse("2020-12-31"));

    @TempDir
    private static Path folder;

    @BeforeAll
    static void copy() throws IOException {
        Folders.copyEdition(EDITION, folder.resolve("rules").resolve(EDITION));
    }

    private static Reviewer reviewer(Instant now, String... rows) throws IOException {
        Path rules = folder.resolve("rules");
        Files.writeString(
                rules.resolve(WaiverFile.NAME),
                "rule,engagement,note,author,justification,owner,from,until\n" + String.join("\n", rows) + "\n");
        Library library = Library.open(rules, RuleCache.in(folder.resolve("cache")));
        assertThat(library.waivers().diagnostics()).isEmpty();
        return new Reviewer(library, Clock.fixed(now, ZoneOffset.UTC), TimeLimits.DEFAULT);
    }

    private static String row(String rule, String subject) {
        return rule + "," + subject + ",Agreed.,Pat,2020-01-01,2020-12-31";
    }

    private static NoteRecord note(String id, @Nullable String engagement) {
        return new NoteRecord(
                id, TEXT, "FE", null, null, WRITTEN, "kim", engagement, null, null, null, null, null, null);
    }

    private static Report single(Reviewer reviewer, NoteRecord note) {
        return reviewer.checkInDetail(note).report();
    }

    private static Report batch(Reviewer reviewer, NoteRecord note) {
        return ((Result.Judged)
                        reviewer.review(List.of(new Entry.Note(HERE, note))).get(0))
                .report();
    }

    private static EngagementReport together(Reviewer reviewer, EngagementRecord engagement) {
        return ((Result.JudgedEngagement) reviewer.review(List.of(new Entry.Engagement(HERE, engagement)))
                        .get(0))
                .report();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"E-1,,", ",N-1,", ",,kim", "E-1,N-1,kim"})
    void everyRoadMarksTheSame(String subject) throws IOException {
        NoteRecord note = note("N-1", "E-1");
        try (Reviewer reviewer = reviewer(NOW, row("status-allowed", subject))) {
            Report report = single(reviewer, note);
            assertThat(report.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.rule()).isEqualTo("status-allowed");
                assertThat(violation.waiver()).isEqualTo(AGREED);
            });
            assertThat(report.compliant()).isTrue();
            assertThat(report.outcomes().violated()).isOne();
            assertThat(batch(reviewer, note)).isEqualTo(report);
            assertThat(together(reviewer, new EngagementRecord("E-1", List.of(note), List.of()))
                            .notes())
                    .containsExactly(report);
            Report counting = single(reviewer.withoutWaivers(), note);
            assertThat(counting.compliant()).isFalse();
            assertThat(counting.violations()).noneMatch(Violation::waived);
            assertThat(report.with(counting.violations())).isEqualTo(counting);
            assertThat(batch(reviewer.by(EDITION), note)).isEqualTo(report);
            assertThat(batch(reviewer.withoutWaivers().by(EDITION), note)).isEqualTo(counting);
        }
    }

    @Test
    void theFixStands() throws IOException {
        try (Reviewer reviewer = reviewer(NOW, row("workload-format", ",N-1,"))) {
            NoteRecord note = NoteRecord.of("N-1", TEXT.replace("[EXO]", "[exo]"));
            List<Violation> waived = single(reviewer.by(EDITION), note).violations().stream()
                    .filter(Violation::waived)
                    .toList();
            assertThat(waived)
                    .isNotEmpty()
                    .allSatisfy(violation -> assertThat(violation.fix()).isNotNull());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-31T23:59:59Z, false",
        "2020-01-01T00:00:00Z, true",
        "2020-12-31T23:59:59Z, true",
        "2021-01-01T00:00:00Z, false",
    })
    void theDayOfJudgingCountsInUtc(Instant now, boolean waived) throws IOException {
        try (Reviewer reviewer = reviewer(now, row("status-allowed", "E-1,,"))) {
            assertThat(single(reviewer, note("N-1", "E-1")).compliant()).isEqualTo(waived);
        }
    }

    @Test
    void aNoteIsOfTheEngagementThatItIsHandedInWithUnlessItSaysOtherwise() throws IOException {
        try (Reviewer reviewer = reviewer(NOW, row("status-allowed", "E-1,,"))) {
            List<NoteRecord> notes = List.of(note("N-1", null), note("N-2", "E-2"), note("N-3", "E-1"));
            assertThat(together(reviewer, new EngagementRecord("E-1", notes, List.of()))
                            .notes())
                    .extracting(Report::compliant)
                    .containsExactly(true, false, true);
            assertThat(single(reviewer, notes.get(0)).compliant()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"E-1,,|true", ",,ann|true", ",,kim|false", "E-2,,|false", ",I-1,|false"})
    void whatOnlyShowsTogetherIsOfTheEngagementAndOfWhoeverIsPointedAt(String subject, boolean waived)
            throws IOException {
        EngagementRecord engagement = new EngagementRecord(
                "E-1", List.of(note("N-1", "E-1")), List.of(new InteractionRecord("I-1", WRITTEN, "FE", "ann", null)));
        try (Reviewer reviewer = reviewer(NOW, row("note-per-interaction", subject))) {
            List<CrossViolation> found = together(reviewer, engagement).violations().stream()
                    .filter(violation -> violation.rule().equals("note-per-interaction"))
                    .toList();
            assertThat(found)
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.waiver()).isEqualTo(waived ? AGREED : null));
        }
    }

    @Test
    void whereViolationsAreLeftOutOnlyAWaiverOfTheWholeEngagementCounts() throws IOException {
        CrossViolation violation = new CrossViolation("r", Severity.ERROR, "clause", "message", "N-1", null);
        EngagementRecord engagement = new EngagementRecord("E-1", List.of(note("N-1", "E-1")), List.of());
        for (int omitted : new int[] {0, 1}) {
            EngagementResult result = new EngagementResult(List.of(violation), new Omissions(List.of(), omitted));
            List<Boolean> waived = new ArrayList<>();
            for (String subject : List.of("E-1,,", ",N-1,", ",,kim", "E-1,N-1,")) {
                try (Reviewer reviewer = reviewer(NOW, row("r", subject))) {
                    waived.add(Waiving.mark(result, reviewer.library().waivers().waivers(), WRITTEN, engagement)
                            .violations()
                            .get(0)
                            .waived());
                }
            }
            assertThat(waived).containsExactly(true, omitted == 0, omitted == 0, omitted == 0);
        }
    }

    @Test
    void waivedViolationsAreCountedByThemselves() throws IOException {
        try (Reviewer reviewer = reviewer(NOW, row("status-allowed", ",N-1,"))) {
            Tally tally = new Tally();
            reviewer.review(List.of(new Entry.Note(HERE, note("N-1", null)), new Entry.Note(HERE, note("N-2", null))))
                    .forEach(tally::add);
            assertThat(tally.notes()).isEqualTo(2);
            assertThat(tally.compliant()).isOne();
            assertThat(tally.waived()).isOne();
            assertThat(tally.violations(Severity.ERROR)).isOne();
        }
    }

    @Test
    void withoutAWaiverTheVeryReportIsHandedOn() throws IOException {
        try (Reviewer reviewer = reviewer(NOW, row("status-allowed", "E-9,,"))) {
            NoteRecord note = note("N-1", "E-1");
            Report report = reviewer.checkerOn(WRITTEN).check(note);
            assertThat(Waiving.mark(report, reviewer.library().waivers().waivers(), WRITTEN, note, null))
                    .isSameAs(report);
        }
    }
}
