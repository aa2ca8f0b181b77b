package org.noteworthy.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Entries;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;

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
    private @Nullable Entry last;
    private boolean ended;
    private boolean holdsSomething;

    public NoteInput(String name, Supplier<Optional<Entry>> source, Closeable resource) {
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
                throw brokenOff(Unreadable.because(name, Objects.requireNonNull(e.getCause())));
            } catch (UnreadableInputException e) {
                throw brokenOff(e);
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
        last = entry;
        holdsSomething |= !(entry instanceof Entry.Engagement engagement)
                || !engagement.engagement().notes().isEmpty()
                || !engagement.engagement().interactions().isEmpty();
        return entry;
    }

    /** Whether nothing of what was read so far can be checked. */
    public boolean isEmpty() {
        return !holdsSomething;
    }

    /** The sentence for an input that ended and {@link #isEmpty}. */
    public UnreadableInputException nothingToCheck(OptionNames names) {
        return Unreadable.nothingToCheck(name, names);
    }

    /** Says how far it was read, where that is somewhere. */
    private UnreadableInputException brokenOff(UnreadableInputException reason) {
        ended = true;
        if (last == null) {
            return reason;
        }
        Origin origin = last.origin();
        String place = origin.entry() == null ? "line " + origin.line() : origin.entry();
        return new UnreadableInputException(
                name, reason.reason() + " It was judged up to " + place + "; what follows was not.", reason);
    }

    /** Prunes of the file; what can not be closed is left to the end of the process. */
    @Override
    public void close() {
        try {
            resource.close();
        } catch (IOException e) {
            ended = true;
        }
    }
}
