package org.noteworthy.playbooks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UserException;

/** Somebody asked for an edition that the library does not have. */
public final class UnknownPlaybookException extends UserException {
    UnknownPlaybookException(String version, List<String> known, @Nullable String nearest) {
        super("The playbook " + version + " is not known; there is " + String.join(", ", known) + "."
                + (nearest == null ? "" : " Maybe you mean " + nearest + "."));
    }
}
