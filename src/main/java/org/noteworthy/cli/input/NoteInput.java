package org.noteworthy.cli.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.noteworthy.checking.Entries;
import org.noteworthy.checking.Entry;

/**
 * The entries of one input, in its order, one at a time: nothing is read ahead but the next entry.
 *
 * <p>{@link #hasNext} and {@link #next} throw {@link UnreadableInputException} where the input breaks off.
 */
public final class NoteInput implements Entries, AutoCloseable {
    private final String name;
    private final Supplier<Optional<Entry>> source;
    private final Closeable resource;
    private Optional<Entry> ahead = Optional.empty();
    private boolean ended;

    NoteInput(String name, Supplier<Optional<Entry>> source, Closeable resource) {
        this.name = name;
        this.source = source;
        this.resource = resource;
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            try {
                ahead = source.get();
            } catch (UncheckedIOException e) {
                throw Unreadable.because(name, Objects.requireNonNull(e.getCause()));
            }
            ended = ahead.isEmpty();
        }
        return ahead.isPresent();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There is no further entry in " + name + ".");
        }
        Entry entry = ahead.orElseThrow();
        ahead = Optional.empty();
        return entry;
    }

    /** Lets go of the file; what can not be closed is left to the end of the process. */
    @Override
    public void close() {
        try {
            resource.close();
        } catch (IOException e) {
            ended = true;
        }
    }
}
