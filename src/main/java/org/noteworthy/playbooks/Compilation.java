package org.noteworthy.playbooks;

import java.util.List;
import org.noteworthy.playbooks.edition.Diagnostic;

/** What came of reading an edition's folder. */
public sealed interface Compilation {

    /** The folder holds together. */
    record Compiled(Playbook playbook) implements Compilation {}

    /** The folder does not; here is everything that is wrong with it. */
    record Refused(List<Diagnostic> diagnostics) implements Compilation {
        public Refused {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
