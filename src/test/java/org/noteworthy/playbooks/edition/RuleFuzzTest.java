package org.noteworthy.playbooks.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.noteworthy.playbooks.LoneRules;
import org.noteworthy.playbooks.engine.RuleCompiler;
import org.noteworthy.playbooks.language.WrittenRule;

/**
 * Rule files that were changed at random, from those that are sound and those that are hostile: each is read or refused,
 * soon and without a fault, and whatever is accepted compiles to classes that reach nothing but what rules can say.
 *
 * <p>{@code -Dfuzz.mutants=50000} tries so many instead of two thousand, {@code -Dfuzz.seed=…} others.
 */
class RuleFuzzTest {
    private static final int MUTANTS = Integer.getInteger("fuzz.mutants", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_200_325L);
    private static final int TOGETHER = 50;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> SCRAPS = List.of(
            "\"",
            "\\",
            "(",
            ")",
            "!",
            "||",
            "&&",
            ",",
            ";",
            "\n",
            "//",
            "/*",
            "*/",
            "then",
            "end",
            "when",
            "rule",
            "not",
            "exists",
            "$note",
            ".",
            "==",
            "matches",
            "in",
            "\\u0022",
            "null",
            "-",
            "0",
            "999999999999",
            "eval(",
            "from",
            "@",
            "System.gc()",
            "report",
            "import java.io.File;",
            "\u202E",
            "'",
            "[",
            "]",
            "{",
            "}",
            "status.present",
            "prefix.workloads",
            "contains");

    private final Random random = new Random(SEED);
    private final List<String> files = new ArrayList<>();
    private final List<ReadRule> accepted = new ArrayList<>();
    private int compiled;

    @Test
    void isRefusedOrReachesNothing() throws IOException {
        for (String folder : List.of("rules", "test-fixtures/benign", "test-fixtures/hostile")) {
            for (Path file : LoneRules.filesBelow(Path.of(folder), ".drl")) {
                files.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n'));
            }
        }
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutant();
            String what = "mutant " + i + " of seed " + SEED + ":\n" + mutant;
            assertTimeoutPreemptively(SOON, () -> read(mutant), what);
            if (accepted.size() >= TOGETHER) {
                compile();
            }
        }
        compile();
        System.out.println("seed " + SEED + ": " + MUTANTS + " mutants, " + compiled + " rules of them accepted");
        assertThat(compiled).isPositive();
    }

    private void read(String mutant) {
        Diagnostics diagnostics = new Diagnostics("fuzz");
        List<ReadRule> rules = RuleReader.read("fuzz.drl", mutant, diagnostics);
        if (diagnostics.sorted().stream()
                .allMatch(diagnostic -> diagnostic.sentence().contains("Give both the same name"))) {
            rules.forEach(rule -> accepted.add(named(rule, "fuzz-" + (compiled + accepted.size()))));
        }
    }

    private static ReadRule named(ReadRule read, String name) {
        WrittenRule written = read.written();
        return new ReadRule(
                new WrittenRule(
                        name,
                        written.about(),
                        written.annotations(),
                        written.enabled(),
                        written.patterns(),
                        written.consequence(),
                        written.at(),
                        written.nameAt(),
                        written.conditionAt()),
                read.rule());
    }

    /** The compiler holds what it makes against the closed list, and refuses the rest. */
    private void compile() {
        List<RuleCompiler.Source> sources = accepted.stream()
                .map(rule -> RuleCompiler.Source.of("fuzz.drl", List.of(rule)))
                .toList();
        if (!sources.isEmpty()) {
            Diagnostics diagnostics = new Diagnostics("fuzz");
            assertThat(RuleCompiler.compile(sources, diagnostics))
                    .as(() -> "seed " + SEED + ", " + diagnostics.sorted() + " among\n"
                            + String.join(
                                    "\n",
                                    sources.stream()
                                            .map(RuleCompiler.Source::text)
                                            .toList()))
                    .isPresent();
        }
        compiled += accepted.size();
        accepted.clear();
    }

    private String mutant() {
        StringBuilder text = new StringBuilder(any());
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
                case 2 -> text.insert(at, text.substring(at, end));
                case 3 -> {
                    if (at < text.length()) {
                        text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x3000));
                    }
                }
                default -> {
                    String other = any();
                    int from = random.nextInt(other.length() + 1);
                    text.replace(at, end, other.substring(from, Math.min(other.length(), from + random.nextInt(60))));
                }
            }
        }
        return text.toString();
    }

    private String any() {
        return files.get(random.nextInt(files.size()));
    }
}
