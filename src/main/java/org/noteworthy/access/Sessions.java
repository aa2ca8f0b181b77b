package org.noteworthy.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The browsers that are signed in by keys. They are kept in memory alone and by the hashes of what they send; each call
 * asks the key ring anew, so that none outlives its key. Where there is no room for another one, the key that has most of
 * them loses the one that has not called for longest.
 */
public final class Sessions {
    private static final SecureRandom CHANCE = new SecureRandom();

    private final KeyRing keys;
    private final Duration idle;
    private final Duration longest;
    private final int most;
    private final Clock clock;
    private final Map<String, Session> open = new HashMap<>();

    /** One that has begun, and what its browser sends from now on; that is kept nowhere. */
    public record Begun(Session session, String secret) {
        /** Does not show the secret. */
        @Override
        public String toString() {
            return session.toString();
        }
    }

    /** What comes of what a browser has sent. */
    public sealed interface Answer {
        /** It is a session, of this key as it is now. */
        record Found(Session session, ApiKey key) implements Answer {}

        /**
         * It is none, or none any more.
         *
         * @param detail more on why, for whoever runs the service
         */
        record None(Refusal why, @Nullable String detail) implements Answer {}
    }

    /**
     * None yet.
     *
     * @param idle how long one may go without a call
     * @param longest how long one may last
     * @param most how many there may be
     */
    public Sessions(KeyRing keys, Duration idle, Duration longest, int most, Clock clock) {
        if (idle.isNegative() || idle.isZero() || longest.compareTo(idle) < 0 || most < 1) {
            throw new AccessException("Sessions cannot be kept as it is set. noteworthy.access.sessions.idle is a time,"
                    + " such as 2H, .longest is no shorter, and .most is at least 1.");
        }
        this.keys = keys;
        this.idle = idle;
        this.longest = longest;
        this.most = most;
        this.clock = clock;
    }

    /** Begins one of that key. */
    public synchronized Begun begin(ApiKey key) {
        Instant now = now();
        forget(now);
        if (open.size() >= most) {
            open.remove(dispensable());
        }
        String secret = random(32);
        Session session = new Session(freeId(), key.id(), now, now, now.plus(longest));
        open.put(hash(secret), session);
        return new Begun(session, secret);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String freeId() {
        String id = random(4);
        return open.values().stream().anyMatch(each -> each.id().equals(id)) ? freeId() : id;
    }

    /** Of the key that has most of them, the one that has not called for longest. */
    private String dispensable() {
        Map<String, Long> counts =
                open.values().stream().collect(Collectors.groupingBy(Session::key, Collectors.counting()));
        Comparator<Map.Entry<String, Session>> longestIdle = Comparator.comparing((Map.Entry<String, Session> each) ->
                        -counts.getOrDefault(each.getValue().key(), 0L))
                .thenComparing(each -> each.getValue().used())
                .thenComparing(each -> each.getValue().since());
        return open.entrySet().stream().min(longestIdle).orElseThrow().getKey();
    }

    /** Whose it is, and that it was used now. */
    public synchronized Answer find(String secret) {
        Instant now = now();
        String hash = hash(secret);
        Session session = open.get(hash);
        if (session == null) {
            return new Answer.None(Refusal.MISSING, null);
        }
        if (isOver(session, now)) {
            open.remove(hash);
            return new Answer.None(Refusal.MISSING, null);
        }
        KeyRing.Answer asked = keys.use(session.key());
        if (asked instanceof KeyRing.Answer.Accepted accepted) {
            Session used = session.usedAt(now);
            open.put(hash, used);
            return new Answer.Found(used, accepted.key());
        }
        KeyRing.Answer.Refused refused = (KeyRing.Answer.Refused) asked;
        if (refused.why() != Refusal.UNREACHABLE) {
            open.remove(hash);
        }
        return new Answer.None(refused.why(), "session " + session.id() + " of key " + session.key());
    }

    private boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.until()) || !now.isBefore(session.used().plus(idle));
    }

    /** Ends those that are over, and those whose keys are no longer taken. */
    private void forget(Instant now) {
        open.values().removeIf(each -> isOver(each, now));
        try {
            Set<String> taken = keys.all().stream()
                    .filter(key -> key.isTaken(now))
                    .map(ApiKey::id)
                    .collect(Collectors.toSet());
            open.values().removeIf(each -> !taken.contains(each.key()));
        } catch (AccessException e) {
            // They wait until the keys can be read again.
        }
    }

    /** Ends the one that a browser has, if it has one. */
    public synchronized void leave(String secret) {
        open.remove(hash(secret));
    }

    /** Ends the one of that id. */
    public synchronized Optional<Session> end(String id) {
        Optional<Session> ended =
                all().stream().filter(each -> each.id().equals(id)).findFirst();
        ended.ifPresent(session -> open.values().remove(session));
        return ended;
    }

    /** Those that there are, the newest first. */
    public synchronized List<Session> all() {
        forget(now());
        return open.values().stream()
                .sorted(Comparator.comparing(Session::since).reversed().thenComparing(Session::id))
                .toList();
    }

    private static String random(int bytes) {
        byte[] chance = new byte[bytes];
        CHANCE.nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
