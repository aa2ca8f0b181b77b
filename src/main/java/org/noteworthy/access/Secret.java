package org.noteworthy.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller signs in with: {@code nwk_}, the key's id, and 256 bits of chance, so that its hash needs no salt and
 * cannot be guessed. Whoever looks for lost secrets in texts finds it by how it begins.
 *
 * @param id of its key
 * @param text the whole, which is shown once
 */
public record Secret(String id, String text) {
    /** How each begins. */
    public static final String PREFIX = "nwk_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{8})_[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final SecureRandom CHANCE = new SecureRandom();

    /** A new one. */
    static Secret make() {
        String id = random(4);
        return new Secret(id, PREFIX + id + "_" + random(32));
    }

    private static String random(int bytes) {
        byte[] chance = new byte[bytes];
        CHANCE.nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }

    /** The one that was sent; empty if it does not look like one. */
    static Optional<Secret> read(String sent) {
        Matcher matcher = FORM.matcher(sent);
        return matcher.matches() ? Optional.of(new Secret(matcher.group(1), sent)) : Optional.empty();
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** What is kept of it. */
    String hash() {
        return HexFormat.of().formatHex(digest());
    }

    /** Whether that hash is its own; takes as long for any other. */
    boolean is(String hash) {
        return MessageDigest.isEqual(digest(), HexFormat.of().parseHex(hash));
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Does not show the secret. */
    @Override
    public String toString() {
        return PREFIX + id + "_…";
    }
}
