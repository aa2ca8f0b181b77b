package org.noteworthy.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.report.ReportJson;

/**
 * What came of an engagement: for each of its notes, in order, a report or why there is none; and what they break together.
 *
 * @param unjudged notes that no edition can judge, in order
 */
record EngagementAnswer(
        EngagementRecord engagement,
        List<NoteRecord> judged,
        EngagementReport together,
        List<Result.Unjudged> unjudged) {

    /** Refuses the engagement where no edition can judge it as a whole. */
    static EngagementAnswer of(EngagementRecord engagement, List<Result> results) {
        List<Result.Unjudged> unjudged = new ArrayList<>();
        for (Result result : results) {
            if (result instanceof Result.JudgedEngagement judged) {
                return new EngagementAnswer(engagement, judged.engagement().notes(), judged.report(), unjudged);
            } else if (result instanceof Result.Unjudged one) {
                unjudged.add(one);
            }
        }
        throw new ProblemException(unjudged.get(unjudged.size() - 1).problem());
    }

    List<Report> reports() {
        return together.notes();
    }

    @SuppressWarnings("ReferenceEquality") // the judged notes are these very records
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("engagement", together.engagement());
        json.writeStringField("playbook", together.playbook());
        json.writeStringField("digest", together.digest());
        json.writeArrayFieldStart("notes");
        Iterator<Result.Unjudged> without = unjudged.iterator();
        int next = 0;
        for (NoteRecord note : engagement.notes()) {
            if (next < judged.size() && judged.get(next) == note) {
                ReportJson.write(json, together.notes().get(next++));
            } else {
                ReportJson.write(json, without.next());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("violations");
        for (CrossViolation violation : together.violations()) {
            ReportJson.write(json, violation);
        }
        json.writeEndArray();
        ReportJson.writeGaps(json, together.gaps());
        json.writeEndObject();
    }
}
