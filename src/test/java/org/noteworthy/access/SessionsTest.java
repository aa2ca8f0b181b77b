package org.noteworthy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.audit.Await;

/** Browsers that are signed in by keys: how long, how many, and no longer than their keys are taken. */
class SessionsTest {
    private static final Duration IDLE = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofHours(12);

    @TempDir
    private Path folder;

    private final Hands clock = new Hands();
    private KeyFile file = new KeyFile(Path.of(""));
    private ApiKey kim = made();
    private ApiKey lee = made();
    private ApiKey brief = made();
    private Sessions sessions = new Sessions(new KeyRing(file, clock), IDLE, LONGEST, 3, clock);

    /** A clock that is put on by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-12-01T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static ApiKey made() {
        return new ApiKey("00000000", "nobody", Set.of(Role.READER), "0".repeat(64), Instant.EPOCH, null, null);
    }

    @BeforeEach
    void keys() {
        file = new KeyFile(folder.resolve("keys.json"));
        kim = key("kim", null);
        lee = key("lee", null);
        brief = key("pat", clock.instant().plusSeconds(60));
        sessions = new Sessions(new KeyRing(file, clock), IDLE, LONGEST, 3, clock);
    }

    private ApiKey key(String name, @Nullable Instant expires) {
        return file.make(name, Set.of(Role.AUTHOR), expires, clock.instant()).key();
    }

    private boolean isKnown(Sessions.Begun begun) {
        return sessions.find(begun.secret()) instanceof Sessions.Answer.Found;
    }

    @Test
    void knowWhatTheyHaveGivenAndNothingElse() {
        Sessions.Begun begun = sessions.begin(kim);
        assertThat(begun.secret()).matches("[0-9a-f]{64}");
        assertThat(begun.toString()).doesNotContain(begun.secret());
        assertThat(sessions.find(begun.secret()))
                .isInstanceOfSatisfying(
                        Sessions.Answer.Found.class,
                        found -> assertThat(found.key().identity().id()).isEqualTo("key:kim"));
        for (String other : new String[] {"", begun.session().id(), begun.secret() + "0", "0".repeat(64)}) {
            assertThat(sessions.find(other)).isEqualTo(new Sessions.Answer.None(Refusal.MISSING, null));
        }
    }

    @Test
    void endWhenTheyDoNotCallForLong() {
        Sessions.Begun busy = sessions.begin(kim);
        Sessions.Begun lazy = sessions.begin(kim);
        clock.pass(IDLE.minusSeconds(1));
        assertThat(isKnown(busy)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(isKnown(busy)).isTrue();
        assertThat(sessions.all())
                .extracting(Session::id)
                .containsExactly(busy.session().id());
        assertThat(isKnown(lazy)).isFalse();
    }

    @Test
    void endInTheEndHoweverMuchTheyCall() {
        Sessions.Begun begun = sessions.begin(kim);
        for (Duration passed = Duration.ZERO; passed.compareTo(LONGEST) < 0; passed = passed.plusHours(1)) {
            assertThat(isKnown(begun)).isTrue();
            clock.pass(Duration.ofHours(1));
        }
        assertThat(isKnown(begun)).isFalse();
        assertThat(sessions.all()).isEmpty();
    }

    @Test
    void areSoManyAndTheOneGoesThatHasNotCalledForLongest() {
        Sessions.Begun first = sessions.begin(kim);
        clock.pass(Duration.ofMinutes(1));
        Sessions.Begun second = sessions.begin(kim);
        clock.pass(Duration.ofMinutes(1));
        Sessions.Begun third = sessions.begin(kim);
        clock.pass(Duration.ofMinutes(1));
        assertThat(isKnown(first)).isTrue();
        Sessions.Begun fourth = sessions.begin(kim);
        assertThat(sessions.all()).hasSize(3);
        assertThat(isKnown(second)).isFalse();
        assertThat(isKnown(first)).isTrue();
        assertThat(isKnown(third)).isTrue();
        assertThat(isKnown(fourth)).isTrue();
    }

    @Test
    void ofOneKeyDoNotEndThoseOfAnother() {
        Sessions.Begun lees = sessions.begin(lee);
        clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
            sessions.begin(kim);
        }
        assertThat(isKnown(lees)).isTrue();
        assertThat(sessions.all()).hasSize(3);
    }

    @Test
    void endWithTheirKey() {
        Sessions.Begun begun = sessions.begin(kim);
        assertThat(isKnown(begun)).isTrue();
        file.revoke(kim.id(), clock.instant());
        Await.until(() -> !isKnown(begun));
        assertThat(sessions.all()).isEmpty();
        assertThat(sessions.find(begun.secret()))
                .as("nothing of it is left")
                .isEqualTo(new Sessions.Answer.None(Refusal.MISSING, null));
    }

    @Test
    void endWhenTheirKeyIsPastItsTime() {
        Sessions.Begun begun = sessions.begin(brief);
        assertThat(isKnown(begun)).isTrue();
        clock.pass(Duration.ofSeconds(60));
        assertThat(sessions.find(begun.secret()))
                .isInstanceOfSatisfying(
                        Sessions.Answer.None.class,
                        none -> assertThat(none.why()).isEqualTo(Refusal.EXPIRED));
        assertThat(sessions.all()).isEmpty();
    }

    @Test
    void ofAKeyThatIsGoneTakeNoRoom() {
        sessions.begin(kim);
        sessions.begin(kim);
        Sessions.Begun lees = sessions.begin(lee);
        file.revoke(kim.id(), clock.instant());
        Await.until(() -> sessions.all().size() == 1);
        assertThat(isKnown(lees)).isTrue();
        sessions.begin(lee);
        sessions.begin(lee);
        assertThat(isKnown(lees)).isTrue();
    }

    @Test
    void waitWhileTheKeysCannotBeRead() throws Exception {
        Sessions.Begun begun = sessions.begin(kim);
        byte[] content = Files.readAllBytes(folder.resolve("keys.json"));
        Files.writeString(folder.resolve("keys.json"), "{");
        Await.until(() -> !isKnown(begun));
        assertThat(sessions.find(begun.secret()))
                .isInstanceOfSatisfying(
                        Sessions.Answer.None.class,
                        none -> assertThat(none.why()).isEqualTo(Refusal.UNREACHABLE));
        Files.write(folder.resolve("keys.json"), content);
        Await.until(() -> isKnown(begun));
    }

    @Test
    void areEndedByTheirBrowserOrByTheirId() {
        Sessions.Begun one = sessions.begin(kim);
        Sessions.Begun other = sessions.begin(kim);
        sessions.leave(one.secret());
        sessions.leave("anything");
        assertThat(isKnown(one)).isFalse();
        assertThat(sessions.end("no such id")).isEmpty();
        assertThat(sessions.end(other.session().id()))
                .map(Session::id)
                .hasValue(other.session().id());
        assertThat(isKnown(other)).isFalse();
    }

    @Test
    void areSetSensibly() {
        KeyRing ring = new KeyRing(file, clock);
        assertThatThrownBy(() -> new Sessions(ring, Duration.ZERO, LONGEST, 3, clock))
                .isInstanceOf(AccessException.class)
                .hasMessageContaining("noteworthy.access.sessions.idle");
        assertThatThrownBy(() -> new Sessions(ring, LONGEST, IDLE, 3, clock)).isInstanceOf(AccessException.class);
        assertThatThrownBy(() -> new Sessions(ring, IDLE, LONGEST, 0, clock)).isInstanceOf(AccessException.class);
    }
}
