package org.noteworthy.notes.words;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What only few notes need: made when it is first asked for, once, and then kept. Safe for use by many threads. */
final class OnDemand<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    OnDemand(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T known = made;
        return known != null ? known : make();
    }

    private synchronized T make() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
