package org.noteworthy.playbooks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UserException;

/** No edition is in force on the day that somebody asked for. */
public final class NoPlaybookInForceException extends UserException {
    NoPlaybookInForceException(LocalDate day, @Nullable LocalDate earliest) {
        super("No playbook was in force on " + day + "."
                + (earliest == null
                        ? " No edition says when it begins."
                        : " The first one begins on " + earliest + "; name a playbook to judge by it all the same."));
    }
}
