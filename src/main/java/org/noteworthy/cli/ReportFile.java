package org.noteworthy.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a report goes. A file is written beside its place and moved there when the report is whole, so that a run that
 * fails leaves what was there before.
 */
final class ReportFile implements AutoCloseable {
    private final OutputStream stream;
    private final @Nullable Path draft;
    private final @Nullable Path target;

    private ReportFile(OutputStream stream, @Nullable Path draft, @Nullable Path target) {
        this.stream = stream;
        this.draft = draft;
        this.target = target;
    }

    /** A stream that belongs to somebody else; its errors, which it keeps to itself, are looked for now and then. */
    static ReportFile of(PrintStream out) {
        return new ReportFile(new BufferedOutputStream(new Telling(out), 1 << 16), null, null);
    }

    /** A file that must be none of the inputs. */
    static ReportFile of(Path file, List<String> inputs) {
        try {
            for (String input : inputs) {
                Path read = Path.of(input);
                if (Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read)) {
                    throw new UnusableException(
                            "The report would overwrite the notes in " + input + ". Name another file with -o.");
                }
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return new ReportFile(buffered(file), null, null);
            }
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".noteworthy", ".draft");
            return new ReportFile(buffered(draft), draft, file);
        } catch (IOException e) {
            throw new UnusableException("The report cannot be written to " + file
                    + ". Name a file in a folder that is there and that you may write to, with -o.");
        }
    }

    OutputStream stream() {
        return stream;
    }

    /** Ends a report that is whole. */
    void finish() throws IOException {
        stream.flush();
        if (draft != null && target != null) {
            stream.close();
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (draft != null) {
            stream.close();
            Files.deleteIfExists(draft);
        }
    }

    private static OutputStream buffered(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    /** Tells when what a print stream was given could not be written. */
    private static final class Telling extends OutputStream {
        private final PrintStream out;

        Telling(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int unit) throws IOException {
            out.write(unit);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, length);
            flush();
        }

        @Override
        public void flush() throws IOException {
            if (out.checkError()) {
                throw new IOException("The stream is closed or full");
            }
        }
    }
}
