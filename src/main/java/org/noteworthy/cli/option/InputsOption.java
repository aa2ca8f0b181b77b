package org.noteworthy.cli.option;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.input.ColumnMap;
import org.noteworthy.input.FieldWords;
import org.noteworthy.input.InputKind;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.playbooks.Library;
import picocli.CommandLine.Option;

/** How inputs are read, options of every verb that takes notes. */
public final class InputsOption {
    @Option(
            names = "--input-format",
            paramLabel = "F",
            description = "What standard input holds: md, txt, json, ndjson, jsonl, csv, tsv or xlsx.")
    private @Nullable String inputFormat;

    @Option(
            names = "--charset",
            paramLabel = "C",
            description = "Charset of text inputs that are not UTF-8, e.g. windows-1252.")
    private @Nullable String charset;

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "Read this sheet of workbooks, hidden or not; may be given several times"
                    + " (default: all that are not hidden and have a column \"text\").")
    private List<String> sheets = List.of();

    @Option(
            names = "--header-row",
            paramLabel = "N",
            description = "Number of the row of tables that names the columns (default: the first with content).")
    private int headerRow;

    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN",
            description = "Read this field of notes from that column of tables, such as text=Description; may be given"
                    + " several times (default: columns are called as fields are).")
    private List<String> columns = List.of();

    /** Complains of a wrong value before anything is opened. */
    public InputOptions options(Terminal terminal) {
        if (headerRow < 0) {
            throw new UsageException("--header-row takes the number of a row, from 1.");
        }
        return InputOptions.of(terminal::say, System.in)
                .withKind(inputFormat == null ? null : kind(inputFormat))
                .withCharset(charset == null ? null : charset(charset))
                .withSheets(sheets)
                .withHeaderRow(headerRow)
                .withColumns(ColumnMap.of(columns, "--map"));
    }

    /** Inputs whose tables may say days, yes and no in the words of those editions. */
    public static NoteInputs inputs(InputOptions options, Library library, List<String> editions) {
        return new NoteInputs(options.withWords(FieldWords.once(() -> editions.stream()
                .map(edition -> library.written(edition).tables())
                .toList())));
    }

    private static InputKind kind(String word) {
        return InputKind.named(word)
                .orElseThrow(() -> new UsageException("There is no input format \"" + word
                        + "\"; --input-format takes md, txt, json, ndjson, jsonl, csv, tsv or xlsx."));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UsageException(
                    "There is no charset \"" + name + "\"; --charset takes names such as windows-1252 or UTF-16.");
        }
    }
}
