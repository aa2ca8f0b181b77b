package org.noteworthy.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.noteworthy.api.BatchBody;
import org.noteworthy.api.ProblemException;
import org.noteworthy.checking.outcome.Problem;

/** What a caller has sent, in a temporary file, so that it may be longer than memory and is judged as a file is. */
final class Upload {
    private static final int PART = 64 * 1024;

    private Upload() {}

    /** Takes a body of up to that many bytes, for as long as the call lasts; whoever gets the file deletes it. */
    static Path take(InputStream sent, long most, Lasting lasting) throws IOException {
        BatchBody body = new BatchBody(sent);
        Path file = Files.createTempFile("noteworthy-", ".sent");
        boolean whole = false;
        lasting.reads(body);
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] part = new byte[PART];
            long length = 0;
            for (int count = body.read(part); count >= 0; count = body.read(part)) {
                length += count;
                if (length > most) {
                    throw new ProblemException(tooLarge(most));
                }
                out.write(part, 0, count);
            }
            if (body.isCut()) {
                throw new ProblemException(lasting.reason()
                        .orElseGet(() -> Problem.of(400, "Broken off", "The body of this call ended early.")));
            }
            whole = true;
            return file;
        } finally {
            lasting.reads(null);
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    static Problem tooLarge(long most) {
        return Problem.of(
                413,
                "Body too large",
                "A file has up to " + most + " bytes, the limit of this call. Send it in parts, or its notes to"
                        + " /v1/check/batch, which has none.");
    }
}
