package org.noteworthy.input;

import java.util.ArrayList;
import java.util.List;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.Problem.FieldError;
import org.noteworthy.notes.text.Nearest;

/** Everything that is wrong with the fields of one record, in the order in which it was found. */
public final class FieldErrors {
    /** Far more than a record has fields; keeps a record of a million misspelt fields from filling the memory. */
    private static final int MOST = 100;

    private static final int MOST_IN_DETAIL = 10;

    private final List<FieldError> errors = new ArrayList<>(0);
    private int left;
    private boolean tooLong;

    /** Adds all that is wrong with a part of the record, each sentence after some words that say which. */
    public void addAll(String before, FieldErrors part) {
        part.errors.forEach(error -> add(error.pointer(), before + error.detail()));
        left += part.left;
        tooLong |= part.tooLong;
    }

    public void add(String pointer, String sentence) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(pointer, sentence));
        } else {
            left++;
        }
    }

    public void addTooLong(String pointer, String sentence) {
        tooLong = true;
        add(pointer, sentence);
    }

    /** A name that is no field: names the nearest known one, else all of them. */
    public void addUnknown(String parent, String where, String name, List<String> known) {
        String pointer = parent + "/" + name.replace("~", "~0").replace("/", "~1");
        add(pointer, "There is no field " + Quoted.of(name) + where + "; " + nearestOrAll(name, known) + ".");
    }

    private static String nearestOrAll(String name, List<String> known) {
        return Nearest.among(name, known)
                .map(nearest -> "maybe you mean " + nearest)
                .orElseGet(() -> "the fields are " + String.join(", ", known));
    }

    /** Whether something at that very place is wrong. */
    public boolean has(String pointer) {
        return errors.stream().anyMatch(error -> error.pointer().equals(pointer));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** All of it as one problem; not to be asked for while empty. */
    public Problem problem() {
        StringBuilder detail = new StringBuilder();
        for (FieldError error : errors.subList(0, Math.min(errors.size(), MOST_IN_DETAIL))) {
            detail.append(detail.isEmpty() ? "" : " ").append(error.detail());
        }
        int more = errors.size() + left - MOST_IN_DETAIL;
        if (more > 0) {
            detail.append(" And ").append(more).append(" more.");
        }
        int count = errors.size() + left;
        String title = tooLong ? "Text too long" : count == 1 ? "A field is wrong" : count + " fields are wrong";
        return new Problem(tooLong ? 413 : 422, title, detail.toString(), errors);
    }
}
