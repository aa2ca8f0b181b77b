package org.noteworthy.input.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.input.InputKind;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.Unreadable;
import org.noteworthy.input.UnreadableInputException;
import org.noteworthy.input.table.CsvInput;
import org.noteworthy.input.table.TableHead;
import org.noteworthy.input.text.DecodedReader;
import org.noteworthy.input.workbook.WorkbookHead;
import org.noteworthy.input.workbook.WorkbookInput;

/**
 * Opens inputs by name: a file, whose extension says what it is, or {@code -}.
 *
 * <p>What is empty: a {@code .md} or {@code .txt} of no bytes is a note without text; any other input of no bytes, or
 * of blanks only, is an error; an array without elements and a table without rows are simply no notes. A directory is
 * an error that says what to type.
 */
public final class NoteInputs {
    private static final String STDIN = "<stdin>";

    private final InputOptions options;

    /** Opens inputs with these options. */
    public NoteInputs(InputOptions options) {
        this.options = options;
    }

    /** Opens one; the caller closes it. Throws {@link UnreadableInputException} where nothing of it can be read. */
    public NoteInput open(String name) {
        if (name.equals("-")) {
            InputKind kind = options.kind();
            if (kind == null) {
                throw Unreadable.stdinWithoutKind(STDIN);
            }
            return open(STDIN, STDIN, kind, options.stdin(), null);
        }
        Path file = path(name);
        InputKind kind = kind(name, file);
        try {
            return open(name, fileName(file), kind, Files.newInputStream(file), file);
        } catch (IOException e) {
            throw Unreadable.because(name, e);
        }
    }

    /**
     * Opens what lies in {@code content} under a name that says what it is and is otherwise only shown, as a caller sends
     * it: whatever stands under that name on this machine is not looked at.
     */
    public NoteInput open(String name, Path content) {
        InputKind kind = kindOf(name);
        try {
            return open(name, lastOf(name), kind, Files.newInputStream(content), content);
        } catch (IOException e) {
            throw Unreadable.sent(name, e);
        }
    }

    /** The beginning of a table that lies in {@code content}; empty where its name says that it is none. */
    public Optional<TableHead> head(String name, Path content) {
        InputKind kind = kindOf(name);
        if (kind == InputKind.XLSX) {
            return Optional.of(WorkbookHead.read(name, content, options));
        }
        if (kind != InputKind.CSV) {
            return Optional.empty();
        }
        try (DecodedReader reader = DecodedReader.guessing(Files.newInputStream(content), options.charset())) {
            return Optional.of(CsvInput.head(name, reader, options));
        } catch (IOException | UncheckedIOException e) {
            throw Unreadable.sent(name, e);
        }
    }

    /** Opens a text under a name that says what it is and is otherwise only shown. */
    public NoteInput openText(String name, String text) {
        InputKind kind = kindOf(name);
        if (kind == InputKind.XLSX) {
            throw new UnreadableInputException(name, "a workbook is no text. Send it by itself, as a file.");
        }
        return open(name, lastOf(name), kind, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
    }

    private InputKind kindOf(String name) {
        return InputKind.ofFile(lastOf(name))
                .or(() -> Optional.ofNullable(options.kind()))
                .orElseThrow(() -> Unreadable.unknownKind(name, options.names()));
    }

    private static String lastOf(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static Path path(String name) {
        try {
            Path file = Path.of(name);
            if (Files.readAttributes(file, BasicFileAttributes.class).isDirectory()) {
                throw Unreadable.directory(name);
            }
            return file;
        } catch (InvalidPathException e) {
            throw Unreadable.notAPath(name);
        } catch (IOException e) {
            throw Unreadable.because(name, e);
        }
    }

    private InputKind kind(String name, Path file) {
        Optional<InputKind> kind = InputKind.ofFile(fileName(file)).or(() -> Optional.ofNullable(options.kind()));
        return kind.orElseThrow(() -> Unreadable.unknownKind(name, options.names()));
    }

    private static String fileName(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    /** {@code id} is for a note that is the whole input and has none of its own. */
    private NoteInput open(String name, String id, InputKind kind, InputStream in, @Nullable Path file) {
        try {
            return switch (kind) {
                case TEXT -> TextInput.open(name, id, DecodedReader.guessing(in, options.charset()), options);
                case JSON -> JsonInput.open(name, id, decoded(in), options);
                case NDJSON -> JsonInput.openLines(name, decoded(in), options);
                case CSV -> CsvInput.open(name, DecodedReader.guessing(in, options.charset()), options);
                case XLSX -> WorkbookInput.open(name, in, file, options);
            };
        } catch (IOException e) {
            close(in);
            throw Unreadable.because(name, e);
        } catch (RuntimeException e) {
            close(in);
            throw e;
        }
    }

    private DecodedReader decoded(InputStream in) throws IOException {
        return new DecodedReader(in, options.charset());
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // The reason why the input was given up is the one to tell.
            return;
        }
    }
}
