package org.noteworthy.playbooks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;

/** Compiled rules from the cache are used when they are ours and whole, and compiled again in every other case. */
class RuleCacheTest {
    private static final String EDITION = "2019-09-27";

    private static final List<Rule> COMPILED =
            edition(Library.open(Path.of("rules"), RuleCache.none())).rules();

    @TempDir
    private Path temp;

    @Test
    void keepsWhatWasCompiledAndReadsItAgain() throws IOException {
        Edition compiled = load();
        FileTime written = touch();
        assertThat(load()).isEqualTo(compiled);
        assertThat(Files.getLastModifiedTime(entry())).isEqualTo(written);
    }

    @Test
    void compilesAgainWhatIsCorrupt() throws IOException {
        load();
        byte[] bytes = Files.readAllBytes(entry());
        byte[] spoilt = bytes.clone();
        spoilt[bytes.length / 2] ^= 1;
        Files.write(entry(), spoilt);
        assertThat(load().rules()).hasSameSizeAs(COMPILED);
        assertThat(Files.readAllBytes(entry())).isNotEqualTo(spoilt);
    }

    @Test
    void compilesAgainWhatIsCutOffOrEmpty() throws IOException {
        load();
        byte[] bytes = Files.readAllBytes(entry());
        for (int length : new int[] {0, 10, 60, bytes.length - 1}) {
            Files.write(entry(), Arrays.copyOf(bytes, length));
            assertThat(load().rules()).hasSameSizeAs(COMPILED);
            assertThat(Files.size(entry())).isGreaterThan(60);
        }
    }

    @Test
    void compilesAgainWhatBelongsToOtherRules() throws IOException {
        load();
        Path mine = entry();
        byte[] foreign = Files.readAllBytes(mine);
        Path rules = temp.resolve("rules");
        Path edition = rules.resolve(EDITION);
        Folders.copyEdition(EDITION, edition);
        Path rule = edition.resolve("status-brief.drl");
        Files.writeString(rule, Files.readString(rule).replace("\"info\"", "\"error\""));
        Edition changed = edition(Library.open(rules, RuleCache.in(cache())));
        Path other;
        try (Stream<Path> entries = Files.list(cache())) {
            other = entries.filter(path -> !path.equals(mine)).findFirst().orElseThrow();
        }
        Files.write(other, foreign);
        assertThat(edition(Library.open(rules, RuleCache.in(cache())))).isEqualTo(changed);
        assertThat(Files.readAllBytes(other)).isNotEqualTo(foreign);
    }

    @Test
    void takesWhatARuleSaysFromItsTextAlone() throws IOException {
        Edition compiled = load();
        byte[] entry = Files.readAllBytes(entry());
        String content = new String(entry, StandardCharsets.ISO_8859_1);
        assertThat(compiled.rules()).allSatisfy(rule -> assertThat(content).doesNotContain(rule.message()));
        assertThat(load().rules()).isEqualTo(compiled.rules());
    }

    @Test
    void doesNotTrustAFolderThatOthersMayWriteTo() throws IOException {
        load();
        FileTime written = touch();
        Files.setPosixFilePermissions(cache(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(load().rules()).hasSameSizeAs(COMPILED);
        assertThat(Files.getLastModifiedTime(entry())).isEqualTo(written);
    }

    @Test
    void doesWithoutAFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "no folder");
        Library library = Library.open(Path.of("rules"), RuleCache.in(file.resolve("cache")));
        assertThat(edition(library).rules()).hasSameSizeAs(COMPILED);
    }

    private Edition load() {
        return edition(Library.open(Path.of("rules"), RuleCache.in(cache())));
    }

    private static Edition edition(Library library) {
        return library.named(EDITION).edition();
    }

    private Path cache() {
        return temp.resolve("cache");
    }

    private Path entry() throws IOException {
        try (Stream<Path> entries = Files.list(cache())) {
            return entries.findFirst().orElseThrow();
        }
    }

    private FileTime touch() throws IOException {
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(entry(), longAgo);
        return Files.getLastModifiedTime(entry());
    }
}
