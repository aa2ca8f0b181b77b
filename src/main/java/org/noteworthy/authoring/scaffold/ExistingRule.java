package org.noteworthy.authoring.scaffold;

import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;

/** A rule that somebody names. */
final class ExistingRule {
    private ExistingRule() {}

    /** The rule of that id; a sentence with the nearest one where the edition has none. */
    static Rule in(Edition edition, String id) {
        return edition.rule(id)
                .orElseThrow(() -> new UsageException("The edition " + edition.version() + " has no rule \"" + id
                        + "\"."
                        + Nearest.insteadOf(
                                id, edition.rules().stream().map(Rule::id).toList())));
    }
}
