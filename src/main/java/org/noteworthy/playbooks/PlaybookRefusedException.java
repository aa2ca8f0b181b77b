package org.noteworthy.playbooks;

import java.util.List;
import org.noteworthy.failure.UserException;
import org.noteworthy.playbooks.edition.Flaw;

/** Somebody asked for an edition whose folder does not hold together. */
public final class PlaybookRefusedException extends UserException {
    private final transient List<Flaw> flaws;

    /** For an edition and everything that is wrong with it. */
    public PlaybookRefusedException(String version, List<Flaw> flaws) {
        super("The playbook " + version + " cannot be used: " + flaws.get(0)
                + (flaws.size() == 1 ? "" : " (and " + (flaws.size() - 1) + " more)"));
        this.flaws = List.copyOf(flaws);
    }

    /** Everything that is wrong with it. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
