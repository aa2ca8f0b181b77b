package org.noteworthy.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal. Not safe for use by several threads. */
public final class Hashes {
    /** What stands before the first line of a chain. */
    public static final String NOTHING = "0".repeat(64);

    private final MessageDigest sha256;

    public Hashes() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    public String of(byte[] bytes, int from, int to) {
        sha256.update(bytes, from, to - from);
        return HexFormat.of().formatHex(sha256.digest());
    }
}
