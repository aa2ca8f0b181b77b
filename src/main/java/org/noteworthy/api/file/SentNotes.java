package org.noteworthy.api.file;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Entries;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.UnreadableInputException;

/**
 * The notes of one input after the other. They end before one that cannot be read, or not any further; when that was
 * {@link #takeBroken told}, they go on with the next.
 */
final class SentNotes implements Entries, AutoCloseable {
    private final Iterator<Supplier<NoteInput>> inputs;
    private final Lasting lasting;
    private @Nullable NoteInput current;
    private @Nullable UnreadableInputException broken;
    private boolean over;

    SentNotes(Iterator<Supplier<NoteInput>> inputs, Lasting lasting) {
        this.inputs = inputs;
        this.lasting = lasting;
    }

    @Override
    public boolean hasNext() {
        while (broken == null && !over) {
            if (lasting.isOver()) {
                over = true;
            } else {
                try {
                    if (findNext()) {
                        return true;
                    }
                } catch (UnreadableInputException e) {
                    broken = e;
                    close();
                }
            }
        }
        return false;
    }

    /** Whether the input at hand has one more; goes to the next where it has not. */
    private boolean findNext() {
        NoteInput input = current;
        if (input == null) {
            over = !inputs.hasNext();
            current = over ? null : inputs.next().get();
            return false;
        }
        if (input.hasNext()) {
            return true;
        }
        if (input.isEmpty()) {
            throw input.nothingToCheck(SentFiles.PARAMETERS);
        }
        close();
        return false;
    }

    @Override
    public Entry next() {
        if (!hasNext() || current == null) {
            throw new java.util.NoSuchElementException("There is no further note.");
        }
        return current.next();
    }

    /** Why the notes have ended here, where there may be more; what is told is told once. */
    Optional<UnreadableInputException> takeBroken() {
        Optional<UnreadableInputException> told = Optional.ofNullable(broken);
        broken = null;
        return told;
    }

    /** Whether there is no further input. */
    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
