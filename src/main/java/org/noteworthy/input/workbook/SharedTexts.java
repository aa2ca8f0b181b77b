package org.noteworthy.input.workbook;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts that cells of a workbook share, in a temporary file: eight bytes of memory for each, however long they are.
 *
 * <p>The file goes when it is closed, at the latest with the process.
 */
final class SharedTexts implements Closeable {
    private static final int WINDOW = 64 * 1024;
    private static final int LEAST_WINDOW = 4 * 1024;
    private static final int SHORT = 64;
    private static final int MOST_SHORT = 2_000;

    /** Far more than any spreadsheet program opens, and in the file at most 1.5 GiB. */
    private static final long MOST_CHARACTERS = 1L << 29;

    /** There are more than {@link #MOST_CHARACTERS}. */
    static final class TooMuchText extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final FileChannel channel;
    private final Map<Integer, String> shortOnes = new HashMap<>();
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private long windowEnd;
    private int windowSize = LEAST_WINDOW;
    private long[] ends = new long[64];
    private long characters;
    private int count;

    private SharedTexts(FileChannel channel) {
        this.channel = channel;
    }

    /** Those of a part of a workbook, from its beginning. */
    static SharedTexts read(XMLStreamReader xml, CellText cellText) throws IOException, XMLStreamException {
        SharedTexts texts = empty();
        try {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(texts.channel), WINDOW);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    texts.add(cellText.rich(xml), out);
                }
            }
            out.flush();
            return texts;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            texts.close();
            throw e;
        }
    }

    /** None at all. */
    static SharedTexts empty() throws IOException {
        Path file = Files.createTempFile("noteworthy-", ".texts");
        return new SharedTexts(FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    private void add(String text, OutputStream out) throws IOException {
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw new TooMuchText();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count + count / 2);
        }
        ends[count] = start(count) + bytes.length;
        count++;
    }

    private long start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** The text of that number, from 0, if there is one. */
    Optional<String> get(int index) throws IOException {
        if (index < 0 || index >= count) {
            return Optional.empty();
        }
        String known = shortOnes.get(index);
        if (known != null) {
            return Optional.of(known);
        }
        long start = start(index);
        int length = (int) (ends[index] - start);
        String text = CellText.unescaped(text(start, length));
        if (text.length() <= SHORT && shortOnes.size() < MOST_SHORT) {
            shortOnes.put(index, text);
        }
        return Optional.of(text);
    }

    /**
     * Texts are mostly asked for in the order in which they stand, so one look into the file serves for many; where they are
     * not, as after somebody sorted the sheet, little more is read than is asked for.
     */
    private String text(long start, int length) throws IOException {
        if (length > WINDOW) {
            byte[] bytes = new byte[length];
            fill(bytes, length, start);
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (start < windowStart || start + length > windowEnd) {
            boolean onward = start >= windowStart && start <= windowEnd;
            windowSize = onward ? Math.min(2 * windowSize, WINDOW) : LEAST_WINDOW;
            windowEnd = start + fill(window, Math.max(windowSize, length), start);
            windowStart = start;
        }
        return new String(window, (int) (start - windowStart), length, StandardCharsets.UTF_8);
    }

    /** Fills so many of those bytes from there in the file, or as many as it still has; tells how many. */
    private int fill(byte[] bytes, int length, long start) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, start + buffer.position());
        }
        return buffer.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
