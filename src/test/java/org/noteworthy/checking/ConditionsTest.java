package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.cli.Folders;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.language.DrlText;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.parsing.RuleFile;
import org.noteworthy.playbooks.language.words.Evaluation;

/** Every kind of condition that the language of rules has, judged by the engine on one note. */
class ConditionsTest {
    private static final String TEXT = "[EXO+TEAMS]\nSTATUS: On track, „grün“ 緑\nSUMMARY: Moved 300 \"mail\" boxes\\.\n"
            + "NEXT ACTION: Call on Monday";

    private static final Map<String, Boolean> CONDITIONS = new LinkedHashMap<>();

    static {
        yes("status.present");
        no("!status.present");
        yes("!nextAction.past");
        yes("status.present == true");
        no("status.present != true");
        yes("status.present == status.allowed");
        yes("status.length == 18");
        no("status.length != 18");
        yes("status.length > 17, status.length >= 18, status.length < 19, status.length <= 18");
        no("status.length > 18");
        yes("status.length > -1");
        yes("status.length < limits.statusCharacters");
        yes("status.selected == \"on-track\"");
        no("status.selected != \"on-track\"");
        yes("status.content == \"On track, „grün“ 緑\"");
        yes("summary.content == \"Moved 300 \\\"mail\\\" boxes\\\\.\"");
        yes("author == null");
        no("author != null");
        no("author == \"A\"");
        yes("author != \"A\"");
        yes("status.selected in ( \"paused\", \"on-track\" )");
        no("status.selected not in ( \"paused\", \"on-track\" )");
        yes("status.selected not in ( \"paused\" )");
        yes("status.length in ( 17, 18 )");
        yes("author not in ( \"A\" )");
        no("author in ( \"A\" )");
        yes("status.content contains \"track\"");
        no("status.content not contains \"track\"");
        yes("status.content not contains \"Track\"");
        no("author contains \"A\"");
        yes("author not contains \"A\"");
        no("status.content contains author");
        yes("status.content not contains author");
        no("author memberOf prefix.workloads, author str[endsWith] status.content");
        yes("author not memberOf prefix.workloads");
        yes("!( author str[startsWith] \"A\" )");
        no("prefix.workloads contains author");
        yes("prefix.workloads contains \"EXO\", prefix.workloads contains \"TEAMS\"");
        no("prefix.workloads contains \"SPO\"");
        yes("prefix.workloads not contains \"SPO\"");
        yes("\"EXO\" memberOf prefix.workloads");
        no("\"EXO\" not memberOf prefix.workloads");
        yes("\"SPO\" not memberOf prefix.workloads");
        no("status.selected memberOf prefix.workloads");
        yes("status.content matches \"On.*\"");
        no("status.content matches \"On\"");
        no("status.content not matches \"On.*\"");
        yes("status.content not matches \"on.*\"");
        yes("summary.content matches \"Moved \\\\d+ \\\"mail\\\" .*\"");
        no("author matches \".*\"");
        yes("status.content str[startsWith] \"On\", status.content str[endsWith] \"緑\"");
        no("status.content str[startsWith] \"on\"");
        no("author str[startsWith] \"A\"");
        yes("status.present && status.allowed");
        no("status.present && !status.allowed");
        yes("!status.present || status.allowed");
        no("!status.present || !status.allowed");
        yes("!( status.present && !status.allowed )");
        no("!( !status.present || status.allowed )");
        yes("!( status.length > 18 )");
        yes("status.length > 18 || status.length == 18 && status.present");
        no("( status.length > 18 || status.length == 18 ) && !status.present");
        yes("( status.content matches \"x\" || status.content matches \"O.*\" ) && !( author == \"A\" )");
        no("!( status.content matches \"O.*\" )");
        yes("!( status.selected in ( \"paused\" ) ) && ( prefix.core || prefix.known )");
        yes("( prefix.core || prefix.known ), ( prefix.exact || prefix.core ), ( !covid.tagged || covid.related )");
        yes("!( prefix.core || ( covid.tagged && covid.related ) || author contains \"A\" )");
        yes("status.content != summary.content");
        yes("status.content < \"P\"");
        yes("status.content >= \"On\"");
        no("status.content > \"P\"");
        no("nextAction.lastDate < \"2020-05-01\"");
        no("nextAction.lastDate >= \"2020-05-01\"");
        yes("$note.status.present");
    }

    @TempDir
    private static Path temp;

    private static Set<String> violated = new TreeSet<>();

    @SuppressWarnings("NullAway.Init")
    private static Playbook playbook;

    private static void yes(String condition) {
        CONDITIONS.put(condition, true);
    }

    private static void no(String condition) {
        CONDITIONS.put(condition, false);
    }

    @BeforeAll
    static void check() throws IOException {
        Path edition = temp.resolve("2020-03-25");
        Folders.copy(Path.of("rules/2020-03-25"), edition);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(edition, "*.drl")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        List<String> conditions = List.copyOf(CONDITIONS.keySet());
        for (int i = 0; i < conditions.size(); i++) {
            Files.writeString(
                    edition.resolve("c" + i + ".drl"),
                    "rule \"c" + i + "\" @severity(\"error\") @clause(\"content.status\") when $note : Note( "
                            + conditions.get(i) + " ) then report.violation( $note, \"It is so.\" ); end");
        }
        Compilation compilation = Library.read(edition, RuleCache.none());
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        playbook = ((Compilation.Compiled) compilation).playbook();
        try (Checker checker = new Checker(playbook)) {
            violated = checker.check(NoteRecord.of("n", TEXT)).violations().stream()
                    .map(Violation::rule)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @TestFactory
    Stream<DynamicTest> isTrueOrNot() {
        List<String> conditions = List.copyOf(CONDITIONS.keySet());
        return conditions.stream()
                .map(condition -> DynamicTest.dynamicTest(
                        condition,
                        () -> assertThat(violated.contains("c" + conditions.indexOf(condition)))
                                .isEqualTo(CONDITIONS.get(condition))));
    }

    @TestFactory
    Stream<DynamicTest> isEvaluatedAsTheEngineJudges() {
        Note note = playbook.parser().parse(NoteRecord.of("n", TEXT));
        return playbook.edition().rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.condition(), () -> {
                    FactPattern pattern = playbook.files()
                            .written(rule)
                            .orElseThrow()
                            .patterns()
                            .get(0);
                    assertThat(Evaluation.of(pattern, note).holds(pattern.conditions()))
                            .isEqualTo(violated.contains(rule.id()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> meansTheSameWrittenAgain() {
        Note note = playbook.parser().parse(NoteRecord.of("n", TEXT));
        return playbook.edition().rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.condition(), () -> {
                    String again = DrlText.of(playbook.files().written(rule).orElseThrow());
                    RuleFile read = RuleFile.read(again);
                    assertThat(read.diagnostics()).isEmpty();
                    FactPattern pattern = read.rules().get(0).patterns().get(0);
                    assertThat(Evaluation.of(pattern, note).holds(pattern.conditions()))
                            .isEqualTo(violated.contains(rule.id()));
                    assertThat(DrlText.of(read.rules().get(0))).isEqualTo(again);
                }));
    }
}
