package org.noteworthy.input.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.noteworthy.input.Unreadable;
import org.noteworthy.input.UnreadableInputException;

/** Reads a page of text as a whole. */
public final class TextPage {
    private static final int LARGEST = 1 << 20;

    private TextPage() {}

    /** The text of the file; {@link UnreadableInputException} where it is none. */
    public static String read(String name) {
        byte[] bytes = bytes(name);
        if (bytes.length > LARGEST) {
            throw new UnreadableInputException(
                    name, "this page is larger than 1 MiB, which no guidance is. Name the page by itself.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new UnreadableInputException(
                        name, "this is not text but binary data. Save the page as Markdown in UTF-8.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new UnreadableInputException(name, "this is not UTF-8 text. Save the page as Markdown in UTF-8.", e);
        }
    }

    private static byte[] bytes(String name) {
        Path file;
        try {
            file = Path.of(name);
        } catch (InvalidPathException e) {
            throw Unreadable.notAPath(name);
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableInputException(name, "this is a directory; name the copy of the page in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw Unreadable.because(name, e);
        }
    }
}
