package org.noteworthy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.audit.Await;

/** API keys in their file, and which of them are taken. */
class KeyFileTest {
    private static final Instant NOW = Instant.parse("2020-04-01T10:00:00Z");
    private static final Set<Role> READER = Set.of(Role.READER);

    @TempDir
    private Path folder;

    private Path path = Path.of("");
    private KeyFile file = new KeyFile(path);

    @BeforeEach
    void name() {
        path = folder.resolve("data/keys.json");
        file = new KeyFile(path);
    }

    /** A clock that a test sets. */
    private static final class SetClock extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void aSecretIsKeptNowhereAndOnlyTheOwnerReadsTheFile() throws IOException {
        KeyFile.Made made = file.make("portal", Set.of(Role.READER, Role.AUTHOR), null, NOW);
        assertThat(made.secret().text()).matches("nwk_[0-9a-f]{8}_[0-9a-f]{64}");
        assertThat(made.secret().toString()).doesNotContain(made.secret().text());
        assertThat(path)
                .content()
                .doesNotContain(made.secret().text().substring(13))
                .contains("portal");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(file.keys()).containsExactly(made.key());
    }

    @Test
    void theRightSecretIsTakenUntilItsTimeIsOver() {
        KeyFile.Made made = file.make("portal", READER, NOW.plus(Duration.ofDays(1)), NOW);
        SetClock clock = new SetClock();
        KeyRing ring = new KeyRing(file, clock);
        assertThat(ring.find(made.secret().text())).isEqualTo(new KeyRing.Answer.Accepted(made.key()));
        clock.now = NOW.plus(Duration.ofDays(1)).minusNanos(1);
        assertThat(ring.find(made.secret().text())).isInstanceOf(KeyRing.Answer.Accepted.class);
        clock.now = NOW.plus(Duration.ofDays(1));
        assertThat(why(ring, made.secret().text())).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void aKeyThatIsMadeOrRevokedIsNoticed() {
        KeyRing ring = new KeyRing(file, new SetClock());
        KeyFile.Made made = file.make("portal", READER, null, NOW);
        Await.until(() -> ring.find(made.secret().text()) instanceof KeyRing.Answer.Accepted);
        assertThat(file.revoke(made.key().id(), NOW).state(NOW)).isEqualTo("revoked");
        Await.until(() -> why(ring, made.secret().text()) == Refusal.REVOKED);
        Instant first = file.keys().get(0).revoked();
        file.revoke(made.key().id(), NOW.plusSeconds(60));
        assertThat(file.keys().get(0).revoked()).as("when it was revoked first").isEqualTo(first);
    }

    @Test
    void aWrongSecretIsNotTaken() {
        KeyFile.Made one = file.make("portal", READER, null, NOW);
        KeyFile.Made other = file.make("admin", Set.of(Role.ADMIN), null, NOW);
        KeyRing ring = new KeyRing(file, new SetClock());
        String secret = one.secret().text();
        String end = secret.endsWith("0") ? "1" : "0";
        assertThat(why(ring, secret.substring(0, secret.length() - 1) + end)).isEqualTo(Refusal.UNKNOWN);
        assertThat(why(ring, "nwk_" + other.key().id() + secret.substring(12)))
                .as("the secret of one under the id of the other")
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(why(ring, "nwk_00000000" + secret.substring(12))).isEqualTo(Refusal.UNKNOWN);
        for (String malformed :
                List.of("", "nwk_", secret + "0", secret.toUpperCase(java.util.Locale.ROOT), "x".repeat(9_999))) {
            assertThat(why(ring, malformed)).isEqualTo(Refusal.MALFORMED);
        }
    }

    private static Refusal why(KeyRing ring, String sent) {
        return ring.find(sent) instanceof KeyRing.Answer.Refused refused ? refused.why() : Refusal.OTHER;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"keys\":[{\"id\":7}]}",
                "{\"keys\":[{\"id\":\"x\"}]}",
                "{\"kays\":[]}",
                "{\"keys\":[{\"id\":\"12345678\",\"name\":\"a\",\"roles\":[\"king\"],\"hash\":\"\",\"created\":\"\"}]}",
                "{\"keys\":[{\"id\":\"12345678\",\"name\":\"a\",\"roles\":[\"admin\"],\"hash\":\"\",\"created\":\"now\"}]}"
            })
    void noKeyIsTakenFromAFileThatCannotBeRead(String content) throws IOException {
        KeyFile.Made made = file.make("portal", READER, null, NOW);
        KeyRing ring = new KeyRing(file, new SetClock());
        Files.writeString(path, content);
        Await.until(() -> why(ring, made.secret().text()) == Refusal.UNREACHABLE);
        assertThat(ring.trouble()).contains(path.toString());
        assertThatThrownBy(file::keys).isInstanceOf(AccessException.class).hasMessageContaining(path.toString());
        assertThatThrownBy(() -> file.make("other", READER, null, NOW)).isInstanceOf(AccessException.class);
        assertThat(path).content().as("it is left to be mended").isEqualTo(content);
    }

