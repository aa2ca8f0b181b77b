package org.noteworthy.playbooks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.noteworthy.notes.Nearest;
import org.noteworthy.playbooks.language.Span;

/** Collects everything that is wrong in one edition's folder, so that its owner sees it all at once. */
final class Flaws {
    private final String folder;
    private final List<Flaw> found = new ArrayList<>();

    Flaws(String folder) {
        this.folder = folder;
    }

    void add(String file, int line, int column, String sentence) {
        add(file, line, column, 0, sentence);
    }

    void add(String file, int line, int column, int length, String sentence) {
        found.add(new Flaw(folder + "/" + file, line, column, length, sentence));
    }

    void add(String file, int line, String sentence) {
        add(file, line, 0, sentence);
    }

    void add(String file, Span at, String sentence) {
        add(file, at.line(), at.column(), at.length(), sentence);
    }

    void add(Flaw flaw) {
        found.add(flaw);
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Whether nothing is wrong with that file of the edition. */
    boolean none(String file) {
        return found.stream().noneMatch(flaw -> flaw.file().equals(folder + "/" + file));
    }

    List<Flaw> sorted() {
        return found.stream().distinct().sorted().toList();
    }

    /** {@code " Maybe you mean X."} where one of the candidates is near, else what there is. */
    static String insteadOf(String given, Collection<String> candidates) {
        return Nearest.insteadOf(given, candidates);
    }
}
