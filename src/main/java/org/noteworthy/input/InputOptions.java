package org.noteworthy.input;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How inputs are to be read.
 *
 * @param kind form of {@code -} and of files without a known extension; null where none was named
 * @param charset of text inputs without a byte-order mark; null is UTF-8
 * @param warnings takes a sentence for each thing that was passed over
 * @param sheets names of the sheets of a workbook to read; empty for all that are not hidden
 * @param headerRow number of the row of a table that names its columns; 0 for the first with content
 * @param columns which columns of tables hold which fields, where their names do not say it
 * @param words how cells of a table may say a day, and yes and no
 * @param names what sentences call all that
 */
public record InputOptions(
        @Nullable InputKind kind,
        @Nullable Charset charset,
        RecordLimits limits,
        Consumer<String> warnings,
        InputStream stdin,
        List<String> sheets,
        int headerRow,
        ColumnMap columns,
        Supplier<FieldWords> words,
        OptionNames names) {
    public InputOptions {
        sheets = List.copyOf(sheets);
    }

    /** Default limits, no form and no charset named. */
    public static InputOptions of(Consumer<String> warnings, InputStream stdin) {
        return new InputOptions(
                null,
                null,
                RecordLimits.DEFAULT,
                warnings,
                stdin,
                List.of(),
                0,
                ColumnMap.NONE,
                () -> FieldWords.NONE,
                OptionNames.COMMAND_LINE);
    }

    /** The same, with that form. */
    public InputOptions withKind(@Nullable InputKind other) {
        return new InputOptions(other, charset, limits, warnings, stdin, sheets, headerRow, columns, words, names);
    }

    /** The same, with that charset. */
    public InputOptions withCharset(@Nullable Charset other) {
        return new InputOptions(kind, other, limits, warnings, stdin, sheets, headerRow, columns, words, names);
    }

    /** The same, with those limits. */
    public InputOptions withLimits(RecordLimits other) {
        return new InputOptions(kind, charset, other, warnings, stdin, sheets, headerRow, columns, words, names);
    }

    /** The same, with those sheets of workbooks. */
    public InputOptions withSheets(List<String> others) {
        return new InputOptions(kind, charset, limits, warnings, stdin, others, headerRow, columns, words, names);
    }

    /** The same, with that header row. */
    public InputOptions withHeaderRow(int other) {
        return new InputOptions(kind, charset, limits, warnings, stdin, sheets, other, columns, words, names);
    }

    /** The same, with those columns. */
    public InputOptions withColumns(ColumnMap others) {
        return new InputOptions(kind, charset, limits, warnings, stdin, sheets, headerRow, others, words, names);
    }

    /** The same, with those words. */
    public InputOptions withWords(Supplier<FieldWords> others) {
        return new InputOptions(kind, charset, limits, warnings, stdin, sheets, headerRow, columns, others, names);
    }

    /** The same, named so in sentences. */
    public InputOptions withNames(OptionNames others) {
        return new InputOptions(kind, charset, limits, warnings, stdin, sheets, headerRow, columns, words, others);
    }

    /** The same, with another listener to warnings. */
    public InputOptions withWarnings(Consumer<String> others) {
        return new InputOptions(kind, charset, limits, others, stdin, sheets, headerRow, columns, words, names);
    }
}
