package org.noteworthy.audit.log;

import java.time.Instant;
import org.noteworthy.playbooks.Library;

/**
 * The call on which decisions were made.
 *
 * @param caller who asked, as far as that is known
 * @param library the editions that judged
 * @param at when
 * @param nanos how long judging took; of many decisions, all together
 */
public record CallContext(String caller, Library library, Instant at, long nanos) {}
