package org.noteworthy.playbooks;

import java.util.List;
import org.noteworthy.playbooks.edition.Flaw;

/** What came of reading an edition's folder. */
public sealed interface Compilation {

    /** The folder holds together. */
    record Compiled(Playbook playbook) implements Compilation {}

    /** The folder does not; here is everything that is wrong with it. */
    record Refused(List<Flaw> flaws) implements Compilation {
        public Refused {
            flaws = List.copyOf(flaws);
        }
    }
}
