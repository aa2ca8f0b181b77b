package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.cli.Folders;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RandomNotes;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.parsing.RuleFile;
import org.noteworthy.playbooks.language.words.Evaluation;
import org.noteworthy.playbooks.language.words.RandomConditions;

/**
 * Random rules on random notes: the engine judges each as our own evaluation does, by which people are told why.
 *
 * <p>{@code -Drandom.batches=20} tries so many batches of rules instead of one, {@code -Drandom.seed=…} others.
 */
class RandomRulesTest {
    private static final int BATCHES = Integer.getInteger("random.batches", 1);
    private static final long SEED = Long.getLong("random.seed", 20_200_512L);
    private static final int FILES = 2;
    private static final int RULES_IN_A_FILE = 40;
    private static final int NOTES = 200;

    @TempDir
    private Path temp;

    private int compared;
    private int violated;

    @Test
    void theEngineJudgesAsWeDo() throws IOException {
        RandomNotes random = new RandomNotes(SEED);
        List<NoteRecord> notes =
                IntStream.range(0, NOTES).mapToObj(i -> random.note("N-" + i)).toList();
        List<Note> read =
                notes.stream().map(RealPlaybook.march2020().parser()::parse).toList();
        RandomConditions conditions = new RandomConditions(SEED, read);
        for (int batch = 0; batch < BATCHES; batch++) {
            conditions.favourOthers();
            Playbook playbook = playbook(batch, conditions);
            Map<Rule, FactPattern> patterns = new LinkedHashMap<>();
            playbook.edition()
                    .rules()
                    .forEach(rule -> patterns.put(
                            rule,
                            playbook.files()
                                    .written(rule)
                                    .orElseThrow()
                                    .patterns()
                                    .get(0)));
            try (Checker checker = new Checker(playbook)) {
                notes.forEach(note -> compare(patterns, checker.checkInDetail(note)));
            }
        }
        System.out.println(
                "seed " + SEED + ": " + compared + " comparisons of rules with notes, " + violated + " violated");
        assertThat(compared).isEqualTo(BATCHES * FILES * RULES_IN_A_FILE * NOTES);
        assertThat(violated).isBetween(compared / 20, compared * 19 / 20);
    }

    private void compare(Map<Rule, FactPattern> patterns, Checked checked) {
        patterns.forEach((rule, pattern) -> {
            boolean ours = Evaluation.of(pattern, checked.note()).holds(pattern.conditions());
            assertThat(ours)
                    .as(() -> "seed " + SEED + ", " + rule.condition() + " on "
                            + checked.note().given())
                    .isEqualTo(checked.violates(rule.id()));
            compared++;
            violated += ours ? 1 : 0;
        });
    }

    private Playbook playbook(int batch, RandomConditions conditions) throws IOException {
        Path edition = temp.resolve("batch" + batch).resolve("2020-03-25");
        Folders.copy(
                Path.of("rules/2020-03-25"),
                Files.createDirectories(edition.getParent()).resolve("2020-03-25"));
        try (var files = Files.newDirectoryStream(edition, "*.drl")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        for (int file = 0; file < FILES; file++) {
            List<String> rules = new ArrayList<>();
            while (rules.size() < RULES_IN_A_FILE) {
                String rule = "rule \"r" + file + "-" + rules.size()
                        + "\" @severity(\"error\") @clause(\"content.status\")\n"
                        + "when\n$note : Note( " + conditions.conditions().replace(", ", ",\n")
                        + " )\nthen report.violation( $note, \"It is so. Change it.\" ); end\n";
                if (RuleFile.read(rule).diagnostics().isEmpty()) {
                    rules.add(rule);
                }
            }
            Files.writeString(edition.resolve("file" + file + ".drl"), String.join("\n", rules));
        }
        Compilation compilation = Library.read(edition, RuleCache.none());
        if (compilation instanceof Compilation.Refused refused) {
            assertThat(refused.diagnostics()).as("seed " + SEED).isEmpty();
        }
        return ((Compilation.Compiled) compilation).playbook();
    }
}
