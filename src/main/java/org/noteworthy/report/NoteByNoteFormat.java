package org.noteworthy.report;

import java.io.IOException;
import java.util.List;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.notes.NoteRecord;

/** A form that tells of an engagement's notes as of any other notes, and then of what they break together. */
interface NoteByNoteFormat extends ReportFormat {

    /** Writes what was found in one note. */
    void add(Origin origin, NoteRecord note, Report report) throws IOException;

    /** Writes what the notes and interactions of an engagement break together. */
    void addAcross(Origin origin, EngagementReport report) throws IOException;

    /** Writes why an entry could not be judged. */
    void addUnjudged(Result.Unjudged unjudged) throws IOException;

    @Override
    default void add(Result result) throws IOException {
        if (result instanceof Result.Judged judged) {
            add(judged.origin(), judged.note(), judged.report());
        } else if (result instanceof Result.JudgedEngagement judged) {
            List<NoteRecord> notes = judged.engagement().notes();
            List<Report> reports = judged.report().notes();
            for (int i = 0; i < reports.size(); i++) {
                add(judged.origin(), notes.get(i), reports.get(i));
            }
            addAcross(judged.origin(), judged.report());
        } else if (result instanceof Result.Unjudged unjudged) {
            addUnjudged(unjudged);
        }
    }
}
