package org.noteworthy.api.draft;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.noteworthy.api.ProblemException;

/** Looks at a draft for somebody who may go away meanwhile. */
final class Looking {
    private Looking() {}

    static <T> T of(Supplier<T> look) {
        try {
            return look.get();
        } catch (CancellationException e) { // nobody reads this
            throw ProblemException.of(503, "Broken off", "Whoever asked has gone. Ask again.");
        }
    }
}
