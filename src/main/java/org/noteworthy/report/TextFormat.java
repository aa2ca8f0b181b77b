package org.noteworthy.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Tally;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.edition.Severity;

/**
 * Findings for a person at a terminal, in the manner of a linter: place, severity, rule and message on one line, then
 * the line of the note with the place underlined, what to write instead, and the clause; at the end a summary. A rule
 * that failed has a line as an entry that could not be judged has.
 *
 * <p>Places are put as {@link Wording} says: lines and columns are those of the file where the note stands in it
 * verbatim, else those of the note's own text.
 */
final class TextFormat implements NoteByNoteFormat {
    private final Writer out;
    private final boolean colour;
    private final Map<String, Long> assumed = new TreeMap<>();
    private boolean found;

    TextFormat(OutputStream out, boolean colour) {
        this(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15), colour);
    }

    TextFormat(Writer out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    @Override
    public void begin() {}

    @Override
    public void add(Origin origin, NoteRecord note, Report report) throws IOException {
        for (Map.Entry<String, String> field : report.assumed().entrySet()) {
            assumed.merge(field.getKey() + " assumed: " + field.getValue(), 1L, Long::sum);
        }
        for (Violation violation : report.violations()) {
            heading(
                    Wording.place(origin, report.note(), violation),
                    violation.severity(),
                    violation.waived(),
                    violation.rule(),
                    violation.message());
            if (violation.found() != null) {
                Snippet snippet = Snippet.of(note.text(), violation.start(), violation.end());
                line("  | " + snippet.line());
                line("  | " + Colour.PLACE.of(snippet.marks(), colour));
            }
            for (String advice : Wording.advice(origin, note.text(), violation)) {
                line("  " + advice);
            }
            waiver(violation.waiver());
        }
        remarks(Wording.place(origin, report.note()), report.gaps());
    }

    @Override
    public void addAcross(Origin origin, EngagementReport report) throws IOException {
        for (CrossViolation violation : report.violations()) {
            heading(
                    Wording.place(origin, report.engagement(), violation),
                    violation.severity(),
                    violation.waived(),
                    violation.rule(),
                    violation.message());
            line("  " + Wording.clause(violation.clause()));
            waiver(violation.waiver());
        }
        remarks(Wording.placeOfEngagement(origin, report.engagement()), report.gaps());
    }

    private void waiver(@Nullable AppliedWaiver waiver) throws IOException {
        if (waiver != null) {
            line("  " + Wording.waiver(waiver));
        }
    }

    private void remarks(String place, Omissions gaps) throws IOException {
        for (Remark remark : Remark.of(gaps)) {
            found = true;
            line(Colour.STRONG.of(place + ":", colour) + " " + remark.line());
        }
    }

    @Override
    public void addUnjudged(Result.Unjudged unjudged) throws IOException {
        found = true;
        Problem problem = unjudged.problem();
        String place = Colour.STRONG.of(Wording.place(unjudged) + ":", colour);
        line(place + " " + Colour.ERROR.of("problem:", colour) + " " + Characters.harmless(problem.detail()));
        for (Problem.FieldError error : problem.errors()) {
            line("  " + Wording.fieldError(error));
        }
    }

    private void heading(String place, Severity severity, boolean waived, String rule, String message)
            throws IOException {
        found = true;
        line(Colour.STRONG.of(place, colour) + " "
                + (waived ? "waived " + severity.word() : Colour.of(severity).of(severity.word(), colour)) + " "
                + Characters.harmless(rule) + " "
                + Characters.harmless(message));
    }

    @Override
    public void end(Tally tally) throws IOException {
        if (found) {
            line("");
        }
        for (Map.Entry<String, Long> field : assumed.entrySet()) {
            line(Characters.harmless(field.getKey()) + " for " + count(field.getValue(), "note"));
        }
        StringBuilder summary = new StringBuilder(count(tally.notes(), "note"));
        summary.append(", ").append(tally.compliant()).append(" compliant");
        if (tally.unjudged() > 0) {
            summary.append(", ").append(tally.unjudged()).append(" not judged");
        }
        if (tally.failedRules() > 0) {
            summary.append(", ").append(count(tally.failedRules(), "failed rule"));
        }
        String before = ": ";
        for (Severity severity : Severity.values()) {
            long violations = tally.violations(severity);
            if (violations > 0) {
                summary.append(before).append(count(violations, severity.word()));
                before = ", ";
            }
        }
        if (tally.waived() > 0) {
            summary.append(before).append(tally.waived()).append(" waived");
        }
        line(summary.toString());
        out.flush();
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
