package org.noteworthy.authoring.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;

/** A few fixtures that show what a rule asks: some that violate it, and one that passes. */
public record RuleExamples(List<Example> violating, List<Example> passing) {
    public RuleExamples {
        violating = List.copyOf(violating);
        passing = List.copyOf(passing);
    }

    /**
     * One of them.
     *
     * @param file path within the folder of fixtures, with forward slashes
     * @param lines what is known beside the text, and how the text begins
     * @param note the note as a whole, to be checked again; null where the fixture is an engagement
     */
    public record Example(
            String file, List<String> lines, @Nullable NoteRecord note) {
        public Example {
            lines = List.copyOf(lines);
        }
    }

    /** Whoever can read the files that fixtures are written in. */
    public interface Source {
        /** The examples of a rule among its fixtures; none where it has none. */
        RuleExamples of(Playbook playbook, Rule rule, RuleFixtures fixtures);
    }
}
