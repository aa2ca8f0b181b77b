package org.noteworthy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.audit.change.Changed;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.proof.Kept;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.proof.Witnesses;
import org.noteworthy.audit.retention.Pruning;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.TestDatabase;
import org.noteworthy.notes.RealPlaybook;

/** Every way of tampering is noticed by whoever has the key and what was kept; the documentation says which by whom else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingWaysTest {
    private static final Path TABLE = Path.of("docs/what-the-audit-log-proves.md");
    private static final String HEAD =
            "| what is done | audit log alone | kept checkpoints | key | key and kept |\n|---|---|---|---|---|\n";
    private static final Keys KEYS = Keys.fresh();

    @TempDir
    static Path folder;

    private Evidence older;
    private Map<String, Verification> means;

    @BeforeAll
    void record() throws IOException {
        DatabaseAddress address = master();
        AuditSettings tests =
                AuditSettings.of("tests", "1.0").withCheckpointEvery(50).signedBy(KEYS.secret());
        AuditSettings other = AuditSettings.of("other", "1.0").signedBy(KEYS.secret());
        Recorded.record(address, tests, Recorded.notes(200), 20);
        try (AuditDatabase database = AuditDatabase.read(address)) {
            older = Evidence.of(database, "tests");
        }
        Recorded.record(address, tests, Recorded.notes(50), 20);
        Recorded.record(address, other, Recorded.notes(40), 20);
        Kept kept;
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            Changed.write(database, KEYS.secret(), PolicyChangeWays.CHANGES);
            new Pruning(database, KEYS.secret(), Recorded.CLOCK).prune("tests", new Retention(null, 190L), false);
            kept = Kept.of(database);
        }
        Files.delete(Path.of(address.base() + ".head")); // whoever can write the one can remove the other
        means = new LinkedHashMap<>();
        means.put("record alone", new Verification(Witnesses.none()));
        means.put("kept", new Verification(new Witnesses(null, kept.checkpoints(), kept.letGo())));
        means.put("key", new Verification(new Witnesses(KEYS.open(), List.of(), List.of())));
        means.put("key and kept", new Verification(new Witnesses(KEYS.open(), kept.checkpoints(), kept.letGo())));
    }

    private static DatabaseAddress master() {
        return DatabaseAddress.embedded(folder.resolve("audit"));
    }

    @Test
    void anUntouchedRecordHoldsByEveryMeans() throws IOException {
        assertThat(noticed(all -> {})).containsExactly(false, false, false, false);
    }

    @Test
    void everyWayIsNoticedByKeyAndKeptAndTheTableSaysByWhomElse() throws IOException {
        Map<String, Consumer<TamperingWays.Hands>> ways = TamperingWays.all();
        assertThat(ways).hasSizeGreaterThan(80);
        StringBuilder table = new StringBuilder(HEAD);
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, Consumer<TamperingWays.Hands>> way : ways.entrySet()) {
            List<Boolean> noticed = noticed(way.getValue());
            if (!noticed.get(3)) {
                missed.add(way.getKey());
            }
            if (noticed.contains(false)) {
                table.append("| ").append(way.getKey());
                noticed.forEach(each -> table.append(each ? " | noticed" : " | –"));
                table.append(" |\n");
            }
        }
        assertThat(missed).isEmpty();
        String page = Files.readString(TABLE);
        int at = page.indexOf(HEAD);
        String written = page.substring(at, page.indexOf("\n\n", at) + 1);
        if (Boolean.getBoolean("fixtures.update")) {
            Files.writeString(TABLE, page.replace(written, table));
            return;
        }
        assertThat(written).isEqualTo(table.toString());
        assertThat(page).contains(ways.size() + " ways of tampering");
    }

    @Test
    void whatIsNotProvenIsSaid() throws IOException {
        String digest = RealPlaybook.march2020().edition().digest();
        assertThat(told("all checkpoints removed", "key"))
                .containsExactly(
                        "Decisions 1 to 250 of tests are not proven: the chain has no checkpoint that is signed by that key.");
        assertThat(told("the last checkpoint removed", "key"))
                .containsExactly(
                        "Decisions 201 to 250 of tests are not proven: the last checkpoint that is signed by that key is"
                                + " number 4, at decision 200.");
        String untold = "Decisions 101 to 110 of tests are said to have been pruned, and that is ";
        String way = "decisions 101 to 110 removed and told to be pruned, without a signature";
        assertThat(told(way, "key")).containsExactly(untold + "not signed by that key.");
        assertThat(told(way, "kept")).containsExactly(untold + "neither signed nor told by what was kept elsewhere.");
        assertThat(told("the edition that was kept renamed", "record alone"))
                .containsExactly("The rules " + digest
                        + " judged as the edition 2020-03-25, and are kept as 2020-03-26: they were renamed.");
    }

    /** The sentences in which one of the means tells of that way. */
    private List<String> told(String way, String by) throws IOException {
        Verification.Outcome outcome = outcomes(
                        Objects.requireNonNull(TamperingWays.all().get(way)))
                .get(List.copyOf(means.keySet()).indexOf(by));
        List<String> told = new ArrayList<>(outcome.others());
        outcome.chains().stream()
                .map(Verification.Chain::error)
                .filter(Objects::nonNull)
                .forEach(fault -> told.add(fault.sentence()));
        return told;
    }

    /** Whether that is noticed by each of the means, in a copy of the audit log. */
    private List<Boolean> noticed(Consumer<TamperingWays.Hands> way) throws IOException {
        return outcomes(way).stream().map(outcome -> !outcome.holds()).toList();
    }

    /** What each of the means tells of that, in a copy of the audit log. */
    private List<Verification.Outcome> outcomes(Consumer<TamperingWays.Hands> way) throws IOException {
        DatabaseAddress copy = TestDatabase.H2.fresh();
        Files.copy(master().file(), copy.file());
        try (AuditDatabase database = AuditDatabase.openExisting(copy)) {
            TamperingWays.Hands hands = new TamperingWays.Hands(database, older);
            way.accept(hands);
            if (!hands.done) {
                Evidence.write(database, hands.written);
            }
            return means.values().stream().map(each -> each.of(database)).toList();
        }
    }
}
