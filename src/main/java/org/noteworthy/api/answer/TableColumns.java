package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.input.table.TableHead;

/** What the columns of a table hold, as far as their names say it. */
@Schema(description = "What the columns of a table hold, as far as their names say it.")
public record TableColumns(
        @Schema(description = "Whether it is a table; a note or notes in JSON have no columns.")
        boolean table,

        @Schema(description = "The sheets of a workbook, hidden ones too.")
        List<Sheet> sheets,

        @Nullable
        @Schema(
                description =
                        "The sheet of which the rest is told: the first that has a column for the text, or else the first.")
        String sheet,

        @Schema(description = "The number of the row that names the columns; 0 where there is no table.")
        int headerRow,

        @Schema(description = "How many columns it has. The first 200 are told.")
        int width,

        @Schema(description = "The columns, from the left.") List<Column> columns,

        @Schema(description = "The fields of notes that no column holds. Without text, nothing can be checked.")
        List<String> missing,

        @Schema(description = "The first five rows under that one.")
        List<Row> rows,

        @Nullable @Schema(description = "Why the table cannot be checked as it is, in a sentence.")
        String problem,

        @Schema(description = "What of it would be passed over, in sentences.")
        List<String> warnings) {
    /** A sheet of a workbook. */
    @Schema(name = "TableSheet", description = "A sheet of a workbook.")
    public record Sheet(
            @Schema(description = "What it is called.") String name,

            @Schema(description = "Whether people do not see it; then it is read only where it is named.")
            boolean hidden) {}

    /** A column. */
    @Schema(name = "TableColumn", description = "A column.")
    public record Column(
            @Schema(description = "What its header says; empty where that says nothing.")
            String name,

            @Nullable @Schema(description = "The field of notes that it holds.")
            String field,

            @Nullable @Schema(description = "A field that is written much like it, and that no column holds.")
            String maybe) {}

    /** A row. */
    @Schema(name = "TableRow", description = "A row, as text.")
    public record Row(
            @Schema(description = "Its number, as a spreadsheet shows it.")
            int number,

            @Schema(
                    description =
                            "Its cells from the left, up to the last that says something; of a long one, the beginning.")
            List<String> cells) {}

    /** Those of a table. */
    public static TableColumns of(TableHead head) {
        return new TableColumns(
                true,
                head.sheets().stream()
                        .map(sheet -> new Sheet(sheet.name(), sheet.hidden()))
                        .toList(),
                head.sheet(),
                head.row(),
                head.width(),
                head.columns().stream()
                        .map(column -> new Column(column.name(), column.field(), column.maybe()))
                        .toList(),
                head.missing(),
                head.rows().stream()
                        .map(row -> new Row(row.number(), row.cells()))
                        .toList(),
                head.problem(),
                head.warnings());
    }

    /** Of what is no table. */
    public static TableColumns none() {
        return new TableColumns(false, List.of(), null, 0, 0, List.of(), List.of(), List.of(), null, List.of());
    }
}
