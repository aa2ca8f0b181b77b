package org.noteworthy.playbooks;

import java.util.Comparator;
import org.noteworthy.notes.Characters;

/**
 * Something wrong in a rules folder, told so that its owner can mend it.
 *
 * @param file path within the rules folder, with forward slashes, e.g. {@code 2020-03-25/tables/roles.csv}
 * @param line line of the file, from 1; 0 where the file as a whole is meant
 * @param column column of that line, from 1; 0 where the line as a whole is meant
 * @param length how many UTF-16 units are meant; 0 where that is not known
 * @param sentence what is wrong and the way out, in words that need no Java
 */
public record Flaw(String file, int line, int column, int length, String sentence) implements Comparable<Flaw> {
    private static final Comparator<Flaw> BY_PLACE = Comparator.comparing(Flaw::file)
            .thenComparingInt(Flaw::line)
            .thenComparingInt(Flaw::column)
            .thenComparing(Flaw::sentence);

    /** {@code file:line:column: sentence}, without the numbers that are not known, on one line and without effect on a terminal. */
    @Override
    public String toString() {
        String place = line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        return Characters.harmless(place + ": " + sentence);
    }

    @Override
    public int compareTo(Flaw other) {
        return BY_PLACE.compare(this, other);
    }
}
