package org.noteworthy.cli.draft.view;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A file of a draft.
 *
 * @param text as UTF-8
 * @param hash SHA-256 of its bytes, by which a save says what it has changed
 * @param readable whether its bytes are UTF-8, so that the text is all of it
 */
public record FileView(String text, String hash, boolean readable) {

    /** The file with these bytes. */
    public static FileView of(byte[] bytes, String hash) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new FileView(text, hash, true);
        } catch (CharacterCodingException e) {
            return new FileView(new String(bytes, StandardCharsets.UTF_8), hash, false);
        }
    }
}
