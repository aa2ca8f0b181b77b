package org.noteworthy.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.audit.SmallDisk;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Shell;

/** However little room a disk has, what was answered is in the audit log, whoever opened and closed it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NearlyFullDiskTest {
    private static final int STEPS = 40;
    private static final long STEP = 160 << 10;

    /** Where there is room, a write comes to its end however busy the machine is. */
    private static final Duration WITH_ROOM = Duration.ofMinutes(1);

    @TempDir
    static Path master;

    @TempDir
    static Path elsewhere;

    private SmallDisk disk;
    private Set<String> before;

    /** Each verb that only asks, and how it ends. */
    private static List<List<String>> questions(String decision, String cache) {
        return List.of(
                List.of("verify"),
                List.of("list", "--limit", "3"),
                List.of("show", decision),
                List.of("summary"),
                List.of("export"),
                List.of("replay", "--note", "N-1", "--cache", cache),
                List.of("checkpoints"),
                List.of("holds"),
                List.of("prune", "--keep-at-most", "10", "--dry-run"));
    }

    @BeforeAll
    void recordMuchInManyWrites() throws IOException {
        disk = SmallDisk.mounted();
        before = Recorded.untilRefused(DatabaseAddress.embedded(master.resolve("audit")), 600, WITH_ROOM, () -> {});
        assertThat(before).hasSize(600);
    }

    @AfterAll
    void unmount() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatWasAnsweredIsThere() {
        return rooms().mapToObj(room -> test(room, () -> {
            disk.clear();
            disk.leave(64 << 20);
            DatabaseAddress address = DatabaseAddress.embedded(disk.folder().resolve("audit"));
            Set<String> answered = Recorded.untilRefused(address, 300, WITH_ROOM, () -> disk.leave(room));
            assertThat(answered).hasSize(300);
            answered.addAll(Recorded.untilRefused(address, 60, Duration.ofMillis(200), () -> {}));
            assertThere(answered);
        }));
    }

    @TestFactory
    Stream<DynamicTest> whoeverOnlyAsksChangesNothing() {
        return rooms().mapToObj(room -> test(room, () -> {
            lay();
            disk.leave(room);
            Map<String, String> untouched = files();
            String decision = before.iterator().next();
            for (List<String> question :
                    questions(decision, elsewhere.resolve("cache").toString())) {
                Shell.Said said = audit(question);
                assertThat(said.status()).as(question + ": " + said).isEqualTo(Exit.FINE);
                assertThat(files()).as(question.toString()).isEqualTo(untouched);
            }
            assertThere(before);
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsKeptIsThereAfterPruning() {
        return rooms().filter(room -> room % (5 * STEP) == 0)
                .mapToObj(room -> test(room, () -> {
                    lay();
                    disk.leave(room);
                    List<String> newest = new ArrayList<>(before).subList(before.size() - 200, before.size());
                    Shell.Said said = audit(List.of("prune", "--keep-at-most", "200"));
                    assertThat(said.status()).as(said.toString()).isIn(Exit.FINE, Exit.UNUSABLE);
                    assertThat(said.side()).doesNotContain("Exception");
                    assertThere(new HashSet<>(newest));
                    long size = Files.size(disk.folder().resolve("audit.mv.db"));
                    long whole = Files.size(master.resolve("audit.mv.db"));
                    if (said.status() == Exit.FINE && said.side().isEmpty()) {
                        assertThat(size).isLessThan(whole / 2);
                    } else {
                        assertThat(said.side()).containsAnyOf("there is no room for a second one", "No space left");
                        assertThat(size).isGreaterThanOrEqualTo(whole);
                    }
                }));
    }

    private static LongStream rooms() {
        return IntStream.range(0, STEPS).mapToLong(step -> step * STEP);
    }

    private static DynamicTest test(long room, Executable executable) {
        return DynamicTest.dynamicTest((room >> 10) + " KB of room", executable);
    }

    private Shell.Said audit(List<String> question) {
        List<String> arguments = new ArrayList<>(List.of("audit"));
        arguments.addAll(question);
        arguments.addAll(List.of("--database", disk.folder().resolve("audit").toString()));
        return Shell.run(arguments.toArray(String[]::new));
    }

    private void lay() throws IOException {
        disk.clear();
        disk.leave(64 << 20);
        copy(master, disk.folder());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(disk.folder())) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), hash(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks into a copy where there is room, so that nothing but the bytes counts. */
    private void assertThere(Set<String> answered) throws IOException {
        Path copy = Files.createTempDirectory(elsewhere, "copy");
        copy(disk.folder(), copy);
        DatabaseAddress address = DatabaseAddress.embedded(copy.resolve("audit"));
        assertThat(Recorded.ids(address)).containsAll(answered);
        Shell.Said proof = Shell.run("audit", "verify", "--database", address.where());
        assertThat(proof.status()).as(proof.toString()).isEqualTo(Exit.FINE);
    }
}
