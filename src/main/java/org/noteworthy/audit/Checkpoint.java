package org.noteworthy.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain stood at a moment. Whoever keeps a signed one elsewhere can prove later what was in the audit log then.
 *
 * @param number which of the chain's checkpoints it is, from 1
 * @param seq number of the last decision before it
 * @param hash hash of that decision
 * @param madeMs when it was made
 * @param signature Ed25519 over {@link #signedText}, in Base64; null where no key was set
 */
public record Checkpoint(
        String chain,
        long number,
        long seq,
        String hash,
        long madeMs,
        @Nullable String signature) {

    /** Reads what {@link #write} writes; fails for anything else. */
    public static Checkpoint read(String line) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = Json.FACTORY.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                fields.put(field, json.getText());
            }
        }
        return new Checkpoint(
                Objects.requireNonNull(fields.get("chain")),
                Long.parseLong(Objects.requireNonNull(fields.get("checkpoint"))),
                Long.parseLong(Objects.requireNonNull(fields.get("seq"))),
                Objects.requireNonNull(fields.get("hash")),
                Instant.parse(Objects.requireNonNull(fields.get("made"))).toEpochMilli(),
                fields.get("signature"));
    }

    /** Writes it, as one object. */
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("chain", chain);
        json.writeNumberField("checkpoint", number);
        json.writeNumberField("seq", seq);
        json.writeStringField("hash", hash);
        json.writeStringField("made", made().toString());
        if (signature != null) {
            json.writeStringField("signature", signature);
        }
        json.writeEndObject();
    }

    /** When it was made. */
    public Instant made() {
        return Instant.ofEpochMilli(madeMs);
    }

    /** What a signature is made over. */
    public byte[] signedText() {
        return ("noteworthy checkpoint\n" + chain + "\n" + number + "\n" + seq + "\n" + hash + "\n" + made() + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public Checkpoint signedBy(@Nullable SigningKey key) {
        return key == null ? this : new Checkpoint(chain, number, seq, hash, madeMs, key.sign(signedText()));
    }
}
