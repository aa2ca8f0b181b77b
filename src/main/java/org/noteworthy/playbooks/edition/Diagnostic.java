package org.noteworthy.playbooks.edition;

import java.util.Comparator;
import org.noteworthy.notes.text.Characters;

/**
 * Something wrong in a rules folder, told so that its owner can mend it.
 *
 * @param file path within the rules folder, with forward slashes, e.g. {@code 2020-03-25/tables/roles.csv}
 * @param line line of the file, from 1; 0 where the file as a whole is meant
 * @param column column of that line, from 1; 0 where the line as a whole is meant
 * @param length how many UTF-16 units are meant; 0 where that is not known
 * @param sentence what is wrong and the way out, in words that need no Java
 */
public record Diagnostic(String file, int line, int column, int length, String sentence)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::sentence);

    /** {@code file:line:column: sentence}, or {@code file: sentence} where the file as a whole is meant; harmless to a terminal. */
    @Override
    public String toString() {
        return Characters.harmless(placeIn(file) + ": " + sentence);
    }

    /** Name of the edition's folder that the file lies in; empty where it lies beside the editions. */
    public String folder() {
        return file.substring(0, Math.max(0, file.indexOf('/')));
    }

    /** Path of the file within that folder; empty where the folder as a whole is meant. */
    public String name() {
        return file.substring(file.indexOf('/') + 1);
    }

    /** Its place under another path of its file; a line as a whole is named by its first column. */
    public String placeIn(String path) {
        return line == 0 ? path : path + ":" + line + ":" + Math.max(1, column);
    }

    @Override
    public int compareTo(Diagnostic other) {
        return BY_PLACE.compare(this, other);
    }
}
