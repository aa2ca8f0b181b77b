package org.noteworthy.input.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as characters, without a byte-order mark and without silent replacements.
 *
 * <p>A byte-order mark of UTF-8 or UTF-16 decides the charset, else the one that was named, else it is UTF-8
 * (or, where a reader is {@link #guessing}, UTF-16 if it looks like that). A byte
 * that the charset does not know becomes the single low surrogate {@code U+DC00 + byte}, which no decoding yields
 * otherwise: so a record that holds one can be refused by itself, with the byte, while the rest goes on.
 */
public final class DecodedReader extends Reader {
    private static final int LONGEST_MARK = 4;
    private static final char BAD_BYTES = '\uDC00';

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024).flip();
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final StringBuilder pending = new StringBuilder(0);
    private boolean atEnd;
    private long badBytes;

    /** Reads the first bytes to find the charset; {@code named} is the one that the caller named, if any. */
    public DecodedReader(InputStream in, @Nullable Charset named) throws IOException {
        this(in, named, false);
    }

    private DecodedReader(InputStream in, @Nullable Charset named, boolean guessing) throws IOException {
        this.in = in;
        while (bytes.remaining() < LONGEST_MARK && fill()) {
            // until there are enough to see a byte-order mark
        }
        Charset marked = byteOrderMark();
        Charset given = marked != null ? marked : named;
        Charset seen = given != null || !guessing ? given : Utf16.seenIn(bytes);
        charset = seen != null ? seen : StandardCharsets.UTF_8;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** As the constructor, but UTF-16 is seen by its zeros too where neither a mark nor the caller names a charset. */
    public static DecodedReader guessing(InputStream in, @Nullable Charset named) throws IOException {
        return new DecodedReader(in, named, true);
    }

    private @Nullable Charset byteOrderMark() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            bytes.position(3);
            return StandardCharsets.UTF_8;
        } else if (startsWith(0xFF, 0xFE)) {
            bytes.position(2);
            return StandardCharsets.UTF_16LE;
        } else if (startsWith(0xFE, 0xFF)) {
            bytes.position(2);
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private boolean startsWith(int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= bytes.limit() || (bytes.get(at) & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
        atEnd = count < 0;
        return !atEnd;
    }

    /** The charset that is read. */
    public Charset charset() {
        return charset;
    }

    /** How many bytes so far are none of the charset. */
    public long badBytes() {
        return badBytes;
    }

    /** The byte, as in {@code byte 0xE4}, that a character of this reader stands for, if it stands for one. */
    public static Optional<String> badByte(char character) {
        int value = character - BAD_BYTES;
        return value >= 0 && value <= 0xFF
                ? Optional.of(String.format(Locale.ROOT, "byte 0x%02X", value))
                : Optional.empty();
    }

    /** The first byte in the text that is none of the charset, as {@code byte 0xE4}. */
    public static Optional<String> firstBadByte(CharSequence text) {
        int at = Utf8.firstUnpaired(text);
        return at < 0 ? Optional.empty() : badByte(text.charAt(at));
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer characters = CharBuffer.wrap(target, offset, length).slice();
        while (characters.position() == 0) {
            if (!pending.isEmpty()) {
                takePending(characters);
            } else if (atEnd && !bytes.hasRemaining()) {
                return -1;
            } else {
                CoderResult result = decode(characters);
                boolean nothing = characters.position() == 0 && pending.isEmpty();
                if (nothing && result.isUnderflow() && !fill() && !bytes.hasRemaining()) {
                    return -1;
                }
            }
        }
        return characters.position();
    }

    @Override
    public boolean ready() throws IOException {
        return !pending.isEmpty() || bytes.hasRemaining() || in.available() > 0;
    }

    /** Decodes what there is, up to a bad byte; a character of two halves may not fit into the target but is kept. */
    private CoderResult decode(CharBuffer characters) {
        boolean narrow = characters.remaining() == 1;
        CharBuffer target = narrow ? CharBuffer.allocate(2) : characters;
        CoderResult result = decoder.decode(bytes, target, atEnd);
        if (narrow) {
            pending.append(target.flip());
        }
        if (result.isError()) {
            keepBad(result.length());
        }
        return result;
    }

    private void takePending(CharBuffer characters) {
        int count = Math.min(pending.length(), characters.remaining());
        characters.put(pending.substring(0, count));
        pending.delete(0, count);
    }

    private void keepBad(int count) {
        badBytes += count;
        for (int each = 0; each < count; each++) {
            pending.append((char) (BAD_BYTES + (bytes.get() & 0xFF)));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
