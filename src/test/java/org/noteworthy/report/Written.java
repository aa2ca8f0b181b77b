package org.noteworthy.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;

/** Results, written out as a caller would. */
final class Written {
    private Written() {}

    static String as(FormatName format, List<Result> results) {
        return as(format, Samples.options(), results);
    }

    static String as(FormatName format, FormatOptions options, List<Result> results) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ReportFormat writer = format.create(out, options);
            Tally tally = new Tally();
            writer.begin();
            for (Result result : results) {
                writer.add(result);
                tally.add(result);
            }
            writer.end(tally);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
