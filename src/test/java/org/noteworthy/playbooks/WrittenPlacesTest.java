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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.engine.RuleCache;

/** Diagnostics name places of the rule file as it was written, whatever stands in what the engine compiles. */
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
        assertThat(diagnostics())
                .containsExactly(
                        "2020-03-25/several.drl:13:35: There is no property \"presnt\" in status. Maybe you mean"
                                + " present.",
                        "2020-03-25/several.drl:21:19: There is no property \"taged\" in covid. Maybe you mean tagged.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    status > sections        | 19 | "status" is not a value that can be compared.
                    status.length > "a"      | 35 | "status.length" is a number, and "a" is a text: they cannot be
                    status.length + status>7 | 33 | "+" is not expected here. Rules compare; they do not calculate.
                    !status.length           | 20 | "status.length" is a number, which is not true or false by itself.
                    status.content == 7      | 37 | "status.content" is a text, and 7 is a number: they cannot be
                    status.present == "yes"  | 37 | "status.present" is yes or no, and "yes" is a text: they cannot be
                    status.present < true    | 19 | "<" compares numbers, or days written like 2020-03-25, and
                    1 == 1                   | 19 | A comparison begins with a property, such as status.length > 300.
                    status.present.x         | 19 | "status.present.x" asks for more than there is: status.present has
                    status.present()         | 33 | "status.present" is followed by a bracket.
                    prefix.workloads == "EXO" | 19 | "prefix.workloads" is a list of texts. Ask for one of them:
                    !status.length == 7      | 20 | "status.length" is a number, which is not true or false by itself.
                    status.length = 7        | 33 | "=" is not expected here. Write == to compare.
                    status.length > 07       | 35 | "07" is not a number of a rule.
                    status.content == null && !text | 46 | "text" is a text, which is not true or false by itself.
                    """)
    void aConditionThatMeansNothingIsToldByLineAndColumn(String condition, int column, String beginning)
            throws IOException {
        write(
                "several.drl",
                rule("one", " @roles(\"FE, SME\")", SOUND),
                rule("two", " @roles(\"FE, SME\")", condition),
                rule("three", "", SOUND));
        write("sound.drl", rule("sound", " @roles(\"FE\")", SOUND));
        assertThat(diagnostics().get(0)).startsWith("2020-03-25/several.drl:13:" + column + ": " + beginning);
        assertThat(diagnostics()).allMatch(diagnostic -> diagnostic.startsWith("2020-03-25/several.drl:13:"));
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

    private List<String> diagnostics() {
        Compilation compilation = Library.read(edition, RuleCache.none());
        return ((Compilation.Refused) compilation)
                .diagnostics().stream().map(Diagnostic::toString).toList();
    }
}
