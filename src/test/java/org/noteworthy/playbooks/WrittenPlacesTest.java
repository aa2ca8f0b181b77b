package org.noteworthy.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flaws name places of the rule file as it was written, whatever stands in what the engine compiles. */
class WrittenPlacesTest {
    private static final String SOUND = "status.present";

    @TempDir
    private Path temp;

    private Path edition;

    /** An edition whose only rules are those of the test. */
    @BeforeEach
    void copy() throws IOException {
        Path source = Path.of("rules/2020-03-25");
        edition = temp.resolve("2020-03-25");
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = edition.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.toString().endsWith(".drl")) {
                    Files.copy(path, target);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " @roles(\"FE, SME\")", " @roles(\"FE\") @needs(\"noteType, writtenOn\")"})
    void anUnknownPropertyIsToldByLineAndColumn(String scope) throws IOException {
        write(
                "several.drl",
                rule("one", scope, SOUND),
                rule("two", scope, SOUND + ", status.presnt"),
                rule("three", "", "covid.taged"));
        assertThat(flaws())
                .containsExactly(
                        "2020-03-25/several.drl:13:35: There is no property \"presnt\" in status. Maybe you mean"
                                + " present.",
                        "2020-03-25/several.drl:21:19: There is no property \"taged\" in covid. Maybe you mean tagged.");
    }

    /** The compiler by itself tells a line for the last of these alone, and then for one rule only. */
    @ParameterizedTest
    @ValueSource(
            strings = {"status > sections", "status.length > \"a\"", "status.length + status > 7", "!status.length"})
    void whatTheCompilerRefusesIsToldByTheRulesLine(String condition) throws IOException {
        write(
                "several.drl",
                rule("one", " @roles(\"FE, SME\")", SOUND),
                rule("two", " @roles(\"FE, SME\")", condition),
                rule("three", "", condition),
                rule("four", "", SOUND));
        write("sound.drl", rule("sound", " @roles(\"FE\")", SOUND));
        assertThat(flaws())
                .extracting(flaw -> flaw.replaceAll(": A condition compares what cannot be compared.*", ""))
                .containsExactly("2020-03-25/several.drl:10", "2020-03-25/several.drl:18");
    }

    /** Eight lines, the rule's own being the second and its pattern the fifth. */
    private static String rule(String id, String scope, String condition) {
        return "// Asks for nothing.\nrule \"" + id + "\"\n    @severity(\"error\") @clause(\"content.status\")" + scope
                + "\nwhen\n    $note : Note( " + condition
                + " )\nthen\n    report.violation( $note.status, \"Amiss.\" );"
                + "\nend\n";
    }

    private void write(String file, String... rules) throws IOException {
        Files.writeString(edition.resolve(file), String.join("", rules));
    }

    private List<String> flaws() {
        Compilation compilation = Library.read(edition, RuleCache.none());
        return ((Compilation.Refused) compilation)
                .flaws().stream().map(Flaw::toString).toList();
    }
}
