package org.noteworthy.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.audit.Keys;
import org.noteworthy.audit.change.Changed;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.Sql;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Shell;

/** What {@code audit changes} prints and writes, and how that is proven. */
class AuditChangesTest {
    private static final Keys KEYS = Keys.fresh();

    @TempDir
    static Path folder;

    private static DatabaseAddress address;

    @BeforeAll
    static void changeThePolicy() {
        address = DatabaseAddress.embedded(folder.resolve("audit"));
        try (AuditDatabase database = AuditDatabase.open(address)) {
            Changed.write(database, KEYS.secret(), 3);
        }
    }

    private static Shell.Said audit(String... arguments) {
        return Shell.run(
                Stream.of(Stream.of("audit"), Arrays.stream(arguments), Stream.of("--database", address.where()))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    @Test
    void changesAreToldNewestFirstOnAScreen() {
        Shell.Said first = audit("changes", "--limit", "2");
        assertThat(first.status()).isEqualTo(Exit.FINE);
        assertThat(first.out())
                .startsWith("Policy change 3: 2020-03-25 published\n  time         2020-06-02T12:00:02Z\n")
                .contains(
                        "  by           ada (api-key)\n",
                        "  reason       Roles of June\n",
                        "  from         " + Changed.digest(2) + "\n",
                        "  to           " + Changed.digest(3) + "\n",
                        "  files        tables/roles.csv changed\n",
                        "  effect       3 of 40 notes are newly violated. Looked at: 40 of 40 notes.\n",
                        "  approved by  grace (openid), 2020-06-02T11:59:00Z,\n",
                        "  signed       yes\n",
                        "\nPolicy change 2: ")
                .doesNotContain("Policy change 1:");
        assertThat(first.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(first.side()).contains("there are more. Go on with the same --edition and --cursor 2");
        assertThat(audit("changes", "--cursor", "2").out())
                .startsWith("Policy change 1: ")
                .contains("  from         nothing\n", "  files        guidance.md added, tables/roles.csv added\n");
        assertThat(audit("changes", "--edition", "2020-05-12").side()).contains("no matching policy changes.");
    }

    @Test
    void whatIsAskedWrongIsRefusedInASentence() {
        assertThat(audit("changes", "--limit", "0").side()).contains("--limit is a number from 1 to 1000, not 0.");
        assertThat(audit("changes", "--cursor", "x").side()).contains("Invalid cursor.");
        Shell.Said both = audit("changes", "--format", "text", "-o", "file");
        assertThat(both.status()).isEqualTo(Exit.UNUSABLE);
        assertThat(both.side()).contains("Leave --format text out, or -o.");
    }

    @Test
    void anExportIsTheLinesAsRecordedAndIsProvenByKeptCheckpoints() throws IOException {
        Path file = folder.resolve("changes.ndjson");
        Path kept = folder.resolve("kept.ndjson");
        assertThat(audit("changes", "-o", file.toString()).side()).contains("3 policy changes in " + file);
        assertThat(audit("changes", "--format", "ndjson").out()).isEqualTo(Files.readString(file));
        assertThat(audit("checkpoints", "-o", kept.toString()).side()).contains("3 checkpoints in " + kept);
        Shell.Said proven = Shell.run(
                "audit",
                "verify",
                file.toString(),
                "--checkpoints",
                kept.toString(),
                "--key",
                KEYS.publicFile().toString());
        assertThat(proven.out()).isEqualTo("policy changes: 3 policy changes, 3 checkpoints. All as recorded.\n");
        List<String> lines = Files.readAllLines(file);
        Path spoilt = Files.write(folder.resolve("spoilt.ndjson"), List.of(lines.get(0), lines.get(2)));
        Shell.Said found = Shell.run("audit", "verify", spoilt.toString());
        assertThat(found.status()).isEqualTo(Exit.FOUND);
        assertThat(found.out()).contains("Policy change 2 of policy changes was removed.");
    }

    @Test
    void theAuditLogIsProvenWithTheKeyAndWithNoOther() {
        assertThat(audit("verify", "--key", KEYS.publicFile().toString()).out())
                .isEqualTo("policy changes: 3 policy changes, 3 checkpoints. All as recorded.\n");
        Shell.Said other = audit("verify", "--key", Keys.fresh().publicFile().toString());
        assertThat(other.status()).isEqualTo(Exit.FOUND);
        assertThat(other.out())
                .contains("Checkpoint 1 of policy changes at policy change 1 is not signed by that key.");
    }

    @Test
    void aChangeThatWasTamperedWithIsNotTold() throws IOException {
        DatabaseAddress copy = DatabaseAddress.embedded(folder.resolve("tampered"));
        Files.copy(address.file(), copy.file());
        try (AuditDatabase database = AuditDatabase.openExisting(copy)) {
            database.with(connection -> {
                new Sql(connection).update("update policy_change set edition = '2020-05-12' where seq = 2");
                return true;
            });
        }
        Shell.Said told = Shell.run("audit", "changes", "--database", copy.where());
        assertThat(told.status()).isEqualTo(Exit.UNUSABLE);
        assertThat(told.side())
                .contains("Policy change 2 is not as it was recorded. noteworthy audit verify says more.");
        assertThat(Shell.run("audit", "verify", "--database", copy.where()).out())
                .contains("What the audit log says of policy change 2 beside its line was changed");
    }
}
