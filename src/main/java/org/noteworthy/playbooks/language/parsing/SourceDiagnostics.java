package org.noteworthy.playbooks.language.parsing;

import java.util.ArrayList;
import java.util.List;
import org.noteworthy.playbooks.language.SourceDiagnostic;
import org.noteworthy.playbooks.language.Span;

/** Collects what is wrong with one rule file, up to as many places as anybody would read. */
final class SourceDiagnostics {
    private static final int MOST = 100;

    private final List<SourceDiagnostic> found = new ArrayList<>();

    void add(Span at, String sentence) {
        if (found.size() < MOST) {
            found.add(new SourceDiagnostic(at, sentence));
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    List<SourceDiagnostic> all() {
        return List.copyOf(found);
    }

    /** Says that reading cannot go on from here: what follows would only echo what is wrong. */
    static final class Halt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Span at;
        private boolean told;

        Halt(Span at, String sentence) {
            super(sentence, null, false, false);
            this.at = at;
        }

        /** Tells it, once. */
        void tell(SourceDiagnostics diagnostics) {
            if (!told) {
                diagnostics.add(at, String.valueOf(getMessage()));
            }
            told = true;
        }
    }
}
