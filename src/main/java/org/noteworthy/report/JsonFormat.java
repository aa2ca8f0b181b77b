package org.noteworthy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;

/**
 * One JSON array of all results in input order, indented for people.
 *
 * <p>It is an array even for a single note, so that a reader need not know how many there were.
 */
final class JsonFormat implements ReportFormat {
    private final JsonGenerator json;

    JsonFormat(OutputStream out) throws IOException {
        json = ReportJson.prettyGenerator(out);
    }

    @Override
    public void begin() throws IOException {
        json.writeStartArray();
    }

    @Override
    public void add(Result result) throws IOException {
        ReportJson.write(json, result);
    }

    @Override
    public void end(Tally tally) throws IOException {
        json.writeEndArray();
        json.writeRaw('\n');
        json.flush();
    }
}
