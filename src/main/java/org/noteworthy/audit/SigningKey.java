package org.noteworthy.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The secret half of an Ed25519 key, which signs checkpoints. */
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads a key file in PEM (PKCS #8), as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws AuditException if there is no such file, or it holds no such key
     */
    public static SigningKey read(Path file) {
        try {
            byte[] bytes = Pem.read(file, "PRIVATE KEY");
            return new SigningKey(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException e) {
            throw new AuditException(
                    "The key file " + file + " holds no Ed25519 key. Make one with: openssl genpkey -algorithm ed25519"
                            + " -out " + file.getFileName(),
                    e);
        }
    }

    String sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that could be read can sign", e);
        }
    }

    /** Files in PEM. */
    static final class Pem {
        private static final int LONGEST = 10_000;

        private Pem() {}

        static byte[] read(Path file, String what) {
            String text;
            try {
                text = Files.size(file) > LONGEST ? "" : Files.readString(file, StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new AuditException(
                        "The key file " + file + " cannot be read. Look at its name and permissions.", e);
            }
            int begin = text.indexOf("-----BEGIN " + what + "-----");
            int end = text.indexOf("-----END " + what + "-----");
            try {
                if (begin >= 0 && end > begin) {
                    String content = text.substring(text.indexOf('\n', begin) + 1, end);
                    return Base64.getMimeDecoder().decode(content);
                }
            } catch (IllegalArgumentException e) {
                // told below
            }
            throw new AuditException("The file " + file + " is no key file in PEM: it has no \"-----BEGIN " + what
                    + "-----\" with a key after it.");
        }
    }
}
