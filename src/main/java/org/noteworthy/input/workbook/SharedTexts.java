package org.noteworthy.input.workbook;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
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
    private static final int SHORT = 64;
    private static final int MOST_SHORT = 2_000;

    /** Bytes in the file, two for a character: far more than any spreadsheet program opens, and less than fills a disk. */
    private static final long MOST_BYTES = 1L << 30;

    /** There is more text than {@link #MOST_BYTES}. */
    static final class TooMuchText extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final FileChannel channel;
    private final Map<Integer, String> shortOnes = new HashMap<>();
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;
    private long[] ends = new long[64];
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
        if (start(count) + 2L * text.length() > MOST_BYTES) {
            throw new TooMuchText();
        }
        byte[] bytes = new byte[2 * text.length()];
        ByteBuffer.wrap(bytes).asCharBuffer().put(text);
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
        String text = bytes(start, length).asCharBuffer().toString();
        if (text.length() <= SHORT && shortOnes.size() < MOST_SHORT) {
            shortOnes.put(index, text);
        }
        return Optional.of(text);
    }

    /** Texts are asked for in about the order in which they stand, so one look into the file serves for many. */
    private ByteBuffer bytes(long start, int length) throws IOException {
        if (length > WINDOW) {
            return filled(ByteBuffer.allocate(length), start);
        }
        if (start < windowStart || start + length > windowStart + window.limit()) {
            filled(window.clear(), start);
            windowStart = start;
        }
        return window.slice((int) (start - windowStart), length);
    }

    private ByteBuffer filled(ByteBuffer buffer, long start) throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, start + buffer.position());
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
