package org.noteworthy.api.file;

import jakarta.ws.rs.QueryParam;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.ProblemException;
import org.noteworthy.failure.UsageException;
import org.noteworthy.input.ColumnMap;
import org.noteworthy.input.InputOptions;

/** The parameters that say how a file is read. */
public record HowToRead(
        @Parameter(required = true, description = """
                Its name, which says what it is: .csv, .tsv (rows copied from a spreadsheet), .xlsx, .json, .ndjson, \
                .jsonl, .md or .txt. Folders may stand before it; nothing is looked for under it.""", example = "april.xlsx") @QueryParam("name") @Nullable
        String name,

        @Parameter(description = """
                Of a table: a field of notes and the column that holds it, such as text=Description; several times for \
                several fields. A field without a column, such as author=, is read from none.""") @QueryParam("map") List<String> map,

        @Parameter(description = """
                Of a workbook: a sheet to read, hidden or not; several times for several. Without it, all that are not \
                hidden and have a column for the text.""") @QueryParam("sheet") List<String> sheet,

        @Parameter(
                description =
                        "Of a table: the number of the row that names the columns; without it, the first that says"
                                + " something.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
        @QueryParam("headerRow")
        @Nullable
        String headerRow,

        @Parameter(description = "Of a text: its charset, where it is not UTF-8.", example = "windows-1252")
        @QueryParam("charset")
        @Nullable
        String charset) {
    private static final int MOST_ROWS = 1 << 20;

    /** The name, where it can be one. */
    String checkedName() {
        SentName.wrong(name).ifPresent(sentence -> {
            throw ProblemException.of(400, "Unusable name", sentence);
        });
        return String.valueOf(name);
    }

    /** These options, with what the parameters say. */
    InputOptions applied(InputOptions options) {
        try {
            return options.withColumns(ColumnMap.of(map, "map"))
                    .withSheets(sheet)
                    .withHeaderRow(headerRow == null ? 0 : row(headerRow))
                    .withCharset(charset == null ? null : Charset.forName(charset));
        } catch (UsageException e) {
            throw ProblemException.of(400, "Unusable column map", e.sentence());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ProblemException.of(
                    400,
                    "Unknown charset",
                    "charset takes names such as windows-1252 or UTF-16; or leave it out, which is UTF-8.");
        }
    }

    private static int row(String written) {
        if (!written.matches("[1-9][0-9]{0,6}") || Integer.parseInt(written) > MOST_ROWS) {
            throw ProblemException.of(
                    400, "Not a row", "headerRow takes the number of a row, from 1; or leave it out.");
        }
        return Integer.parseInt(written);
    }
}
