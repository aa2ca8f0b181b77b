package org.noteworthy.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are taken at the moment. A file that changed is read again, so that a revocation counts within a second;
 * while it cannot be read, no key is taken.
 */
public final class KeyRing {
    private static final long EACH = Duration.ofMillis(250).toNanos();

    private final KeyFile file;
    private final Clock clock;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private volatile State state;

    /** Keys by their ids, of a file as it was. */
    private record State(
            Object seen,
            long looked,
            Map<String, ApiKey> keys,
            @Nullable AccessException trouble) {}

    /** What comes of a secret. */
    public sealed interface Answer {
        /** It is that of this key. */
        record Accepted(ApiKey key) implements Answer {}

        /**
         * It is not taken.
         *
         * @param key its id, as far as it could be read
         * @param detail more on why, for whoever runs the service
         */
        record Refused(
                Refusal why, @Nullable String key, @Nullable String detail) implements Answer {}
    }

    /** The keys of a file. */
    public KeyRing(KeyFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        state = read(seen());
    }

    /** Whose secret that is. */
    public Answer find(String sent) {
        Secret secret = Secret.read(sent).orElse(null);
        if (secret == null) {
            return new Answer.Refused(Refusal.MALFORMED, null, null);
        }
        State now = current();
        if (now.trouble() != null) {
            return new Answer.Refused(
                    Refusal.UNREACHABLE, secret.id(), now.trouble().sentence());
        }
        ApiKey key = now.keys().get(secret.id());
        if (key == null || !secret.is(key.hash())) {
            return new Answer.Refused(Refusal.UNKNOWN, secret.id(), null);
        }
        return asItIs(key);
    }

    /** The key of that id, for whoever has shown its secret before. */
    Answer use(String id) {
        State now = current();
        if (now.trouble() != null) {
            return new Answer.Refused(Refusal.UNREACHABLE, id, now.trouble().sentence());
        }
        ApiKey key = now.keys().get(id);
        return key == null ? new Answer.Refused(Refusal.UNKNOWN, id, null) : asItIs(key);
    }

    private Answer asItIs(ApiKey key) {
        Instant time = clock.instant();
        if (key.revoked() != null) {
            return new Answer.Refused(Refusal.REVOKED, key.id(), key.name());
        }
        if (!key.isTaken(time)) {
            return new Answer.Refused(Refusal.EXPIRED, key.id(), key.name());
        }
        used.put(key.id(), time.truncatedTo(ChronoUnit.MILLIS));
        return new Answer.Accepted(key);
    }

    /**
     * All keys, the oldest first.
     *
     * @throws AccessException while they cannot be read
     */
    public List<ApiKey> all() {
        State now = current();
        if (now.trouble() != null) {
            throw new AccessException(now.trouble().sentence());
        }
        return now.keys().values().stream()
                .sorted(Comparator.comparing(ApiKey::created).thenComparing(ApiKey::id))
                .toList();
    }

    /** When a key was last used, as far as it was since the service began. */
    public Optional<Instant> lastUsed(String id) {
        return Optional.ofNullable(used.get(id));
    }

    /** How many keys are taken at the moment. */
    public long taken() {
        Instant time = clock.instant();
        return current().keys().values().stream()
                .filter(key -> key.isTaken(time))
                .count();
    }

    /** Why no key is taken at the moment, where the file cannot be read. */
    public @Nullable String trouble() {
        AccessException trouble = current().trouble();
        return trouble == null ? null : trouble.sentence();
    }

    private State current() {
        State known = state;
        if (System.nanoTime() - known.looked() < EACH) {
            return known;
        }
        synchronized (this) {
            known = state;
            if (System.nanoTime() - known.looked() >= EACH) {
                Object seen = seen();
                known = seen.equals(known.seen())
                        ? new State(seen, System.nanoTime(), known.keys(), known.trouble())
                        : read(seen);
                state = known;
            }
            return known;
        }
    }

    private State read(Object seen) {
        try {
            List<ApiKey> keys = file.keys();
            Map<String, ApiKey> byId = new HashMap<>();
            keys.forEach(key -> byId.put(key.id(), key));
            used.keySet().retainAll(byId.keySet());
            return new State(seen, System.nanoTime(), byId, null);
        } catch (AccessException e) {
            return new State(seen, System.nanoTime(), Map.of(), e);
        }
    }

    /** What tells one state of the file from another; it is put in its place as a whole, and so is another file each time. */
    private Object seen() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return List.of(
                    String.valueOf(attributes.fileKey()), attributes.lastModifiedTime(), attributes.size(), mode());
        } catch (NoSuchFileException e) {
            return "none";
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private String mode() throws IOException {
        return file.path().getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.getPosixFilePermissions(file.path()).toString()
                : "";
    }
}
