package org.noteworthy.playbooks;

import java.util.List;
import org.noteworthy.failure.UserException;
import org.noteworthy.playbooks.edition.Diagnostic;

/** Notes are to be judged with waivers, and the file of waivers does not hold together. */
public final class WaiversRefusedException extends UserException {
    private final transient List<Diagnostic> diagnostics;

    /** For everything that is wrong with the file. */
    public WaiversRefusedException(List<Diagnostic> diagnostics) {
        super("The waivers cannot be used: " + diagnostics.get(0)
                + (diagnostics.size() == 1 ? "" : " (and " + (diagnostics.size() - 1) + " more)"));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Everything that is wrong with it. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
