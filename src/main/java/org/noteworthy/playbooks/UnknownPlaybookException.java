package org.noteworthy.playbooks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody asked for an edition that the library does not have. */
public final class UnknownPlaybookException extends RuntimeException {
    UnknownPlaybookException(String version, List<String> known, @Nullable String nearest) {
        super("The playbook " + version + " is not known; there is " + String.join(", ", known) + "."
                + (nearest == null ? "" : " Maybe you mean " + nearest + "."));
    }
}
