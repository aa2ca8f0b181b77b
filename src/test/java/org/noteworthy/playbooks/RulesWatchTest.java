package org.noteworthy.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.waiver.WaiverFile;

/** Changes of a rules folder that a look at its files does not show. */
class RulesWatchTest {
    private static final String EDITION = "2019-09-27";

    @TempDir
    private Path temp;

    private final BlockingQueue<Library> opened = new LinkedBlockingQueue<>();
    private final RulesWatch.Listener listener = new RulesWatch.Listener() {
        @Override
        public void reopened(Library library, Duration took) {
            opened.add(library);
        }

        @Override
        public void lost(String sentence) {
            throw new AssertionError(sentence);
        }
    };

    @Test
    void aFileThatKeepsItsSizeAndTimeIsNoticed() throws IOException, InterruptedException {
        Path edition = Files.createDirectories(temp.resolve("rules").resolve(EDITION));
        Folders.copyEdition(EDITION, edition);
        Path table = edition.resolve("tables/statuses.csv");
        RuleCache cache = RuleCache.in(temp.resolve("cache"));
        try (RulesWatch watch = RulesWatch.open(temp.resolve("rules"), cache, Duration.ofMillis(20), listener)) {
            String before = digest();
            FileTime time = Files.getLastModifiedTime(table);
            Files.writeString(table, Files.readString(table).replace("On track", "On trick"));
            Files.setLastModifiedTime(table, time);
            assertThat(digest()).isNotEqualTo(before);
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void aChangeIsSeenWhileTheCompilerIsRehearsed() throws IOException {
        Path edition = Files.createDirectories(temp.resolve("rules").resolve(EDITION));
        Folders.copyEdition(EDITION, edition);
        for (int i = 0; i < 200; i++) { // so that the rehearsal takes much longer than a look
            Path rule = edition.resolve("status-present.drl");
            Files.writeString(
                    edition.resolve("another-" + i + ".drl"),
                    Files.readString(rule).replace("\"status-present\"", "\"another-" + i + "\""));
        }
        RuleCache cache = RuleCache.in(temp.resolve("cache"));
        Duration look = Duration.ofMillis(20);
        try (RulesWatch watch = RulesWatch.open(temp.resolve("rules"), cache, look, Duration.ZERO, listener)) {
            Optional<Thread> found = Optional.empty();
            while (found.isEmpty()) {
                found = Thread.getAllStackTraces().keySet().stream()
                        .filter(each -> each.getName().equals(RulesWatch.REHEARSAL))
                        .findAny();
            }
            Thread rehearsal = found.orElseThrow();
            Instant first = watch.lastLook();
            while (watch.lastLook().equals(first)) {
                Thread.onSpinWait();
            }
            assertThat(rehearsal.isAlive()).isTrue();
        }
    }

    @Test
    void whateverHappensWhileItLooksItLooksAgainAndSaysSo() throws IOException, InterruptedException {
        Path edition = Files.createDirectories(temp.resolve("rules").resolve(EDITION));
        Folders.copyEdition(EDITION, edition);
        Path table = edition.resolve("tables/statuses.csv");
        BlockingQueue<String> lost = new LinkedBlockingQueue<>();
        AtomicInteger calls = new AtomicInteger();
        RulesWatch.Listener forgetful = new RulesWatch.Listener() {
            @Override
            public void reopened(Library library, Duration took) {
                int call = calls.incrementAndGet();
                if (call == 2 || call == 3) {
                    throw new OutOfMemoryError("made by this test");
                }
                opened.add(library);
            }

            @Override
            public void lost(String sentence) {
                lost.add(sentence);
            }
        };
        RuleCache cache = RuleCache.in(temp.resolve("cache"));
        try (RulesWatch watch = RulesWatch.open(temp.resolve("rules"), cache, Duration.ofMillis(20), forgetful)) {
            String first = digest();
            Instant before = watch.lastLook();
            Files.writeString(table, Files.readString(table).replace("On track", "On trick"));
            assertThat(lost.poll(60, TimeUnit.SECONDS)).contains("there was not enough memory");
            assertThat(digest()).isNotEqualTo(first);
            assertThat(watch.lastLook()).isAfter(before);
        }
    }

    @Test
    void waiversAreTakenInAndWrongOnesLeaveTheOldCounting() throws IOException, InterruptedException {
        Path edition = Files.createDirectories(temp.resolve("rules").resolve(EDITION));
        Folders.copyEdition(EDITION, edition);
        Path file = temp.resolve("rules").resolve(WaiverFile.NAME);
        String header = "rule,note,justification,owner,from,until\n";
        RuleCache cache = RuleCache.in(temp.resolve("cache"));
        try (RulesWatch watch = RulesWatch.open(temp.resolve("rules"), cache, Duration.ofMillis(20), listener)) {
            assertThat(next().waivers().waivers().isEmpty()).isTrue();
            Files.writeString(file, header + "status-brief,N-1,Agreed.,Pat,2026-01-01,2026-12-31\n");
            Library good = next();
            assertThat(good.waivers().waivers().all()).hasSize(1);

            Files.writeString(file, header + "*,N-1,Agreed.,Pat,2026-01-01,2026-12-31\n");
            Library wrong = next();
            assertThat(wrong.waivers().diagnostics()).hasSize(1);
            assertThat(wrong.waivers().waivers().all())
                    .isEqualTo(good.waivers().waivers().all());
            assertThat(wrong.named(EDITION)).isSameAs(good.named(EDITION));

            Files.delete(file);
            Library none = next();
            assertThat(none.waivers().isSound()).isTrue();
            assertThat(none.waivers().waivers().isEmpty()).isTrue();
            assertThat(watch).isNotNull();
        }
    }

    private Library next() throws InterruptedException {
        Library library = opened.poll(60, TimeUnit.SECONDS);
        assertThat(library).as("what the watch opened").isNotNull();
        return library;
    }

    /** Of the library that was opened next. */
    private String digest() throws InterruptedException {
        return next().named(EDITION).edition().digest();
    }
}
