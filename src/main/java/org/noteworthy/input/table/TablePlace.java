package org.noteworthy.input.table;

import org.noteworthy.input.Quoted;
import org.noteworthy.input.UnreadableInputException;

/**
 * Where a table stands.
 *
 * @param input the file as the caller named it
 * @param prefix what stands before a row's number in a place, e.g. {@code "sheet May, "}
 * @param label what sentences about the table begin with, e.g. {@code "the sheet \"May\": "}
 */
public record TablePlace(String input, String prefix, String label) {

    /** The only table of its input. */
    public static TablePlace of(String input) {
        return new TablePlace(input, "", "");
    }

    /** One sheet of several. */
    public static TablePlace of(String input, String sheet) {
        return new TablePlace(input, "sheet " + sheet + ", ", "the sheet " + Quoted.of(sheet) + ": ");
    }

    /** Place of a row. */
    public String row(int number) {
        return prefix + "row " + number;
    }

    /** That the table can not be read. */
    UnreadableInputException unreadable(String sentence) {
        return new UnreadableInputException(input, label + sentence);
    }
}
