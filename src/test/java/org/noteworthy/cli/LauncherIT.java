package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.audit.SmallDisk;

/** The launcher, in a locale that knows no other letters than those of English. */
class LauncherIT {
    private static final String NOTE = "[EXO]\nSTATUS: On track\nSUMMARY: Call.\nNEXT ACTION: Call on Monday.\n";

    @TempDir
    private Path temp;

    @Test
    void namesOfFilesMayHaveAnyLetters() throws IOException, InterruptedException {
        Path note = Files.writeString(
                Files.createDirectory(temp.resolve("B\u00fccher")).resolve("\u30ce\u30fc\u30c8.md"), NOTE);
        Path report = temp.resolve("\u5831\u544a.json");
        String said =
                run(List.of("./noteworthy", "check", "--format", "json", "-o", report.toString(), note.toString()));
        assertThat(said).doesNotContain("problem").doesNotContain("no such file");
        assertThat(report).content().contains("\u30ce\u30fc\u30c8.md").contains("\"compliant\": true");
        assertThat(run(List.of(
                        "./noteworthy", "check", temp.resolve("\u00dcber.md").toString())))
                .contains("\u00dcber.md: there is no such file.");
    }

    @Test
    void theProductMayLieUnderAnyName() throws IOException, InterruptedException {
        Path home = freshlyBuilt("Gr\u00f6\u00dfe \u4f1a\u8b70");
        Path note = Files.writeString(temp.resolve("note.md"), NOTE);
        assertThat(run(List.of("sh", home.resolve("noteworthy").toString(), "check", note.toString())))
                .contains("1 note, 1 compliant");
    }

    @Test
    void whoWaitsAtATerminalIsToldWhyTheFirstStartTakesLonger() throws IOException, InterruptedException {
        String check = "sh " + freshlyBuilt("terminal").resolve("noteworthy") + " check "
                + Files.writeString(temp.resolve("note.md"), NOTE);
        List<String> atATerminal = List.of("script", "--quiet", "--return", "--command", check, "/dev/null");
        assertThat(run(atATerminal)).contains("getting ready for quick starts").contains("1 note, 1 compliant");
        assertThat(run(atATerminal)).doesNotContain("getting ready").contains("1 note, 1 compliant");
    }

    @Test
    void aScriptReadsNothingButTheReportAlsoAtTheFirstStart() throws IOException, InterruptedException {
        String check = freshlyBuilt("script").resolve("noteworthy").toString();
        Path note = Files.writeString(temp.resolve("note.md"), NOTE);
        String first = run(List.of("sh", check, "check", "--format", "text", note.toString()));
        assertThat(first).isEqualTo(run(List.of("sh", check, "check", "--format", "text", note.toString())));
    }

    @Test
    void aSpoiltArchiveOfClassesOrJarOfLibrariesIsMadeAnew() throws IOException, InterruptedException {
        Path home = freshlyBuilt("spoilt");
        Path note = Files.writeString(temp.resolve("note.md"), NOTE);
        List<String> check = List.of("sh", home.resolve("noteworthy").toString(), "check", note.toString());
        assertThat(run(check)).contains("1 note, 1 compliant");
        Path archive = archives(home).get(0);
        long size = Files.size(archive);
        archive.toFile().setWritable(true);
        Files.writeString(archive, "not classes at all");
        assertThat(run(check)).contains("1 note, 1 compliant");
        assertThat(archives(home)).singleElement().isEqualTo(archive);
        assertThat(Files.size(archive)).isGreaterThan(size / 2);
        Path libraries = home.resolve("target/libraries.jar");
        long whole = Files.size(libraries);
        Files.writeString(libraries, "no libraries at all");
        assertThat(run(check)).contains("1 note, 1 compliant");
        assertThat(Files.size(libraries)).isEqualTo(whole);
    }

    /** As after a copy of the folder from a machine with another Java; nothing tells the launcher. */
    @Test
    void anArchiveThatThisJavaCannotUseIsLeftAlone() throws IOException, InterruptedException {
        Path home = freshlyBuilt("copied");
        Path note = Files.writeString(temp.resolve("note.md"), NOTE);
        List<String> check = List.of("sh", home.resolve("noteworthy").toString(), "check", note.toString());
        String said = run(check);
        assertThat(said).contains("1 note, 1 compliant");
        Path archive = archives(home).get(0);
        FileTime made = Files.getLastModifiedTime(archive);
        archive.toFile().setWritable(true);
        byte[] classes = Files.readAllBytes(archive);
        Arrays.fill(classes, 0, 64, (byte) 1);
        Files.write(archive, classes);
        Files.setLastModifiedTime(archive, made);
        assertThat(run(check)).isEqualTo(said);
    }

    @Test
    void itsFolderMayBeReadOnly() throws IOException, InterruptedException {
        Path home = freshlyBuilt("read-only");
        Path note = Files.writeString(temp.resolve("note.md"), NOTE);
        List<String> check = List.of("sh", home.resolve("noteworthy").toString(), "check", note.toString());
        try (SmallDisk disk = SmallDisk.mounted()) {
            Path app = home.resolve("target/quarkus-app");
            Files.createSymbolicLink(disk.folder().resolve("quarkus-app"), Files.readSymbolicLink(app));
            Files.delete(app);
            Files.delete(home.resolve("target"));
            Files.createSymbolicLink(home.resolve("target"), disk.folder());
            disk.readOnly();
            assertThat(run(check)).contains("1 note, 1 compliant").doesNotContain("Read-only", "ermission", "cannot");
            assertThat(archives(home)).isEmpty();
        }
    }

    @Test
    void twoMayStartForTheFirstTimeAtOnce() throws Exception {
        Path home = freshlyBuilt("two");
        Path note = Files.writeString(temp.resolve("note.md"), NOTE);
        List<String> check = List.of("sh", home.resolve("noteworthy").toString(), "check", note.toString());
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<String> start = () -> run(check);
            for (Future<String> said : both.invokeAll(List.of(start, start))) {
                assertThat(said.get()).contains("1 note, 1 compliant");
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(archives(home)).hasSize(1);
        try (Stream<Path> left = Files.list(home.resolve("target"))) {
            assertThat(left).noneMatch(each -> each.toString().contains(".new"));
        }
    }

    private static List<Path> archives(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("target"))) {
            return files.filter(each -> each.toString().endsWith(".jsa")).toList();
        }
    }

    /** A place where the product was just built, and nothing was started yet. */
    private Path freshlyBuilt(String name) throws IOException {
        Path home = Files.createDirectory(temp.resolve(name));
        Files.copy(Path.of("noteworthy"), home.resolve("noteworthy"));
        Files.createDirectory(home.resolve("target"));
        for (String part : List.of("target/quarkus-app", "rules")) {
            Files.createSymbolicLink(home.resolve(part), Path.of(part).toAbsolutePath());
        }
        return home;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Stream.of("LANG", "LC_CTYPE").forEach(builder.environment()::remove);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
