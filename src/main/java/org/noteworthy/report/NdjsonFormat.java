package org.noteworthy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;

/**
 * One JSON object a line, in input order: a report for each note, an error for each entry that could not be judged.
 *
 * <p>An engagement gives a line for each of its notes, then one with {@code engagement} and the cross-note
 * {@code violations}.
 */
final class NdjsonFormat implements ReportFormat {
    private final JsonGenerator json;

    NdjsonFormat(OutputStream out) throws IOException {
        json = ReportJson.generator(out);
    }

    @Override
    public void begin() {}

    @Override
    public void add(Result result) throws IOException {
        if (result instanceof Result.JudgedEngagement judged) {
            for (Report note : judged.report().notes()) {
                ReportJson.write(json, note);
                json.writeRaw('\n');
            }
            ReportJson.writeWithoutNotes(json, judged.report());
        } else {
            ReportJson.write(json, result);
        }
        json.writeRaw('\n');
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    @Override
    public void end(Tally tally) throws IOException {
        json.flush();
    }
}
