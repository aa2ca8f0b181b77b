package org.noteworthy.cli.draft;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.RowEdit;
import org.noteworthy.cli.draft.view.TableView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noteworthy draft row}: adds, changes, deletes or moves a row of a table of a draft. */
@Command(
        name = "row",
        description = "Changes one row of a table of a draft and leaves every other byte as it is:"
                + " add COLUMN=VALUE…, change N COLUMN=VALUE…, delete N, or move N.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class RowOfDraft extends OneDraftVerb {
    private static final List<String> KINDS = List.of("add", "change", "delete", "move");

    @Parameters(index = "1", paramLabel = "TABLE", description = "The table, such as statuses.csv or statuses.")
    private String table = "";

    @Parameters(index = "2", paramLabel = "OP", description = "add, change, delete or move.")
    private String op = "";

    @Parameters(
            index = "3..*",
            arity = "0..*",
            paramLabel = "N|COLUMN=VALUE",
            description = "The number of the row, as rows prints it; then cells by the names of their columns.")
    private List<String> words = List.of();

    @Option(
            names = "--before",
            paramLabel = "N",
            description = "With add or move: put it in front of this row (default: at the end).")
    private @Nullable Integer before;

    @Option(
            names = "--expect",
            paramLabel = "HASH",
            description = "Refuse where the row is not the one of this hash any more, which rows --json tells.")
    private @Nullable String expect;

    RowOfDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        if (!KINDS.contains(op)) {
            throw new UsageException("There is no operation of that name on rows."
                    + Nearest.maybe(op, KINDS, " There is " + String.join(", ", KINDS) + "."));
        }
        String file = RowsOfDraft.file(table);
        TableView was = desk.table(name, file);
        boolean adds = op.equals("add");
        TableView.Row row = adds ? null : row(was);
        Map<String, String> cells = cells(adds ? words : words.subList(1, words.size()));
        String hash = row == null ? null : expect == null ? row.hash() : expect;
        Integer number = row == null ? before : Integer.valueOf(row.row());
        TableView is =
                desk.edit(name, file, List.of(new RowEdit(op, number, op.equals("move") ? before : null, hash, cells)));
        if (json) {
            write(is);
        } else {
            if (row != null) {
                text().line("row " + row.row() + " was " + RowsText.told(was, row));
            }
            text().line(op.equals("delete") ? "it is gone" : "row " + told(is, row));
        }
        return Exit.FINE;
    }

    private String told(TableView is, TableView.@Nullable Row moved) {
        int last = is.rows().size();
        int place = before == null ? last : before;
        if (op.equals("change") && moved != null) {
            place = moved.row();
        } else if (moved != null && before != null && before > moved.row()) {
            place = before - 1; // the rows behind it have moved up
        }
        int number = Math.max(1, Math.min(place, last));
        return number + " is " + RowsText.told(is, is.rows().get(number - 1));
    }

    private TableView.Row row(TableView read) {
        String typed = words.isEmpty() ? "" : words.get(0);
        int number = typed.matches("[0-9]{1,7}") ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > read.rows().size()) {
            throw new UsageException("Say which row: " + op + " takes a number from 1 to "
                    + read.rows().size() + (typed.isEmpty() ? "" : ", not \"" + Characters.harmless(typed) + "\"")
                    + ". draft rows tells the numbers of the "
                    + Words.count(read.rows().size(), "row") + ".");
        }
        return read.rows().get(number - 1);
    }

    private @Nullable Map<String, String> cells(List<String> typed) {
        boolean takes = op.equals("add") || op.equals("change");
        if (takes == typed.isEmpty()) {
            throw new UsageException(
                    takes
                            ? op + " takes cells, each as COLUMN=VALUE. draft rows tells the names of the columns."
                            : op + " takes the number of a row and no cells.");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (String cell : typed) {
            int sign = cell.indexOf('=');
            if (sign < 1) {
                throw new UsageException("A cell is given as COLUMN=VALUE, not \"" + Characters.harmless(cell) + "\".");
            }
            if (cells.put(cell.substring(0, sign), cell.substring(sign + 1)) != null) {
                throw new UsageException("The column " + Characters.harmless(cell.substring(0, sign))
                        + " is given twice. Leave one of them out.");
            }
        }
        return takes ? cells : null;
    }
}
