package org.noteworthy.drafts.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of the rows of a table. Rows have the numbers, from 1 and without the header, that they have before the
 * first operation of a list; {@code expected} is the hash of the row as {@link TableRows} tells it.
 */
public sealed interface RowOperation {

    /** An operation on a row that is there. */
    sealed interface Named extends RowOperation {
        int row();

        String expected();

        String does();
    }

    /**
     * A new row.
     *
     * @param before number of the row that it goes in front of; null for the end. New and moved rows that go to one place
     *     stand there in the order of their operations.
     * @param cells by the names of their columns; those that are not named are empty
     */
    record Add(@Nullable Integer before, Map<String, String> cells) implements RowOperation {
        public Add {
            cells = ordered(cells);
        }
    }

    /** Other texts for the cells of a row that are named, by the names of their columns. */
    record Change(int row, String expected, Map<String, String> cells) implements Named {
        public Change {
            cells = ordered(cells);
        }

        @Override
        public String does() {
            return "changes";
        }
    }

    /** The row goes. */
    record Delete(int row, String expected) implements Named {
        @Override
        public String does() {
            return "deletes";
        }
    }

    /**
     * The row goes elsewhere.
     *
     * @param before number of the row that it goes in front of; null for the end
     */
    record Move(int row, String expected, @Nullable Integer before) implements Named {
        @Override
        public String does() {
            return "moves";
        }
    }

    private static Map<String, String> ordered(Map<String, String> cells) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
}
