package org.noteworthy.audit.change;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.Bytes;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.Json;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.LinkedLine;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.store.PolicyChangeDao;
import org.noteworthy.report.ReportJson;

/**
 * A change of the policy as it stands in the audit log.
 *
 * @param seq its number in the chain, from 1
 * @param previous hash of the change before it
 * @param hash its own hash, which the change after it names
 * @param signature of the checkpoint that stands at it; null where no key was set
 * @param line the line as it stands in the audit log, without the line's end
 */
public record RecordedChange(
        long seq,
        String previous,
        PolicyChange change,
        String hash,
        @Nullable String signature,
        String line) {
    /** The longest line that every database takes as one value. */
    private static final int LONGEST = 1 << 20;

    private static final int USUAL = 8_000;

    /**
     * The change as it would stand behind that place of the chain.
     *
     * @throws AuditException if it is too long
     */
    static RecordedChange behind(Link before, PolicyChange change, @Nullable SigningKey key) {
        Bytes written = linked(before, change);
        String hash = new Hashes().of(written.array(), 0, written.size());
        written.append((",\"hash\":\"" + hash + "\"}").getBytes(StandardCharsets.US_ASCII));
        if (written.size() > LONGEST) {
            throw new AuditException("The change " + change.id() + " of " + change.edition() + " names "
                    + change.files().size() + " files and "
                    + change.filesBefore().size()
                    + " before; together that is too long for the audit log, which takes " + LONGEST
                    + " bytes. Keep fewer files in the edition.");
        }
        String line = new String(written.array(), 0, written.size(), StandardCharsets.UTF_8);
        long seq = before.seq() + 1;
        Checkpoint checkpoint = new RecordedChange(seq, before.hash(), change, hash, null, line)
                .row()
                .checkpoint()
                .signedBy(key);
        return new RecordedChange(seq, before.hash(), change, hash, checkpoint.signature(), line);
    }

    /** The line without its hash, and without its end. */
    private static Bytes linked(Link before, PolicyChange change) {
        Bytes body = new Bytes(USUAL);
        try (JsonGenerator json = ReportJson.generator(body)) {
            PolicyChangeJson.write(json, change);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        Bytes line = new Bytes(USUAL);
        line.append(("{\"chain\":" + Json.quoted(before.chain()) + ",\"seq\":" + (before.seq() + 1) + ",\"previous\":\""
                        + before.hash() + "\",")
                .getBytes(StandardCharsets.UTF_8));
        line.append(body.array(), 1, body.size() - 1);
        return line;
    }

    /** As it stands in its table. */
    PolicyChangeDao.Row row() {
        return PolicyChangeDao.Row.of(
                seq,
                change.id(),
                change.edition(),
                change.fromDigest(),
                change.toDigest(),
                change.time().toEpochMilli(),
                hash,
                line.getBytes(StandardCharsets.UTF_8),
                signature);
    }

    /**
     * Reads a row.
     *
     * @throws AuditException if it is not as it was recorded
     */
    static RecordedChange of(PolicyChangeDao.Row row) {
        try {
            RecordedChange read = read(row);
            if (!read.differsFrom(row)) {
                return read;
            }
        } catch (IOException e) {
            // told below
        }
        throw new AuditException(
                "Policy change " + row.seq() + " is not as it was recorded. noteworthy audit verify says more.");
    }

    /** Reads the line of a row, whatever stands beside it; fails for anything that no recorder wrote. */
    public static RecordedChange read(PolicyChangeDao.Row row) throws IOException {
        byte[] bytes = row.bytes();
        LinkedLine link = LinkedLine.read(bytes, 0, bytes.length, new Hashes());
        if (link == null || !link.intact() || !link.chain().equals(PolicyChangeDao.CHAIN)) {
            throw new IOException("no line of the chain");
        }
        return new RecordedChange(
                link.seq(),
                link.previous(),
                PolicyChangeJson.read(bytes),
                link.hash(),
                row.signature(),
                new String(bytes, StandardCharsets.UTF_8));
    }

    /** Whether a row says something else of it than it says itself. */
    public boolean differsFrom(PolicyChangeDao.Row row) {
        return !row.equals(row());
    }
}