    @Test
    void aFileThatOthersMayChangeLetsNobodyIn() throws IOException {
        KeyFile.Made made = file.make("portal", READER, null, NOW);
        KeyRing ring = new KeyRing(file, new SetClock());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw--w----"));
        Await.until(() -> why(ring, made.secret().text()) == Refusal.UNREACHABLE);
        assertThat(ring.trouble()).contains("chmod 600");
    }

    @Test
    void aFileThatIsGoneHasNoKeys() throws IOException {
        KeyFile.Made made = file.make("portal", READER, null, NOW);
        KeyRing ring = new KeyRing(file, new SetClock());
        Files.delete(path);
        Await.until(() -> why(ring, made.secret().text()) == Refusal.UNKNOWN);
        assertThat(ring.taken()).isZero();
    }

    @Test
    void manyWhoMakeKeysAtOnceLoseNone() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<KeyFile.Made>> made = java.util.stream.IntStream.range(0, 40)
                    .mapToObj(each -> workers.submit(() -> new KeyFile(path).make("n" + each, READER, null, NOW)))
                    .toList();
            for (Future<KeyFile.Made> each : made) {
                ApiKey key = each.get().key();
                assertThat(file.keys()).contains(key);
            }
            assertThat(file.keys()).hasSize(40);
        } finally {
            workers.shutdown();
        }
    }

    @Test
    void aFullFileGivesUpTheOldestThatIsNotTaken() throws IOException {
        KeyFile.Made old = file.make("old", READER, NOW.plusSeconds(1), NOW);
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < KeyFile.MOST - 1; i++) {
            keys.append(",{\"id\":\"%08x\",\"name\":\"n\",\"roles\":[\"reader\"],\"hash\":\"%s\",\"created\":\"%s\"}"
                    .formatted(i, "a".repeat(64), NOW));
        }
        Files.writeString(path, Files.readString(path).replaceFirst("}\\s*]", "}" + keys + "]"));
        assertThat(file.keys()).hasSize(KeyFile.MOST);
        assertThatThrownBy(() -> file.make("new", READER, null, NOW)).hasMessageContaining("1000 keys");
        KeyFile.Made made = file.make("new", READER, null, NOW.plusSeconds(1));
        assertThat(file.keys()).hasSize(KeyFile.MOST).contains(made.key()).doesNotContain(old.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a\nb", "a\u202eb", "a\u0007"})
    void aKeyIsNamedInPlainLetters(String name) {
        assertThatThrownBy(() -> file.make(name, READER, null, NOW))
                .isInstanceOf(AccessException.class)
                .hasMessageMatching("[^\\p{Cntrl}\u202e]*");
        assertThat(path).doesNotExist();
    }

    @Test
    void whatWouldBeOfNoUseIsRefused() {
        assertThatThrownBy(() -> file.make("a", Set.of(), null, NOW)).hasMessageContaining("no role");
        assertThatThrownBy(() -> file.make("a", READER, NOW, NOW)).hasMessageContaining("never be taken");
        assertThatThrownBy(() -> file.revoke("12345678", NOW)).hasMessageContaining("no key \"12345678\"");
    }
}
