package org.noteworthy.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.RecordKind;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.text.Characters;

/**
 * A table with one row for each violation, as RFC 4180 has it: comma, CR LF, no byte-order mark.
 *
 * <p>{@code line} and {@code column} are those of the file where the note stands in it verbatim, else those of the
 * note's own text; {@code start}, {@code end}, {@code fixStart} and {@code fixEnd} always count in the note's text. An
 * entry that could not be judged is a row of severity {@code problem}, and so is a rule that failed on an entry. A cell that a spreadsheet would take for a
 * formula gets a leading apostrophe. The last three columns are empty where the violation counts.
 */
final class CsvFormat implements NoteByNoteFormat {
    private enum Column {
        INPUT("input"),
        ENTRY("entry"),
        NOTE("note"),
        PLAYBOOK("playbook"),
        LINE("line"),
        COLUMN("column"),
        START("start"),
        END("end"),
        RULE("rule"),
        SEVERITY("severity"),
        CLAUSE("clause"),
        SECTION("section"),
        FOUND("found"),
        EXPECTED("expected"),
        NEAREST("nearest"),
        FIX_START("fixStart"),
        FIX_END("fixEnd"),
        FIX_TEXT("fixText"),
        FIX_KIND("fixKind"),
        MESSAGE("message"),
        ENGAGEMENT("engagement"),
        INTERACTION("interaction"),
        WAIVED_BY("waivedBy"),
        WAIVED_UNTIL("waivedUntil"),
        WAIVER("waiver");

        private final String heading;

        Column(String heading) {
            this.heading = heading;
        }
    }

    private final CsvWriter csv;
    /** A cell for each column, always. */
    private final Map<Column, String> row = new EnumMap<>(Column.class);

    CsvFormat(OutputStream out) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin() {
        for (Column column : Column.values()) {
            row.put(column, column.heading);
        }
        writeRow();
    }

    @Override
    public void add(Origin origin, NoteRecord note, Report report) {
        for (Violation violation : report.violations()) {
            Place place = Place.of(origin, violation);
            set(origin, report.note());
            set(Column.PLAYBOOK, report.playbook());
            set(Column.LINE, place.line());
            set(Column.COLUMN, place.column());
            set(Column.START, violation.start());
            set(Column.END, violation.end());
            set(Column.RULE, violation.rule());
            set(Column.SEVERITY, violation.severity().word());
            set(Column.CLAUSE, violation.clause());
            set(Column.SECTION, violation.section());
            set(Column.FOUND, violation.found());
            set(Column.EXPECTED, String.join("; ", violation.expected()));
            set(Column.NEAREST, violation.nearest());
            Fix fix = violation.fix();
            if (fix != null) {
                set(Column.FIX_START, fix.start());
                set(Column.FIX_END, fix.end());
                set(Column.FIX_TEXT, fix.text());
                set(Column.FIX_KIND, fix.kind().word());
            }
            set(Column.MESSAGE, violation.message());
            set(Column.ENGAGEMENT, note.engagement());
            set(Column.INTERACTION, note.interaction());
            setWaiver(violation.waiver());
            writeRow();
        }
        for (Remark remark : Remark.of(report.gaps())) {
            set(origin, report.note());
            set(Column.ENGAGEMENT, note.engagement());
            set(Column.INTERACTION, note.interaction());
            writeRemark(origin, report.playbook(), remark);
        }
    }

    @Override
    public void addAcross(Origin origin, EngagementReport report) {
        for (CrossViolation violation : report.violations()) {
            set(origin, violation.note());
            set(Column.PLAYBOOK, report.playbook());
            setLine(origin);
            set(Column.RULE, violation.rule());
            set(Column.SEVERITY, violation.severity().word());
            set(Column.CLAUSE, violation.clause());
            set(Column.MESSAGE, violation.message());
            set(Column.ENGAGEMENT, report.engagement());
            set(Column.INTERACTION, violation.interaction());
            setWaiver(violation.waiver());
            writeRow();
        }
        for (Remark remark : Remark.of(report.gaps())) {
            set(origin, null);
            set(Column.ENGAGEMENT, report.engagement());
            writeRemark(origin, report.playbook(), remark);
        }
    }

    private void setWaiver(@Nullable AppliedWaiver waiver) {
        if (waiver != null) {
            set(Column.WAIVED_BY, waiver.owner());
            set(Column.WAIVED_UNTIL, waiver.until().toString());
            set(Column.WAIVER, waiver.justification());
        }
    }

    private void writeRemark(Origin origin, String playbook, Remark remark) {
        set(Column.PLAYBOOK, playbook);
        setLine(origin);
        set(Column.RULE, remark.rule());
        set(Column.SEVERITY, "problem");
        set(Column.MESSAGE, remark.sentence());
        writeRow();
    }

    @Override
    public void addUnjudged(Result.Unjudged unjudged) {
        Problem problem = unjudged.problem();
        set(unjudged.origin(), null);
        set(column(unjudged.kind()), unjudged.id());
        setLine(unjudged.origin());
        set(Column.SEVERITY, "problem");
        set(
                Column.MESSAGE,
                problem.errors().stream()
                        .map(error -> "\n" + error.pointer() + ": " + error.detail())
                        .collect(Collectors.joining("", problem.detail(), "")));
        writeRow();
    }

    @Override
    public void end(Tally tally) throws IOException {
        csv.flush();
    }

    private static Column column(RecordKind kind) {
        return switch (kind) {
            case NOTE -> Column.NOTE;
            case INTERACTION -> Column.INTERACTION;
            case ENGAGEMENT -> Column.ENGAGEMENT;
            case INPUT -> Column.INPUT;
        };
    }

    private void set(Origin origin, @Nullable String note) {
        set(Column.INPUT, origin.input());
        set(Column.ENTRY, origin.entry());
        set(Column.NOTE, note);
    }

    private void setLine(Origin origin) {
        if (origin.line() > 0) {
            set(Column.LINE, origin.line());
        }
    }

    private void set(Column column, int number) {
        row.put(column, Integer.toString(number));
    }

    private void set(Column column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            row.put(column, Characters.cell(text));
        }
    }

    private void writeRow() {
        csv.writeRecord(row.values());
        row.replaceAll((column, written) -> "");
    }
}
