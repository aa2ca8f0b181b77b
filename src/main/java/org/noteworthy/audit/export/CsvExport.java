package org.noteworthy.audit.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.RecordedViolation;
import org.noteworthy.notes.text.Characters;

/**
 * A table with one row for each violation, and one for each decision without any, whose columns of violations are empty;
 * as RFC 4180 has it: comma, CR LF, no byte-order mark. What a spreadsheet could take for a formula gets a leading
 * apostrophe.
 */
final class CsvExport implements DecisionExport {
    private final CsvWriter csv;

    CsvExport(OutputStream out) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin() {
        List<String> headings = new ArrayList<>(DecisionRow.DECISION);
        headings.addAll(DecisionRow.VIOLATION);
        csv.writeRecord(headings);
    }

    @Override
    public void add(Decision decision) {
        List<String> row = DecisionRow.of(decision);
        List<RecordedViolation> violations = decision.violations();
        if (violations.isEmpty()) {
            List<String> clean = new ArrayList<>(row);
            DecisionRow.VIOLATION.forEach(column -> clean.add(""));
            write(clean);
        }
        violations.forEach(violation -> write(DecisionRow.of(row, violation)));
    }

    private void write(List<String> row) {
        csv.writeRecord(row.stream().map(Characters::cell).toList());
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }
}
