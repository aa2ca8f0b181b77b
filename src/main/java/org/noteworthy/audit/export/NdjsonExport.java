package org.noteworthy.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import org.noteworthy.audit.Decision;

/** The lines as they are recorded, byte for byte, so that whoever gets them can prove them. */
final class NdjsonExport implements DecisionExport {
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
    public void end() throws IOException {
        out.flush();
    }
}
