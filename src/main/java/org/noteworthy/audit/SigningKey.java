package org.noteworthy.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
                    "The key file " + file + " holds no Ed25519 key. Make one with: noteworthy audit key "
                            + file.getFileName(),
                    e);
        }
    }

    /**
     * Makes a pair of keys: the secret one in a file that its owner alone may read, the public one beside it with the
     * ending {@code .pub}. Overwrites nothing.
     *
     * @return the file of the public key
     * @throws AuditException if one of the files is there, or cannot be written
     */
    public static Path make(Path file) {
        Path open = file.resolveSibling(file.getFileName() + ".pub");
        for (Path each : List.of(file, open)) {
            if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
                throw new AuditException("There is a file " + each
                        + " already, and a key that is lost cannot be made again. Name another file.");
            }
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createFile(file, ownerOnly(file));
            Files.writeString(file, Pem.text("PRIVATE KEY", pair.getPrivate().getEncoded()), StandardCharsets.US_ASCII);
            Files.createFile(open);
            Files.writeString(open, Pem.text("PUBLIC KEY", pair.getPublic().getEncoded()), StandardCharsets.US_ASCII);
            return open;
        } catch (IOException e) {
            throw new AuditException(
                    "The key cannot be written to " + file + ". Name a file in a folder that is there and that you may"
                            + " write to.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 makes Ed25519 keys", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A secret for another purpose, which tells nothing of the key and is the same whenever it is asked for. */
    public byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** The public half, by which anybody can tell what this one signed. */
    public VerifyingKey verifying() {
        byte[] seed = ((EdECPrivateKey) key)
                .getBytes()
                .orElseThrow(() -> new IllegalStateException("A key that could be read has bytes"));
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            return new VerifyingKey(generator.generateKeyPair().getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 makes Ed25519 keys", e);
        }
    }

    /** No chance at all: the bytes of a secret key, of which its public one follows. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Seed(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] into) {
            System.arraycopy(bytes, 0, into, 0, into.length);
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

        static String text(String what, byte[] key) {
            return "-----BEGIN " + what + "-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END " + what + "-----\n";
        }

        static byte[] read(Path file, String what) {
            String text;
            try {
                text = Files.size(file) > LONGEST ? "" : Files.readString(file, StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new AuditException(
                        "The key file " + file + " cannot be read. Check its name and permissions.", e);
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
            throw new AuditException("The file " + file + " is not a key file in PEM: it has no \"-----BEGIN " + what
                    + "-----\" with a key after it.");
        }
    }
}
