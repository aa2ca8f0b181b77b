package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that another build of the product compiled are not used: an older one may have compiled them wrongly. */
class OtherBuildTest {
    private static final Path SOURCE = Path.of("src/main/java/org/noteworthy/playbooks/language/CompilableText.java");

    @TempDir
    private Path temp;

    private Path note;

    @BeforeEach
    void writeANote() throws IOException {
        note = temp.resolve("note.md");
        Files.writeString(note, "[EXO]\nSTATUS: On track\nSUMMARY: Met.\nNEXT ACTION: Call on Friday.\n");
    }

    @Test
    void ofAnotherFolderOfClasses() throws Exception {
        theRightBuildGivesTheRightVerdictAfterTheOther(build(), otherBuild());
    }

    @Test
    void ofAnotherJar() throws Exception {
        theRightBuildGivesTheRightVerdictAfterTheOther(
                jar(build(), temp.resolve("right.jar")), jar(otherBuild(), temp.resolve("other.jar")));
    }

    private void theRightBuildGivesTheRightVerdictAfterTheOther(Path right, Path other) throws Exception {
        assertThat(check(other)).contains("status-allowed STATUS starts with \"On track\"");
        assertThat(cached()).hasSize(1);
        assertThat(check(right)).contains("1 note, 1 compliant").doesNotContain("status-allowed");
        List<String> both = cached();
        assertThat(both).hasSize(2);
        assertThat(check(right)).contains("1 note, 1 compliant");
        assertThat(check(other)).contains("status-allowed STATUS starts with \"On track\"");
        assertThat(cached()).as("what is cached, with its time").isEqualTo(both);
    }

    /** Where the product's own classes lie. */
    private static Path build() throws URISyntaxException {
        return Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** A copy of the product whose compiler forgets every negation. */
    private Path otherBuild() throws IOException, URISyntaxException {
        Path other = temp.resolve("other");
        Folders.copy(build(), other);
        String text = Files.readString(SOURCE);
        Path altered = temp.resolve("CompilableText.java");
        Files.writeString(altered, text);
        Folders.replace(altered, "text.append(\"!\");", "text.append(\"\");");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        other.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-proc:none",
                        "-nowarn",
                        altered.toString());
        assertThat(failed).isZero();
        return other;
    }

    private static Path jar(Path folder, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                entries.putNextEntry(new JarEntry(folder.relativize(file).toString()));
                Files.copy(file, entries);
            }
        }
        return jar;
    }

    /** What {@code check} says of the note in a process of its own. */
    private String check(Path product) throws IOException, InterruptedException, URISyntaxException {
        String own = build().toString();
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(place -> !place.equals(own))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", product + File.pathSeparator + libraries, Main.class.getName(), "check"));
        command.addAll(List.of("--cache", temp.resolve("cache").toString(), "--playbook", "2020-05-12"));
        command.add(note.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isLessThan(2);
        return said;
    }

    /** The entries of the cache, each with the time at which it was written. */
    private List<String> cached() throws IOException {
        List<String> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(temp.resolve("cache"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                entries.add(file.getFileName() + " " + Files.getLastModifiedTime(file));
            }
        }
        return entries;
    }
}
