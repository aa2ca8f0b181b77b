package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.TableView;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code noteworthy draft rows}: a table of a draft with the numbers of its rows. */
@Command(
        name = "rows",
        description =
                "Prints a table of a draft with the numbers of its rows; long cells are cut, and whole with --json.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class RowsOfDraft extends OneDraftVerb {
    @Parameters(index = "1", paramLabel = "TABLE", description = "The table, such as statuses.csv or statuses.")
    private String table = "";

    RowsOfDraft(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    /** A table by its file, whether that was typed with its folder and ending or without. */
    static String file(String typed) {
        String bare = typed.startsWith("tables/") ? typed.substring("tables/".length()) : typed;
        return bare.endsWith(".csv") ? bare : bare + ".csv";
    }

    @Override
    int on(DraftDesk desk) {
        TableView read = desk.table(name, file(table));
        if (json) {
            write(read);
        } else {
            RowsText.lines(read).forEach(text()::line);
        }
        return Exit.FINE;
    }
}
