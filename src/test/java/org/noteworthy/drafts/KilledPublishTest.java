package org.noteworthy.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.cli.Folders;

/**
 * A process that publishes ends at any moment: what is in force is what was or what was to be, as a whole, and the audit log
 * tells which. {@code -Dpublish.kills} says how often it is killed, {@code -Dpublish.seed} when.
 */
class KilledPublishTest {
    private static final int KILLS = Integer.getInteger("publish.kills", 10);
    private static final int LONGEST_LIFE = 2_500;
    private static final int MOST_STEPS = 25;
    private static final int LONGEST_STEP = 20;

    private final Set<String> steps = Set.of(
            "journal", "staged", "recorded", "ready", "switched", "in place", "removed", "forgotten", "fixtures");

    @TempDir
    Path folder;

    private SortedMap<String, byte[]> original = new TreeMap<>();

    private void lay() throws IOException {
        Folders.copyEdition(DraftPlace.EDITION, folder.resolve("rules").resolve(DraftPlace.EDITION));
        original = read();
    }

    private SortedMap<String, byte[]> read() {
        return LeftBehind.readBy(folder.resolve("rules"), DraftPlace.EDITION)
                .orElseThrow(() -> new AssertionError("The edition is missing"));
    }

    @Test
    void whatIsInForceIsWholeWheneverItIsKilled() throws Exception {
        lay();
        long seed = Long.getLong("publish.seed", System.nanoTime());
        System.out.println(KILLS + " kills by -Dpublish.seed=" + seed);
        Random random = new Random(seed);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger looks = new AtomicInteger();
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Thread reader = new Thread(() -> {
            while (!over.get()) {
                String said;
                try {
                    said = LeftBehind.numberOf(read(), original);
                } catch (RuntimeException | AssertionError e) {
                    said = "At look " + looks + ": " + e;
                }
                looks.incrementAndGet();
                if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(said)) {
                    seen.add(said);
                }
            }
        });
        reader.start();
        try {
            for (int i = 0; i < KILLS; i++) {
                kill(random);
            }
        } finally {
            over.set(true);
            reader.join();
        }
        assertThat(seen).allMatch(LeftBehind::isNumber);
        assertNothingIsLeft();
        System.out.println(looks + " looks saw " + seen.size() + " changes of the edition");
    }

    /**
     * Lets it publish for a while, mostly until a moment after some step, where there is most to lose; now and then it does
     * not even come to end what was broken off.
     */
    private void kill(Random random) throws Exception {
        int life = random.nextInt(LONGEST_LIFE);
        Process process = start(List.of(String.valueOf(random.nextLong())));
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            if (random.nextInt(5) > 0) {
                String line = said.readLine();
                while (steps.contains(line)) { // those of what was broken off
                    line = said.readLine();
                }
                assertThat(line).as(this::errors).isEqualTo(PublishingProcess.RECOVERED);
                if (random.nextInt(3) > 0) {
                    for (int step = random.nextInt(MOST_STEPS); step >= 0; step--) {
                        assertThat(said.readLine()).as(this::errors).isIn(steps);
                    }
                    life = random.nextInt(LONGEST_STEP);
                }
            }
            assertThat(process.waitFor(life, TimeUnit.MILLISECONDS))
                    .as(() -> "it ended by itself: " + errors())
                    .isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(LeftBehind.numberOf(read(), original)).matches(LeftBehind::isNumber);
    }

    @ParameterizedTest
    @CsvSource({
        "edition,staged,0", "edition,journal,0", "edition,recorded,1", "edition,ready,1", "edition,switched,1",
        "edition,in place,1", "edition,forgotten,1", "edition,fixtures,1", "other,staged,0", "other,journal,0",
        "other,recorded,1", "other,in place,1", "other,fixtures,1", "waivers,journal,0", "waivers,recorded,1",
        "waivers,in place,1", "waivers,fixtures,1"
    })
    void whatIsHaltedAtAStepIsEndedOrTakenBack(String kind, String step, int done) throws Exception {
        lay();
        halt(kind, step);
        assertThat(LeftBehind.numberOf(read(), original)).isIn("0", "1");
        assertNothingIsLeft();
        try (DraftPlace place = DraftPlace.again(folder)) {
            Draft draft = place.drafts.find("change-1");
            assertThat(draft.state()).isEqualTo(done == 1 ? DraftState.PUBLISHED : DraftState.APPROVED);
            String now = kind.equals("edition") ? LeftBehind.numberOf(read(), original) : there(place, kind);
            assertThat(now).isEqualTo(String.valueOf(done));
        }
    }

    private static String there(DraftPlace place, String kind) {
        String edition = kind.equals("other") ? PublishingProcess.OTHER : Draft.WAIVERS;
        return place.drafts.now(edition).filter(files -> !files.isEmpty()).isPresent() ? "1" : "0";
    }

    @ParameterizedTest
    @CsvSource({
        "other,journal,1",
        "other,recorded,0",
        "other,removed,0",
        "other,forgotten,0",
        "other,fixtures,0",
        "waivers,journal,1",
        "waivers,recorded,0",
        "waivers,removed,0",
        "waivers,fixtures,0"
    })
    void whatIsHaltedWhileItIsTakenOutOfForceIsSoToo(String kind, String step, int there) throws Exception {
        lay();
        halt(kind, "never");
        halt(kind, step);
        assertNothingIsLeft();
        try (DraftPlace place = DraftPlace.again(folder)) {
            assertThat(there(place, kind)).isEqualTo(String.valueOf(there));
        }
    }

    private void halt(String kind, String step) throws Exception {
        Process process = start(List.of(kind, step));
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = said.lines().toList();
            assertThat(process.waitFor()).as(lines.toString()).isEqualTo(step.equals("never") ? 0 : 7);
        }
    }

    private void assertNothingIsLeft() {
        try (DraftPlace place = DraftPlace.again(folder)) {
            place.publisher.recover();
            assertThat(LeftBehind.faults(place)).isEmpty();
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process start(List<String> args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Dtest.cache=" + DraftPlace.CACHE,
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp",
                System.getProperty("java.class.path"),
                PublishingProcess.class.getName(),
                folder.toString()));
        command.addAll(args);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors").toFile()))
                .start();
    }
}
