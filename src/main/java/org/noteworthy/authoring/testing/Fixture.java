package org.noteworthy.authoring.testing;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;

/** A file that says, beside a note or an engagement, which rules it violates and under which playbooks. */
public sealed interface Fixture {
    /** What stands for no fix at all. */
    String NO_FIX = "none";

    /** The file. */
    Path file();

    /** The file, and in a table the note in it. */
    String place();

    /** Ids of the rules that are to be violated; empty where the key names none or is not there. */
    Set<String> expect();

    /** The fixes that are to be shown, such as {@code status-allowed safe}; empty where the fixture does not say. */
    default Set<String> fixes() {
        return Set.of();
    }

    /** Its notes. */
    List<NoteRecord> notes();

    /** Whether the text of one of its notes has that word. */
    default boolean mentions(String word) {
        return notes().stream().anyMatch(note -> note.text().contains(word));
    }

    /** Playbooks to judge by; empty where the key is not there. */
    List<String> playbooks();

    /** Whether it is judged by that edition. */
    default boolean isFor(String version) {
        return EditionRange.covers(this, version);
    }

    /** A fixture about one note. */
    record OfNote(Path file, NoteRecord note, Set<String> expect, List<String> playbooks, Set<String> fixes)
            implements Fixture {
        public OfNote {
            fixes = Collections.unmodifiableSortedSet(new TreeSet<>(fixes));
            expect = Collections.unmodifiableSortedSet(new TreeSet<>(expect));
            playbooks = List.copyOf(playbooks);
        }

        @Override
        public List<NoteRecord> notes() {
            return List.of(note);
        }

        @Override
        public String place() {
            return file.toString().endsWith(".csv") ? file + " [" + note.id() + "]" : file.toString();
        }
    }

    /** A fixture about an engagement. */
    record OfEngagement(Path file, EngagementRecord engagement, Set<String> expect, List<String> playbooks)
            implements Fixture {
        public OfEngagement {
            expect = Collections.unmodifiableSortedSet(new TreeSet<>(expect));
            playbooks = List.copyOf(playbooks);
        }

        @Override
        public List<NoteRecord> notes() {
            return engagement.notes();
        }

        @Override
        public String place() {
            return file.toString();
        }
    }
}
