package org.noteworthy.report;

import java.io.IOException;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;

/** Writes the results of one call in one form, as they come: begin, each result in input order, end. */
public interface ReportFormat {

    /** Writes what stands before the first result. */
    void begin() throws IOException;

    /** Writes one result. */
    void add(Result result) throws IOException;

    /** Hands on what is written so far, where the form can be read before its end. */
    default void flush() throws IOException {}

    /** Writes what stands after the last result, and flushes; does not close. */
    void end(Tally tally) throws IOException;
}
