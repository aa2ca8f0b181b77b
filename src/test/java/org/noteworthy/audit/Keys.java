package org.noteworthy.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A pair of keys in files, as openssl makes them. */
public record Keys(Path secretFile, Path publicFile) {

    /** A new pair. */
    public static Keys fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
            Path folder = Files.createTempDirectory("keys");
            return new Keys(
                    pem(
                            folder.resolve("key.pem"),
                            "PRIVATE KEY",
                            pair.getPrivate().getEncoded()),
                    pem(
                            folder.resolve("key.pub"),
                            "PUBLIC KEY",
                            pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path pem(Path file, String what, byte[] key) {
        try {
            return Files.writeString(
                    file,
                    "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END "
                            + what + "-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SigningKey secret() {
        return SigningKey.read(secretFile);
    }

    public VerifyingKey open() {
        return VerifyingKey.read(publicFile);
    }
}
