package org.noteworthy.authoring.form;

import java.util.List;

/**
 * A form and the text that stands for it.
 *
 * @param text in the house's layout
 * @param places where each field of the form stands in the text
 * @param problems what the language does not take, with its field
 */
public record WrittenForm(RuleForm form, String text, List<Place> places, List<Problem> problems) {
    public WrittenForm {
        places = List.copyOf(places);
        problems = List.copyOf(problems);
    }

    /**
     * Where a field stands.
     *
     * @param pointer the field, as JSON names it
     * @param line from 1
     * @param column from 1
     */
    public record Place(String pointer, int start, int end, int line, int column, int endLine, int endColumn) {}

    /** Something wrong with a field. */
    public record Problem(String pointer, int line, int column, String sentence) {}
}
