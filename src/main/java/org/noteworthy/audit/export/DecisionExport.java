package org.noteworthy.audit.export;

import java.io.IOException;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.PrunedRange;

/** Writes decisions in one form; takes them one by one, and leaves the stream open. */
public interface DecisionExport {
    /** Writes what comes before the decisions. */
    void begin() throws IOException;

    /** Writes one decision, or keeps of it what {@link #end} needs. */
    void add(Decision decision) throws IOException;

    /** Writes that decisions were pruned, in forms by which an audit log is proven; comes after the decisions. */
    default void letGo(PrunedRange range) throws IOException {}

    /** Writes the rest. */
    void end() throws IOException;
}
