package org.noteworthy.audit.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.Library;

/**
 * The call on which decisions were made.
 *
 * @param caller who asked, as far as that is known
 * @param identity who that is, where it was verified
 * @param library the editions that judged
 * @param at when
 * @param nanos how long judging took; of many decisions, all together
 */
public record CallContext(String caller, @Nullable String identity, Library library, Instant at, long nanos) {

    /** A call of somebody whom nobody has verified. */
    public CallContext(String caller, Library library, Instant at, long nanos) {
        this(caller, null, library, at, nanos);
    }
}
