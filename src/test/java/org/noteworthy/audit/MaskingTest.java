package org.noteworthy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.noteworthy.audit.log.CallContext;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.log.DecisionLogTest;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.retention.Pruning;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.audit.store.Holds;
import org.noteworthy.audit.store.TestDatabase;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Outcomes;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.edition.Severity;

/** What is masked is nowhere in the files of an audit log, and an engagement is held by its name all the same. */
class MaskingTest {
    private static final Keys KEYS = Keys.fresh();
    private static final AuditSettings SETTINGS = AuditSettings.of("tests", "1.0");

    /** Each field with what stands in it, and each pattern with what it matches. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "id", List.of("NZQ-17", "NZQ-18"),
            "author", List.of("quimby.zed", "田中ジズ", "Olga Quist"),
            "engagement", List.of("EZQ-77"),
            "activity", List.of("Zephyr Workshop", "Quorum Call"),
            "caller", List.of("portal-zqx"),
            "identity", List.of("xanthe.quo"),
            "email", List.of("zara@quistco.com"),
            "phone", List.of("+1 (425) 555-0199"),
            "tenant-id", List.of("1f0c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b"));

    private static final String SAID =
            "NZQ-17 and NZQ-18 of quimby.zed, 田中ジズさん and OLGA QUIST on EZQ-77, Zephyr Workshop"
                    + " and Quorum Call by portal-zqx, that is xanthe.quo: zara@quistco.com, +1 (425) 555-0199,"
                    + " 1f0c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";

    @TestFactory
    Stream<DynamicTest> nothingMaskedIsInTheFiles() {
        List<Set<String>> choices = new ArrayList<>();
        VALUES.keySet().stream().sorted().forEach(name -> choices.add(Set.of(name)));
        choices.add(VALUES.keySet());
        return choices.stream()
                .map(names -> DynamicTest.dynamicTest(String.join(", ", names), () -> {
                    String stored = stored(names);
                    for (String value :
                            VALUES.values().stream().flatMap(List::stream).toList()) {
                        boolean hidden = names.stream()
                                .anyMatch(name ->
                                        Objects.requireNonNull(VALUES.get(name)).contains(value));
                        assertThat(stored.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT)))
                                .as(value)
                                .isEqualTo(!hidden);
                    }
                }));
    }

    @Test
    void placesInANoteStay() throws IOException {
        Set<String> all = VALUES.keySet();
        NoteRecord note = notes().get(0);
        Masker masker = Masker.of(masking(all, null), note, "portal-zqx");
        assertThat(masker.note(note).text()).hasSameSizeAs(note.text()).contains("STATUS: Nearly there, ");
        assertThat(masker.masked()).contains("email", "author");
    }

    @Test
    void everyTextThatAReportTellsIsMasked() {
        Masking masking = masking(Set.of("author"), null);
        String said = "Ask quimby.zed.";
        Violation violation = new Violation(
                "rule",
                Severity.ERROR,
                "clause",
                said,
                said,
                1,
                1,
                0,
                1,
                said,
                List.of(said),
                said,
                Fix.suggested(0, 1, said),
                new AppliedWaiver(said, said, LocalDate.parse("2020-12-31")));
        Omissions gaps = new Omissions(List.of(new FailedRule("rule", said)), 0);
        Report report =
                new Report("N-1", "2020-03-25", "digest", List.of(violation), new Outcomes(1, 0, 0, 0), Map.of(), gaps);
        assertThat(Masker.of(masking, notes().get(0), "caller").report(report).toString())
                .doesNotContain("quimby")
                .contains("Ask xxxxxx.xxx.");
        EngagementReport together = new EngagementReport(
                "E-1",
                "2020-03-25",
                "digest",
                List.of(),
                List.of(new CrossViolation("rule", Severity.ERROR, "clause", said, said, said, violation.waiver())),
                gaps);
        assertThat(Masker.of(masking, engagement(), "caller").report(together).toString())
                .doesNotContain("quimby")
                .contains("Ask xxxxxx.xxx.");
    }

    /** All that lies in the folder of an audit log in which that is masked: the bytes of the files, and of what is packed there. */
    private static String stored(Set<String> names) throws IOException {
        DatabaseAddress address = TestDatabase.H2.fresh();
        Masking masking = masking(names, KEYS.secret());
        String ofItsOwn = "NZQ-17 of quimby.zed on EZQ-77, Zephyr Workshop by portal-zqx: zara@quistco.com,"
                + " +1 (425) 555-0199, 1f0c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
        List<Result> results =
                new ArrayList<>(Recorded.judged(List.of(note("NZQ-17", "quimby.zed", "Zephyr Workshop", ofItsOwn))));
        results.addAll(Recorded.judged(engagement()));
        try (DecisionLog log = DecisionLog.openNow(address, SETTINGS.with(masking), Recorded.CLOCK)) {
            CallContext context =
                    new CallContext("portal-zqx", "key:xanthe.quo", Recorded.LIBRARY, Recorded.MORNING, 1_000_000);
            log.record(context, results).await();
            new Holds(log.database(), masking)
                    .hold("EZQ-77", "Dispute about EZQ-77 with zara@quistco.com", Recorded.MORNING);
        }
        StringBuilder stored = new StringBuilder();
        try (Stream<Path> files = Files.list(address.file().getParent())) {
            for (Path file : files.toList()) {
                stored.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        try (AuditDatabase database = AuditDatabase.read(address)) {
            new DecisionReader(database).each(DecisionQuery.ALL, false, decision -> {
                stored.append(new String(decision.json(), StandardCharsets.UTF_8));
                return true;
            });
        }
        return stored.toString();
    }

    private static Masking masking(Set<String> names, @Nullable SigningKey key) {
        Map<String, String> patterns = new LinkedHashMap<>();
        names.stream().filter(Masking.KNOWN::containsKey).forEach(name -> patterns.put(name, Masking.known(name)));
        return new Masking(names.stream().filter(Masking.FIELDS::contains).collect(Collectors.toSet()), patterns, key);
    }

    private static List<NoteRecord> notes() {
        return List.of(
                note("NZQ-17", "quimby.zed", "Zephyr Workshop", SAID), note("NZQ-18", "田中ジズ", "Quorum Call", SAID));
    }

    private static NoteRecord note(String id, String author, String activity, String said) {
        return new NoteRecord(
                id,
                "[EXO]\nSTATUS: Nearly there, " + said + "\nSUMMARY: " + said + "\nNEXT ACTION: " + said,
                "FE",
                said,
                said,
                LocalDate.of(2020, 4, 1),
                author,
                "EZQ-77",
                "I-1",
                activity,
                null,
                null,
                null,
                null);
    }

    private static EngagementRecord engagement() {
        LocalDate day = LocalDate.of(2020, 4, 2);
        return new EngagementRecord(
                "EZQ-77",
                notes(),
                List.of(
                        new InteractionRecord("I-2", day, "FE", "Olga Quist", "Quorum Call"),
                        new InteractionRecord("I-3 with quimby.zed", day, "FE", "quimby.zed", "Zephyr Workshop")));
    }

    @Test
    void aMaskedEngagementIsHeldByItsNameInEveryProcess() throws IOException {
        DatabaseAddress address = TestDatabase.H2.fresh();
        for (int process = 1; process <= 2; process++) {
            Masking ours = masking(Set.of("engagement"), KEYS.secret());
            try (DecisionLog log = DecisionLog.openNow(address, SETTINGS.with(ours), Recorded.CLOCK)) {
                Holds holds = new Holds(log.database(), ours);
                Hold hold = holds.hold("EZQ-77", "Dispute 17", Recorded.MORNING);
                assertThat(hold.engagement()).startsWith("masked-");
                assertThat(holds.hold(hold.engagement(), "Dispute 18", Recorded.MORNING)
                                .engagement())
                        .isEqualTo(hold.engagement());
                log.record(Recorded.context("tests", Recorded.MORNING), Recorded.judged(notes()))
                        .await();
                new Pruning(log.database(), null, Recorded.CLOCK).prune("tests", new Retention(null, 0L), false);
                assertThat(DecisionLogTest.all(log.database(), DecisionQuery.ALL))
                        .hasSize(2 * process);
            }
        }
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Holds holds = new Holds(database, masking(Set.of("engagement"), KEYS.secret()));
            assertThat(holds.all()).hasSize(1);
            assertThat(holds.release("EZQ-77")).isPresent();
            assertThat(holds.all()).isEmpty();
        }
    }

    @Test
    void aHoldThatWouldNotLastIsRefused() {
        DatabaseAddress address = TestDatabase.H2.fresh();
        Masking ours = masking(Set.of("engagement"), null);
        try (DecisionLog log = DecisionLog.openNow(address, SETTINGS.with(ours), Recorded.CLOCK)) {
            Holds holds = new Holds(log.database(), ours);
            assertThatThrownBy(() -> holds.hold("EZQ-77", "Dispute 17", Recorded.MORNING))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("NOTEWORTHY_AUDIT_KEY");
            assertThat(holds.hold("masked-0123456789ab", "Dispute 17", Recorded.MORNING)
                            .engagement())
                    .isEqualTo("masked-0123456789ab");
        }
    }
}
