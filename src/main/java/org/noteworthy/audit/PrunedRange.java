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
 * Decisions that were pruned: the chain goes on behind them as if they were there.
 *
 * @param previous hash of the decision before them
 * @param head hash of the last of them
 * @param reason why they were pruned
 * @param signature as of a {@link Checkpoint}
 */
public record PrunedRange(
        String chain,
        long firstSeq,
        long lastSeq,
        String previous,
        String head,
        long firstMs,
        long lastMs,
        long prunedMs,
        String reason,
        @Nullable String signature) {

    /** How a line begins that tells of such a range among decisions. */
    public static final String BEGINNING = "{\"pruned\":";

    /** Writes it, as one object with one field, which no decision has. */
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("pruned");
        json.writeStringField("chain", chain);
        json.writeNumberField("first", firstSeq);
        json.writeNumberField("last", lastSeq);
        json.writeStringField("previous", previous);
        json.writeStringField("head", head);
        json.writeStringField("from", Instant.ofEpochMilli(firstMs).toString());
        json.writeStringField("to", Instant.ofEpochMilli(lastMs).toString());
        json.writeStringField("pruned", Instant.ofEpochMilli(prunedMs).toString());
        json.writeStringField("reason", reason);
        if (signature != null) {
            json.writeStringField("signature", signature);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Reads what {@link #write} writes; fails for anything else. */
    public static PrunedRange read(byte[] line) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = Json.FACTORY.createParser(line)) {
            json.nextToken();
            json.nextToken();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no range");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                fields.put(field, json.getText());
            }
            return new PrunedRange(
                    Objects.requireNonNull(fields.get("chain")),
                    Long.parseLong(Objects.requireNonNull(fields.get("first"))),
                    Long.parseLong(Objects.requireNonNull(fields.get("last"))),
                    Objects.requireNonNull(fields.get("previous")),
                    Objects.requireNonNull(fields.get("head")),
                    millis(fields.get("from")),
                    millis(fields.get("to")),
                    millis(fields.get("pruned")),
                    Objects.requireNonNull(fields.get("reason")),
                    fields.get("signature"));
        } catch (RuntimeException e) {
            throw new IOException("no range", e);
        }
    }

    private static long millis(@Nullable String time) {
        return Instant.parse(Objects.requireNonNull(time)).toEpochMilli();
    }

    public byte[] signedText() {
        return ("noteworthy pruned\n" + chain + "\n" + firstSeq + "\n" + lastSeq + "\n" + previous + "\n" + head + "\n"
                        + Instant.ofEpochMilli(firstMs) + "\n" + Instant.ofEpochMilli(lastMs) + "\n"
                        + Instant.ofEpochMilli(prunedMs) + "\n" + reason + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public PrunedRange signedBy(@Nullable SigningKey key) {
        return key == null
                ? this
                : new PrunedRange(
                        chain,
                        firstSeq,
                        lastSeq,
                        previous,
                        head,
                        firstMs,
                        lastMs,
                        prunedMs,
                        reason,
                        key.sign(signedText()));
    }

    /** Whether whoever has that key, or nobody else where there is none, has signed it. */
    public boolean isOurs(@Nullable SigningKey key) {
        return key == null
                ? signature == null
                : key.sign(signedText()).equals(signature); // Ed25519 signs the same alike
    }

    /** Whether the other follows it, or is followed by it, without a gap. */
    public boolean touches(PrunedRange other) {
        return lastSeq + 1 == other.firstSeq && head.equals(other.previous)
                || other.lastSeq + 1 == firstSeq && other.head.equals(previous);
    }

    /** Both in one, pruned when this was and for the same reason. */
    public PrunedRange with(PrunedRange other) {
        boolean before = firstSeq < other.firstSeq;
        PrunedRange first = before ? this : other;
        PrunedRange last = before ? other : this;
        return new PrunedRange(
                chain,
                first.firstSeq,
                last.lastSeq,
                first.previous,
                last.head,
                Math.min(firstMs, other.firstMs),
                Math.max(lastMs, other.lastMs),
                prunedMs,
                reason,
                null);
    }
}
