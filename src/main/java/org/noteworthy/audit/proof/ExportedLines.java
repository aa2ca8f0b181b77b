package org.noteworthy.audit.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Hashes;
import org.noteworthy.audit.LinkedLine;
import org.noteworthy.audit.PrunedRange;

/** The lines of one chain in a file, or of all, without those that tell what was pruned; what is no decision belongs to the chain of the line before. */
final class ExportedLines implements Iterator<@Nullable LinkedLine>, AutoCloseable {
    private final BufferedReader reader;
    private final @Nullable String chain;
    private final Hashes hashes = new Hashes();
    private @Nullable String text;
    private @Nullable LinkedLine line;
    private String last = "";
    private int number;
    private int handedOut;
    private final List<PrunedRange> ranges = new ArrayList<>();

    ExportedLines(Path export, @Nullable String chain) throws IOException {
        // Each byte for itself: what is hashed is what stands there, be it UTF-8 or not.
        reader = Files.newBufferedReader(export, StandardCharsets.ISO_8859_1);
        this.chain = chain;
        last = chain == null ? "" : chain;
        advance();
    }

    private void advance() throws IOException {
        boolean range;
        do {
            range = false;
            text = reader.readLine();
            number++;
            if (text != null) {
                byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                line = LinkedLine.read(bytes, 0, bytes.length, hashes);
                last = line == null ? last : line.chain();
                range = text.startsWith(PrunedRange.BEGINNING) && isRange(bytes);
            }
        } while (range || text != null && chain != null && !last.equals(chain));
    }

    private boolean isRange(byte[] bytes) {
        try {
            return ranges.add(PrunedRange.read(bytes));
        } catch (IOException e) {
            return false;
        }
    }

    /** Number in the file of the line that was handed out last. */
    int number() {
        return handedOut;
    }

    @Override
    public boolean hasNext() {
        return text != null;
    }

    @Override
    public @Nullable LinkedLine next() {
        if (text == null) {
            throw new NoSuchElementException("The file has ended");
        }
        LinkedLine next = line;
        handedOut = number;
        try {
            advance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The ranges that it says were pruned, as far as it was read. */
    List<PrunedRange> ranges() {
        return ranges;
    }
}
