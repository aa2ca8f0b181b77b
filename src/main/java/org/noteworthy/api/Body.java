package org.noteworthy.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The body of a call, read as a whole and never beyond its limit. */
final class Body {
    private Body() {}

    /** The body as text; refused where it is longer than the limit or no UTF-8. */
    static String text(InputStream in, int limit) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            // Whoever is still sending hears the answer only after it was let to finish, if that is soon.
            skim(in, limit);
            throw ProblemException.of(
                    413,
                    "Body too large",
                    "The body is longer than " + limit
                            + " bytes, the limit of one call. Send many notes to /v1/check/batch, which has none.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ProblemException.of(400, "Not UTF-8", "The body is not UTF-8 text. JSON is sent as UTF-8.");
        }
    }

    private static void skim(InputStream in, int most) throws IOException {
        byte[] unread = new byte[16 * 1024];
        int left = most;
        while (left > 0) {
            int count = in.read(unread, 0, Math.min(left, unread.length));
            if (count < 0) {
                return;
            }
            left -= count;
        }
    }
}
