package org.noteworthy.audit.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.PrunedRange;

/**
 * The lines as they are recorded, byte for byte, so that whoever gets them can prove them; and behind them a line
 * <code>{"pruned":…}</code> for each range that was pruned, for the same.
 */
final class NdjsonExport implements DecisionExport {
    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;

    NdjsonExport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin() {}

    @Override
    public void add(Decision decision) throws IOException {
        out.write(decision.json());
        out.write('\n');
    }

    @Override
    public void letGo(PrunedRange range) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            range.write(json);
        }
        out.write(line.toByteArray());
        out.write('\n');
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
