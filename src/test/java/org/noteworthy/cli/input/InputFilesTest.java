package org.noteworthy.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.noteworthy.input.Shown;

/**
 * Each file under {@code src/test/resources/input} reads as the {@code .expected} file beside it says, warnings,
 * entries and failures word for word. {@code -Dfixtures.update} writes what it reads now.
 */
class InputFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/input");
    private static final String EXPECTED = ".expected";

    @TestFactory
    Stream<DynamicTest> everyFileReadsAsExpected() throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(FOLDER)) {
            inputs = files.filter(
                            file -> !name(file).startsWith(".") && !name(file).endsWith(EXPECTED))
                    .sorted()
                    .toList();
        }
        assertThat(inputs).hasSizeGreaterThan(40);
        return inputs.stream().map(file -> DynamicTest.dynamicTest(name(file), () -> compare(file)));
    }

    @TestFactory
    Stream<DynamicTest> everyExpectationHasItsFile() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> name(file).endsWith(EXPECTED)).toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            name(file),
                            () -> assertThat(FOLDER.resolve(name(file).replace(EXPECTED, "")))
                                    .exists()));
        }
    }

    private static void compare(Path file) throws IOException {
        Path expected = FOLDER.resolve(name(file) + EXPECTED);
        String read =
                String.join("\n", Shown.all(file.toString(), Shown.options())).replace(FOLDER + "/", "") + "\n";
        if (System.getProperty("fixtures.update") != null) {
            Files.writeString(expected, read, StandardCharsets.UTF_8);
        }
        assertThat(read).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
