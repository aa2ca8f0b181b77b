package org.noteworthy.playbooks.language.parsing;

import java.util.ArrayList;
import java.util.List;
import org.noteworthy.playbooks.language.Objection;
import org.noteworthy.playbooks.language.Span;

/** Collects what is wrong with one rule file, up to as many places as anybody would read. */
final class Objections {
    private static final int MOST = 100;

    private final List<Objection> found = new ArrayList<>();

    void add(Span at, String sentence) {
        if (found.size() < MOST) {
            found.add(new Objection(at, sentence));
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Objection> all() {
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
        void tell(Objections objections) {
            if (!told) {
                objections.add(at, String.valueOf(getMessage()));
            }
            told = true;
        }
    }
}
