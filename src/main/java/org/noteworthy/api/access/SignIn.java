package org.noteworthy.api.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.Identity;
import org.noteworthy.access.Refusal;

/** One way to find out who calls. */
interface SignIn {
    /** What comes of it. */
    sealed interface Outcome {
        /**
         * It is known.
         *
         * @param browser what a browser said by itself, whatever page made it call; null where it did not
         */
        record In(Identity identity, @Nullable BrowserSession browser) implements Outcome {}

        /**
         * It is not.
         *
         * @param detail more on why, for the log
         */
        record Out(Refusal why, @Nullable String detail) implements Outcome {}

        /** The call was answered already, as by a page to sign in at. */
        record Answered() implements Outcome {}
    }

    /** Finds out who makes a call; holds up no thread. */
    Uni<Outcome> of(RoutingContext call);

    /** What somebody needs to sign in, as a sentence. */
    String wanted();
}
