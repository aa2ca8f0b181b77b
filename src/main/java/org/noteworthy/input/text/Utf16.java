package org.noteworthy.input.text;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees whether bytes without a byte-order mark are text in UTF-16. */
final class Utf16 {
    private static final int LOOKED_AT = 512;

    private Utf16() {}

    /**
     * The charset of what begins with those bytes, if it is UTF-16: then nearly all zeros, of which any table has some,
     * are high halves, and every character is one of a text.
     */
    static @Nullable Charset seenIn(ByteBuffer bytes) {
        int length = Math.min(bytes.remaining(), LOOKED_AT) & ~1;
        int[] zeros = new int[2];
        for (int at = 0; at < length; at++) {
            if (bytes.get(bytes.position() + at) == 0) {
                zeros[at & 1]++;
            }
        }
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            int high = charset.equals(StandardCharsets.UTF_16LE) ? 1 : 0;
            if (zeros[high] > 4 * zeros[1 - high]
                    && isText(charset.decode(bytes.duplicate().limit(bytes.position() + length)))) {
                return charset;
            }
        }
        return null;
    }

    private static boolean isText(CharSequence characters) {
        return characters
                .chars()
                .allMatch(character -> character >= ' ' && Character.isDefined(character)
                        || character == '\t'
                        || character == '\n'
                        || character == '\r');
    }
}
