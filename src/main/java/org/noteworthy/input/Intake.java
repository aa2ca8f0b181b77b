package org.noteworthy.input;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Problem;

/** What came of reading one record: the record, or all that is wrong with it. */
public sealed interface Intake<T> {

    /** The record, where it may be judged. */
    default Optional<T> accepted() {
        return this instanceof Accepted<T> accepted ? Optional.of(accepted.record()) : Optional.empty();
    }

    /** A record that may be judged. */
    record Accepted<T>(T record) implements Intake<T> {}

    /** A record that may not; {@code id} is what it calls itself, if that much could be read. */
    record Refused<T>(@Nullable String id, Problem problem) implements Intake<T> {}
}
