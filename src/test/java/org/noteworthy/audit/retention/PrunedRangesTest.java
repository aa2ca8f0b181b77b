package org.noteworthy.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.ChainError;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.Evidence;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Masking;
import org.noteworthy.audit.PrunedRange;
import org.noteworthy.audit.Retention;
import org.noteworthy.audit.export.About;
import org.noteworthy.audit.export.DecisionExport;
import org.noteworthy.audit.export.ExportFormat;
import org.noteworthy.audit.log.DecisionLogTest;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.proof.Kept;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.audit.store.Holds;
import org.noteworthy.audit.store.TestDatabase;

/** Ranges that were pruned are verified: they fit into their chain, and are signed. */
class PrunedRangesTest {
    @ParameterizedTest
    @EnumSource
    void aForgedRangeIsNotSigned(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, PrunedLog.SIGNING, Recorded.notes(100), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Evidence all = Evidence.of(database, PrunedLog.CHAIN);
            PrunedRange forged = new PrunedRange(
                    PrunedLog.CHAIN,
                    21,
                    40,
                    Evidence.hash(all.get(20)),
                    Evidence.hash(all.get(40)),
                    0,
                    0,
                    0,
                    "said so",
                    null);
            all.pages.remove(1);
            all.heads.remove(1);
            all.write(database);
            assertThat(PrunedLog.error(new Verification(null, List.of()), database)
                            .seq())
                    .isEqualTo(21);
            all.pruned.add(forged);
            all.write(database);
            PrunedLog.assertHolds(new Verification(null, List.of()), database, 80, 20);
            assertThat(PrunedLog.error(new Verification(PrunedLog.KEYS.open(), List.of()), database))
                    .isEqualTo(
                            new ChainError(
                                    PrunedLog.CHAIN,
                                    21,
                                    "Decisions 21 to 40 of tests are said to have been pruned, and that is not signed by that key."));

            // Nor is it signed in passing, when the decisions beside it are pruned.
            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 30L), false);
            assertThat(PrunedLog.ranges(database))
                    .extracting(PrunedRange::firstSeq, range -> range.signature() != null)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1L, true),
                            org.assertj.core.groups.Tuple.tuple(21L, false),
                            org.assertj.core.groups.Tuple.tuple(41L, true));
            assertThat(PrunedLog.error(new Verification(PrunedLog.KEYS.open(), List.of()), database)
                            .seq())
                    .isEqualTo(21);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rangesThatDoNotFitAreNamed(TestDatabase kind) {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, PrunedLog.SIGNING, Recorded.notes(100), 20);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 60L), false);
            Evidence all = Evidence.of(database, PrunedLog.CHAIN);
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
        return PrunedLog.error(verification, database).seq();
    }

    private static PrunedRange changed(PrunedRange range, long first, long last, String previous, String head) {
        return new PrunedRange(
                PrunedLog.CHAIN,
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
    void aFullExportHoldsTheRangesAndIsVerified(TestDatabase kind) throws IOException {
        DatabaseAddress address = kind.fresh();
        Recorded.record(address, PrunedLog.SIGNING, Recorded.notes(600), 60);
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            List<Checkpoint> kept = Kept.of(database).checkpoints();
            Verification verification = new Verification(PrunedLog.KEYS.open(), kept);
            String engagement = DecisionLogTest.all(database, DecisionQuery.ALL)
                    .get(300)
                    .field(DecisionField.ENGAGEMENT.word())
                    .orElseThrow();
            new Holds(database, Masking.NONE).hold(engagement, "dispute 17", Recorded.MORNING);
            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 50L), false);

            List<String> lines = exported(database);
            assertThatThrownBy(() -> new Verification(PrunedLog.KEYS.open(), List.of()).of(file(lines)))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("--checkpoints");
            long letGo = lines.stream()
                    .filter(line -> line.startsWith("{\"pruned\":{\"chain\":\"tests\","))
                    .count();
            assertThat(letGo)
                    .isGreaterThan(1)
                    .isEqualTo(PrunedLog.ranges(database).size());
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
                    .endsWith(":" + lines.size() + " is not a decision.");

            new Holds(database, Masking.NONE).release(engagement);
            PrunedLog.pruning(database).prune(PrunedLog.CHAIN, new Retention(null, 0L), false);
            Verification.Outcome nothing = verification.of(file(exported(database)));
            assertThat(nothing.holds()).as(nothing.toString()).isTrue();
            assertThat(nothing.chains())
                    .containsExactly(new Verification.Chain(PrunedLog.CHAIN, 0, 600, kept.size(), null));
        }
    }

    private static List<String> exported(AuditDatabase database) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DecisionExport export =
                ExportFormat.NDJSON.create(out, new About(DecisionQuery.ALL, Recorded.CLOCK.instant(), "1.0"));
        export.begin();
        new DecisionReader(database)
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
}
