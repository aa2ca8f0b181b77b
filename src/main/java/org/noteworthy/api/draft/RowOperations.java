package org.noteworthy.api.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.body.RowChange;
import org.noteworthy.api.body.RowChanges;
import org.noteworthy.drafts.text.RowOperation;
import org.noteworthy.notes.text.Nearest;

/** Operations on rows, as a call writes them. */
final class RowOperations {
    private static final List<String> KINDS = List.of("add", "change", "delete", "move");

    private RowOperations() {}

    static List<RowOperation> of(RowChanges changes) {
        List<RowOperation> operations = new ArrayList<>();
        for (RowChange change : changes.operations()) {
            String place = "/operations/" + operations.size();
            if (change == null || change.op() == null) {
                throw JsonBody.wrong(place + "/op", "op is missing. It is one of " + String.join(", ", KINDS) + ".");
            }
            operations.add(of(change, place));
        }
        return operations;
    }

    private static RowOperation of(RowChange change, String place) {
        return switch (change.op()) {
            case "add" -> new RowOperation.Add(change.row(), needed(change.cells(), place + "/cells"));
            case "change" ->
                new RowOperation.Change(
                        needed(change.row(), place + "/row"),
                        needed(change.hash(), place + "/hash"),
                        needed(change.cells(), place + "/cells"));
            case "delete" ->
                new RowOperation.Delete(needed(change.row(), place + "/row"), needed(change.hash(), place + "/hash"));
            case "move" ->
                new RowOperation.Move(
                        needed(change.row(), place + "/row"), needed(change.hash(), place + "/hash"), change.to());
            default ->
                throw JsonBody.wrong(
                        place + "/op",
                        "There is no such operation."
                                + Nearest.maybe(change.op(), KINDS, " There is " + String.join(", ", KINDS) + "."));
        };
    }

    private static <T> T needed(@Nullable T value, String place) {
        if (value == null) {
            throw JsonBody.wrong(place, place.substring(place.lastIndexOf('/') + 1) + " is missing.");
        }
        if (value instanceof Map<?, ?> cells && cells.containsValue(null)) {
            throw JsonBody.wrong(place, "A cell is a text; an empty one is \"\".");
        }
        return value;
    }
}
