package org.noteworthy.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.FailedRule;
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
import org.noteworthy.report.Xml.Attribute;

/**
 * JUnit XML as CI systems read it: one test suite for the run, one test case for each note and each engagement.
 *
 * <p>All that fails a case stands in one {@code failure} element, since readers take notice of the first only; the
 * lighter violations are the case's {@code system-out}. An entry that could not be judged is an {@code error}, and so is
 * one that nothing fails but on which a rule failed. A case that nothing fails and of which something is waived is
 * {@code skipped}, with the reason; what is waived is told in {@code system-out} in any case.
 */
final class JunitFormat implements NoteByNoteFormat {
    private final OutputStream out;
    private final @Nullable Severity failOn;
    private final Spool spool = new Spool(); // the counts stand before the cases
    private final Xml cases = new Xml(spool.out());
    private long tests;
    private long failures;
    private long errors;
    private long skipped;
    private boolean empty;

    JunitFormat(OutputStream out, @Nullable Severity failOn) throws IOException {
        this.out = out;
        this.failOn = failOn;
    }

    private record Finding(
            Severity severity,
            String rule,
            String message,
            @Nullable AppliedWaiver waiver,
            String text) {}

    @Override
    public void begin() {}

    @Override
    public void add(Origin origin, NoteRecord note, Report report) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Violation violation : report.violations()) {
            findings.add(new Finding(
                    violation.severity(),
                    violation.rule(),
                    violation.message(),
                    violation.waiver(),
                    told(
                            Wording.place(origin, report.note(), violation),
                            violation.severity(),
                            violation.rule(),
                            violation.message(),
                            violation.waiver(),
                            Wording.advice(origin, note.text(), violation))));
        }
        testCase(
                origin,
                report.playbook(),
                report.note(),
                findings,
                remarks(Wording.place(origin, report.note()), report.gaps()));
    }

    @Override
    public void addAcross(Origin origin, EngagementReport report) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (CrossViolation violation : report.violations()) {
            findings.add(new Finding(
                    violation.severity(),
                    violation.rule(),
                    violation.message(),
                    violation.waiver(),
                    told(
                            Wording.place(origin, report.engagement(), violation),
                            violation.severity(),
                            violation.rule(),
                            violation.message(),
                            violation.waiver(),
                            List.of(Wording.clause(violation.clause())))));
        }
        testCase(
                origin,
                report.playbook(),
                "engagement " + report.engagement(),
                findings,
                remarks(Wording.placeOfEngagement(origin, report.engagement()), report.gaps()));
    }

    @Override
    public void addUnjudged(Result.Unjudged unjudged) throws IOException {
        tests++;
        errors++;
        Problem problem = unjudged.problem();
        StringBuilder text = new StringBuilder(Wording.place(unjudged))
                .append(": problem: ")
                .append(Characters.harmless(problem.detail()))
                .append('\n');
        for (Problem.FieldError error : problem.errors()) {
            text.append("  ").append(Wording.fieldError(error)).append('\n');
        }
        begin(unjudged.origin().input(), Wording.name(unjudged), unjudged.origin());
        verdict("error", problem.title(), problem.detail(), text.toString());
        end();
    }

    private void testCase(Origin origin, String playbook, String name, List<Finding> findings, Remarks remarks)
            throws IOException {
        List<Finding> failing = findings.stream().filter(this::fails).toList();
        List<Finding> others =
                findings.stream().filter(finding -> !fails(finding)).toList();
        tests++;
        begin(origin.input() + "/" + playbook, name, origin);
        if (!failing.isEmpty()) {
            failures++;
            Finding first = failing.get(0);
            String more = failing.size() == 1 ? "" : " (and " + (failing.size() - 1) + " more)";
            verdict("failure", first.rule(), first.message() + more, text(failing) + remarks.text());
        } else if (remarks.failed() != null) {
            errors++;
            verdict("error", remarks.failed().rule(), remarks.failed().reason(), remarks.text());
        } else {
            skip(findings);
        }
        String rest = text(others) + (failing.isEmpty() && remarks.failed() == null ? remarks.text() : "");
        if (!rest.isEmpty()) {
            element("system-out", List.of(), rest);
        }
        end();
    }

    private void skip(List<Finding> findings) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.waiver() != null) {
                reasons.add(finding.rule() + " " + Wording.waiver(finding.waiver()));
            }
        }
        if (!reasons.isEmpty()) {
            skipped++;
            String more = reasons.size() == 1 ? "" : " (and " + (reasons.size() - 1) + " more)";
            element("skipped", List.of(new Attribute("message", reasons.get(0) + more)), "");
        }
    }

    /** What a report does not tell: the first rule that failed, if one did, and the lines for all of it. */
    private record Remarks(@Nullable FailedRule failed, String text) {}

    private static Remarks remarks(String place, Omissions gaps) {
        StringBuilder text = new StringBuilder();
        for (Remark remark : Remark.of(gaps)) {
            text.append(place).append(": ").append(remark.line()).append('\n');
        }
        return new Remarks(gaps.failed().isEmpty() ? null : gaps.failed().get(0), text.toString());
    }

    private boolean fails(Finding finding) {
        return failOn != null && finding.waiver() == null && finding.severity().compareTo(failOn) <= 0;
    }

    private static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(finding.text()));
        return text.toString();
    }

    private static String told(
            String place,
            Severity severity,
            String rule,
            String message,
            @Nullable AppliedWaiver waiver,
            List<String> advice) {
        StringBuilder text = new StringBuilder(place)
                .append(waiver == null ? " " : " waived ")
                .append(severity.word())
                .append(' ')
                .append(Characters.harmless(rule + " " + message))
                .append('\n');
        advice.forEach(line -> text.append("  ").append(line).append('\n'));
        if (waiver != null) {
            text.append("  ").append(Wording.waiver(waiver)).append('\n');
        }
        return text.toString();
    }

    private void begin(String className, String name, Origin origin) throws IOException {
        empty = true;
        cases.text("    ")
                .open(
                        "testcase",
                        List.of(
                                new Attribute("classname", className),
                                new Attribute("name", name),
                                new Attribute("file", origin.input()),
                                new Attribute("time", "0")));
    }

    private void verdict(String name, String type, String message, String text) throws IOException {
        element(name, List.of(new Attribute("type", type), new Attribute("message", message)), text);
    }

    private void element(String name, List<Attribute> attributes, String text) throws IOException {
        cases.text(empty ? "\n      " : "      ")
                .open(name, attributes)
                .text(text)
                .close(name)
                .text("\n");
        empty = false;
    }

    private void end() throws IOException {
        cases.text(empty ? "" : "    ").close("testcase").text("\n");
    }

    @Override
    public void end(Tally tally) throws IOException {
        cases.end();
        // The frame is written by hand: the cases wait in a file between its halves, and it holds nothing but numbers.
        String counts = " name=\"noteworthy\" tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"" + errors
                + "\" skipped=\"" + skipped + "\" time=\"0\">\n";
        write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts + "  <testsuite" + counts);
        spool.drainTo(out);
        write("  </testsuite>\n</testsuites>\n");
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
