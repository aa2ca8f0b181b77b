package org.noteworthy.cli.draft.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of the rows of a table.
 *
 * @param op {@code add}, {@code change}, {@code delete} or {@code move}
 * @param row the row that is meant; for {@code add} the one before which it is put, and null for the end
 * @param to for {@code move}, the row before which it is put; null for the end
 * @param hash of the row as it was read; null for {@code add}
 * @param cells by the names of their columns; null where none are given
 */
public record RowEdit(
        String op,
        @Nullable Integer row,
        @Nullable Integer to,
        @Nullable String hash,
        @Nullable Map<String, String> cells) {}
