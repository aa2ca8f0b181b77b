package org.noteworthy.audit;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public half of an Ed25519 key, which tells whether a checkpoint was signed by the secret one. */
public final class VerifyingKey {
    private final PublicKey key;

    VerifyingKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a key file in PEM, as {@code openssl pkey -pubout} writes it.
     *
     * @throws AuditException if there is no such file, or it holds no such key
     */
    public static VerifyingKey read(Path file) {
        try {
            byte[] bytes = SigningKey.Pem.read(file, "PUBLIC KEY");
            return new VerifyingKey(
                    KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException e) {
            throw new AuditException(
                    "The key file " + file
                            + " holds no public Ed25519 key. Make it from the secret one with: openssl pkey"
                            + " -in key.pem -pubout -out " + file.getFileName(),
                    e);
        }
    }

    /** What tells it from others: SHA-256 of the key as {@code openssl pkey -pubin -outform der} writes it. */
    public String id() {
        return "sha256:" + new Hashes().of(key.getEncoded());
    }

    public boolean signed(byte[] text, String signature) {
        try {
            Signature check = Signature.getInstance(SigningKey.ALGORITHM);
            check.initVerify(key);
            check.update(text);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
