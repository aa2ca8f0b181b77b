package org.noteworthy.audit.export;

import java.io.IOException;
import org.noteworthy.audit.Decision;

/** Writes decisions in one form; takes them one by one, and leaves the stream open. */
public interface DecisionExport {
    /** Writes what comes before the decisions. */
    void begin() throws IOException;

    /** Writes one decision, or keeps of it what {@link #end} needs. */
    void add(Decision decision) throws IOException;

    /** Writes the rest. */
    void end() throws IOException;
}
