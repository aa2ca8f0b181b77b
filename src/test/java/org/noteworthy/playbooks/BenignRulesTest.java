package org.noteworthy.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.playbooks.edition.Rule;

/** Every legal way of writing a rule is accepted, and the engine holds the rules of the file but those named {@code -off}. */
class BenignRulesTest {
    private static final Path FOLDER = Path.of("test-fixtures/benign");

    @TempDir
    private static Path temp;

    private static LoneRules lone;

    @BeforeAll
    static void open() throws IOException {
        lone = new LoneRules(temp);
    }

    @TestFactory
    Stream<DynamicTest> aFileIsAcceptedAndItsRulesAreInTheEngine() throws IOException {
        return LoneRules.filesBelow(FOLDER, ".drl").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> accepted(file)));
    }

    private static void accepted(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        List<String> written = LoneRules.names(content).stream()
                .filter(name -> !name.endsWith("-off"))
                .sorted()
                .toList();
        Compilation compilation = lone.read(content);
        if (compilation instanceof Compilation.Refused refused) {
            assertThat(refused.diagnostics()).as("what is wrong with it").isEmpty();
        }
        Playbook playbook = ((Compilation.Compiled) compilation).playbook();
        assertThat(written).contains(file.getFileName().toString().replace(".drl", ""));
        assertThat(playbook.edition().rules()).extracting(Rule::id).isEqualTo(written);
        assertThat(held(playbook)).isEqualTo(written);
    }

    private static List<String> held(Playbook playbook) {
        return Stream.of(playbook.noteRules(), playbook.engagementRules())
                .map(base -> base.together().getKiePackages())
                .flatMap(packages -> packages.stream())
                .flatMap(rules -> rules.getRules().stream())
                .map(rule -> rule.getName())
                .sorted()
                .toList();
    }
}
