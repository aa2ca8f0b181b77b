package org.noteworthy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret key knows the public one that was made with it. */
class SigningKeyTest {
    @Test
    void thePublicKeyFollowsOfTheSecretOne(@TempDir Path folder) {
        Path file = folder.resolve("record.key");
        VerifyingKey made = VerifyingKey.read(SigningKey.make(file));
        SigningKey secret = SigningKey.read(file);
        byte[] text = "what was recorded".getBytes(StandardCharsets.UTF_8);

        assertThat(secret.verifying().id()).isEqualTo(made.id()).matches("sha256:[0-9a-f]{64}");
        assertThat(secret.verifying().signed(text, secret.sign(text))).isTrue();
        assertThat(SigningKey.read(other(folder)).verifying().signed(text, secret.sign(text)))
                .isFalse();
    }

    private static Path other(Path folder) {
        Path file = folder.resolve("other.key");
        SigningKey.make(file);
        return file;
    }
}
