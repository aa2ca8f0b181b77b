package org.noteworthy.playbooks;

import java.util.List;
import org.noteworthy.failure.UserException;
import org.noteworthy.playbooks.edition.Diagnostic;

/** Somebody asked for an edition whose folder does not hold together. */
public final class PlaybookRefusedException extends UserException {
    private final transient List<Diagnostic> diagnostics;

    /** For an edition and everything that is wrong with it. */
    public PlaybookRefusedException(String version, List<Diagnostic> diagnostics) {
        super("The playbook " + version + " cannot be used: " + diagnostics.get(0)
                + (diagnostics.size() == 1 ? "" : " (and " + (diagnostics.size() - 1) + " more)"));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Everything that is wrong with it. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
