package org.noteworthy.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UsageException;

/**
 * Where a report goes. A file is written beside its place and moved there when the report is whole, so that a run that
 * fails leaves what was there before; what was there keeps its mode, and a link goes on leading to its file.
 */
public final class ReportFile implements AutoCloseable {
    private static final String STANDARD_OUTPUT = "-";
    private static final int MOST_LINKS = 40;
    private static final int MOST_NAMES = 1_000;

    private final OutputStream stream;
    private final @Nullable Path draft;
    private final @Nullable Path target;

    private ReportFile(OutputStream stream, @Nullable Path draft, @Nullable Path target) {
        this.stream = stream;
        this.draft = draft;
        this.target = target;
    }

    /** The file that an option names; null where it names none, or {@code -} for standard output. */
    static @Nullable public Path named(@Nullable Path option) {
        return option == null || option.toString().equals(STANDARD_OUTPUT) ? null : option;
    }

    /** A stream that belongs to somebody else; its errors, which it keeps to itself, are looked for now and then. */
    public static ReportFile of(PrintStream out) {
        return new ReportFile(new BufferedOutputStream(new Telling(out), 1 << 16), null, null);
    }

    /** A file that must be none of the inputs. */
    public static ReportFile of(Path file, List<String> inputs) {
        try {
            for (String input : inputs) {
                Path read = Path.of(input);
                if (Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read)) {
                    throw new UsageException(
                            "The report would overwrite the notes in " + input + ". Name another file with -o.");
                }
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return new ReportFile(buffered(Files.newOutputStream(file)), null, null);
            }
            Path target = behindLinks(file.toAbsolutePath());
            if (Files.exists(target) && !Files.isWritable(target)) {
                throw new AccessDeniedException(target.toString());
            }
            return drafted(target);
        } catch (IOException e) {
            throw new UsageException("The report cannot be written to " + file
                    + ". Name a file in a folder that is there and that you may write to, with -o.");
        }
    }

    /** The file that a link leads to, whether that is there or not. */
    private static Path behindLinks(Path file) throws IOException {
        Path path = file;
        for (int links = 0; Files.isSymbolicLink(path); links++) {
            if (links == MOST_LINKS) {
                throw new IOException("The links go in circles");
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        return path;
    }

    /** A new file beside the target, with the mode that new files have here. */
    private static ReportFile drafted(Path target) throws IOException {
        for (int number = 0; ; number++) {
            Path draft = target.resolveSibling(
                    ".noteworthy-" + ProcessHandle.current().pid() + "-" + number + ".draft");
            try {
                OutputStream out =
                        Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                draft.toFile().deleteOnExit(); // where somebody interrupts the run
                return new ReportFile(buffered(out), draft, target);
            } catch (FileAlreadyExistsException e) {
                if (number == MOST_NAMES) {
                    throw e;
                }
            }
        }
    }

    public OutputStream stream() {
        return stream;
    }

    /** Ends a report that is whole. */
    public void finish() throws IOException {
        stream.flush();
        if (draft != null && target != null) {
            stream.close();
            if (Files.exists(target)) {
                keepMode(target, draft);
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Where files have a mode and owners; whose they are is kept as far as this user may say it. */
    private static void keepMode(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes before = Files.readAttributes(from, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes now = view.readAttributes();
        if (!before.group().equals(now.group()) || !before.owner().equals(now.owner())) {
            try {
                view.setGroup(before.group());
                view.setOwner(before.owner());
            } catch (IOException e) {
                // Only the owner of the machine may give files away; the report is this user's then.
            }
        }
        view.setPermissions(before.permissions());
    }

    @Override
    public void close() throws IOException {
        if (draft != null) {
            try {
                stream.close();
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static OutputStream buffered(OutputStream out) {
        return new BufferedOutputStream(out, 1 << 16);
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
