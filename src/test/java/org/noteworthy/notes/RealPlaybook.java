package org.noteworthy.notes;

import java.nio.file.Path;
import org.noteworthy.notes.parsing.NoteParser;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleCache;

/** The editions under {@code rules}, each compiled once for all tests. */
public final class RealPlaybook {
    private static final Library LIBRARY = Library.open(Path.of("rules"), RuleCache.none());
    private static final Playbook MARCH_2020 = LIBRARY.named("2020-03-25");

    private RealPlaybook() {}

    /** The edition of 25 March 2020, which most tests read by. */
    public static Playbook march2020() {
        return MARCH_2020;
    }

    /** The same edition with a parser of its own, made anew where the test stands. */
    public static Playbook reparsed() {
        return new Playbook(
                MARCH_2020.edition(),
                MARCH_2020.tables(),
                new NoteParser(MARCH_2020.tables()),
                MARCH_2020.noteRules(),
                MARCH_2020.engagementRules(),
                MARCH_2020.files());
    }

    /** Another edition. */
    public static Playbook edition(String version) {
        return LIBRARY.named(version);
    }

    /** A note of which only the text is known, as that edition reads it. */
    static Note read(String text) {
        return MARCH_2020.parser().parse(NoteRecord.of("note", text));
    }
}
