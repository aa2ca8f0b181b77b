package org.noteworthy.drafts.text;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UserException;
import org.noteworthy.notes.text.Characters;

/** A table cannot be edited as it is asked for, or as it is written; nothing of it was changed. */
public final class TableException extends UserException {
    private static final long serialVersionUID = 1L;

    private final int operation;
    private final int row;
    private final @Nullable String column;
    private final @Nullable String nearest;
    private final boolean stale;

    private TableException(
            String sentence, int operation, int row, @Nullable String column, @Nullable String nearest, boolean stale) {
        super(Characters.harmless(sentence));
        this.operation = operation;
        this.row = row;
        this.column = column;
        this.nearest = nearest;
        this.stale = stale;
    }

    /** The table as a whole, or the list of operations, cannot be worked with. */
    static TableException whole(String sentence) {
        return new TableException(sentence, 0, 0, null, null, false);
    }

    static TableException of(int operation, int row, String sentence) {
        return new TableException(sentence, operation, row, null, null, false);
    }

    static TableException ofColumn(int operation, int row, String column, @Nullable String nearest, String sentence) {
        return new TableException(sentence, operation, row, column, nearest, false);
    }

    static TableException stale(int operation, int row, String sentence) {
        return new TableException(sentence, operation, row, null, null, true);
    }

    /** Number of the operation in its list, from 1; empty where it is not about one. */
    public OptionalInt operation() {
        return operation == 0 ? OptionalInt.empty() : OptionalInt.of(operation);
    }

    /** Number of the row that the operation names. */
    public OptionalInt row() {
        return row == 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** Name of the column that the operation names, as it was given. */
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }

    /** Name of the column that was probably meant. */
    public Optional<String> nearest() {
        return Optional.ofNullable(nearest);
    }

    /** Whether the table has been changed since whoever asks read it, so that they should read it again. */
    public boolean stale() {
        return stale;
    }
}
