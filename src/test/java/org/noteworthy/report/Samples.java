package org.noteworthy.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.noteworthy.checking.outcome.AppliedWaiver;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.checking.outcome.EngagementReport;
import org.noteworthy.checking.outcome.FailedRule;
import org.noteworthy.checking.outcome.Omissions;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.Outcomes;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.RecordKind;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.edition.Severity;

/** Editions and results made by hand; what they say is made up. */
final class Samples {
    static final Edition OLD = edition("2019-09-27", "mood", "order");
    static final Edition NEW = edition("2020-03-25", "greeting", "mood", "order", "together");

    private Samples() {}

    static Edition editions(String version) {
        return version.equals(OLD.version()) ? OLD : NEW;
    }

    static FormatOptions options() {
        return new FormatOptions(Samples::editions, false, Severity.ERROR, "1.2.3");
    }

    private static Edition edition(String version, String... rules) {
        return new Edition(
                version,
                LocalDate.parse(version),
                "Handbook of notes",
                "Made by hand for tests",
                "sha256:" + version.replace("-", ""),
                Arrays.stream(rules).map(Samples::clause).toList(),
                Arrays.stream(rules).map(rule -> rule(rule, version)).toList(),
                List.of(),
                List.of());
    }

    private static Clause clause(String rule) {
        List<String> readings = rule.equals("mood") ? List.of("\"Starts with\" ignores case.") : List.of();
        return new Clause(
                "clause." + rule,
                "About " + rule,
                "A note keeps its " + rule + ".",
                readings,
                Clause.Judge.RULES,
                List.of());
    }

    private static Rule rule(String id, String version) {
        return new Rule(
                id,
                "Asks for the " + id + " of " + version + ". Lets anything else pass.",
                id.equals("order") ? Severity.WARNING : Severity.ERROR,
                "clause." + id,
                id.equals("together") ? Rule.Subject.ENGAGEMENT : Rule.Subject.NOTE,
                id.equals("together") ? "Interaction" : "Note",
                List.of(),
                List.of(),
                List.of(),
                "$note : Note()",
                "The " + id + " is amiss.",
                id + ".drl",
                4);
    }

    static Origin file(String name, int line, int offset) {
        return new Origin(name, null, line, offset, true);
    }

    static Result judged(Origin origin, String id, String text, ViolationDraft... findings) {
        return new Result.Judged(origin, NoteRecord.of(id, text), report(NEW, id, text, Map.of(), findings));
    }

    static Report report(
            Edition edition, String id, String text, Map<String, String> assumed, ViolationDraft... findings) {
        List<Violation> violations =
                Arrays.stream(findings).map(finding -> finding.of(text)).toList();
        int violated = violations.size();
        return new Report(
                id,
                edition.version(),
                edition.digest(),
                violations,
                new Outcomes(violated, 9 - violated, 2, 1),
                assumed,
                Omissions.NONE);
    }

    static Result clean() {
        String text = "MOOD: fine\n";
        return new Result.Judged(
                file("notes/clean.md", 1, 0),
                NoteRecord.of("clean.md", text),
                report(NEW, "clean.md", text, Map.of("role", "FE")));
    }

    /** Notes that stand in their files verbatim, each awkward in its own way. */
    static List<Result> verbatim() {
        ViolationDraft mood = ViolationDraft.at(
                        "gloomy", "mood", Severity.ERROR, "MOOD is \"gloomy\". Start it with fine or fair.")
                .in("MOOD")
                .expecting("fine", "fair")
                .mendedBy("fine");
        ViolationDraft order = ViolationDraft.at("LAST", "order", Severity.WARNING, "LAST comes too early.");
        return List.of(
                clean(),
                judged(
                        file("notes/below front matter.md", 4, 31),
                        "below front matter.md",
                        "Hello\nMOOD: gloomy today\n",
                        ViolationDraft.whole("greeting", Severity.INFO, "The note has no greeting."),
                        mood),
                judged(file("notes/crlf.md", 1, 0), "crlf.md", "Hello\r\n\tLAST\tMOOD: gloomy\r\nend\r\n", order, mood),
                judged(
                        file("ノート/日本語.md", 1, 0),
                        "日本語.md",
                        "挨拶: こんにちは\n気分: 憂鬱です。\n",
                        ViolationDraft.at("憂鬱です。", "mood", Severity.ERROR, "「憂鬱」は使えません。")
                                .expecting("良好")),
                judged(
                        file("./emoji+1.txt", 1, 0),
                        "emoji+1.txt",
                        "👩🏽‍💻 é̂ 🙂 gloomy 🙃 LAST\n",
                        ViolationDraft.at("🙃", "greeting", Severity.INFO, "No faces.")
                                .mendedBy(""),
                        order,
                        mood),
                judged(
                        file("/abs/control.txt", 1, 0),
                        "control.txt",
                        "\u001B[31mred\u001B[0m \u0000 \u202Egnol\u202C \u009B2J gloomy\u0007 \uD800 end",
                        ViolationDraft.at("\u001B[31mred", "greeting", Severity.INFO, "Says \"\u001B[31mred\"."),
                        ViolationDraft.at(
                                "\uD800", "order", Severity.WARNING, "Half a character: \"\uD800\" ]]> & <b>."),
                        mood),
                judged(
                        file("notes/long.txt", 1, 0),
                        "long.txt",
                        "日本".repeat(60) + " gloomy " + "y".repeat(300) + " LAST " + "z\u0301".repeat(200),
                        mood,
                        order,
                        ViolationDraft.at("y".repeat(300), "greeting", Severity.INFO, "Too long.")
                                .mendedBy("x".repeat(120))),
                judged(
                        file("notes/edges.txt", 1, 0),
                        "edges.txt",
                        "first\nsecond",
                        ViolationDraft.at("first\nsec", "order", Severity.WARNING, "Over two lines.")
                                .mendedBy("1\n2"),
                        ViolationDraft.at("second", "mood", Severity.ERROR, "At the very end.")
                                .expecting("third"),
                        ViolationDraft.at("", "greeting", Severity.ERROR, "Nothing there yet.")
                                .mendedBy("Hello ")));
    }

    /** Notes that are entries of a table or a stream, under two editions. */
    static List<Result> container() {
        String text = "Hello\nMOOD: gloomy\n";
        ViolationDraft mood = ViolationDraft.at("gloomy", "mood", Severity.ERROR, "MOOD is \"gloomy\".")
                .expecting("fine");
        ViolationDraft formula =
                ViolationDraft.at("MOOD", "order", Severity.WARNING, "=HYPERLINK(\"x\"), \"quoted\"\r\nand more");
        return List.of(
                new Result.Judged(
                        new Origin("notes.csv", "row 2", 2, 0, false),
                        NoteRecord.of("-1", text),
                        report(NEW, "-1", text, Map.of("role", "FE"), formula, mood)),
                new Result.Judged(
                        new Origin("notes.csv", "row 3", 9, 0, false),
                        NoteRecord.of("@N-2", text),
                        report(OLD, "@N-2", text, Map.of("role", "FE"), mood)),
                new Result.Judged(
                        new Origin("notes.xlsx", "row 17", 0, 0, false),
                        NoteRecord.of("N-3", text),
                        report(
                                NEW,
                                "N-3",
                                text,
                                Map.of(),
                                ViolationDraft.whole("greeting", Severity.ERROR, "No greeting."))));
    }

    /** A note, and inputs that could not be read, or not to their end. */
    static List<Result> unread() {
        return List.of(
                clean(),
                Result.Unjudged.ofInput(
                        "april \u00dcbersicht.xlsx",
                        Problem.of(
                                400,
                                "Unreadable input",
                                "This workbook is broken. It was judged up to row 57; what follows was not.")),
                Result.Unjudged.ofInput("empty.csv", Problem.of(400, "Nothing to check", "There is no note in it.")));
    }

    static List<Result> unjudged() {
        return List.of(
                new Result.Unjudged(
                        new Origin("notes.ndjson", "line 7", 7, 0, false),
                        "line 7",
                        Problem.of(400, "Malformed", "This is not JSON: \"{\u001B\".")),
                new Result.Unjudged(
                        new Origin("notes.ndjson", "line 8", 8, 0, false),
                        "N-8",
                        new Problem(
                                422,
                                "A field is wrong",
                                "2 fields are wrong.",
                                List.of(
                                        new Problem.FieldError("/writtenOn", "\"soon\" is not a date."),
                                        new Problem.FieldError("/rôle", "Unknown; maybe role.")))),
                new Result.Unjudged(
                        file("notes/gone.md", 0, 0), "gone.md", Problem.of(404, "Unknown playbook", "No 1999-01-01.")),
                new Result.Unjudged(
                        new Origin("engagement.json", "interactions[2]", 9, 0, false),
                        RecordKind.INTERACTION,
                        "I-3",
                        new Problem(
                                422,
                                "A field is wrong",
                                "on is amiss.",
                                List.of(new Problem.FieldError("/interactions/2/on", "on is amiss.")))),
                new Result.Unjudged(
                        new Origin("engagement.json", null, 1, 0, false),
                        RecordKind.ENGAGEMENT,
                        "E-1",
                        Problem.of(422, "Not as a whole", "interactions[2] could not be read.")));
    }

    static Result engagement() {
        String text = "MOOD: gloomy\n";
        ViolationDraft mood = ViolationDraft.at("gloomy", "mood", Severity.ERROR, "MOOD is \"gloomy\".")
                .mendedBy("fine");
        List<Report> reports = List.of(
                report(NEW, "N-1", text, Map.of("role", "FE", "author", "nobody"), mood),
                report(NEW, "N-2", "fine", Map.of()));
        List<CrossViolation> across = List.of(
                new CrossViolation("together", Severity.ERROR, "clause.together", "I-2 has no note.", null, "I-2"),
                new CrossViolation(
                        "together", Severity.WARNING, "clause.together", "N-2 is a second note.", "N-2", "I-1"),
                new CrossViolation("together", Severity.INFO, "clause.together", "Quiet here.", null, null));
        return new Result.JudgedEngagement(
                new Origin("engagement.json", null, 1, 0, false),
                new EngagementRecord(
                        "E-1", List.of(NoteRecord.of("N-1", text), NoteRecord.of("N-2", "fine")), List.of()),
                new EngagementReport("E-1", NEW.version(), NEW.digest(), reports, across, Omissions.NONE));
    }

    /** Notes and an engagement on which rules failed, or for which there are too many violations to list. */
    static List<Result> gaps() {
        String text = "MOOD: gloomy today\n";
        ViolationDraft mood = ViolationDraft.at("gloomy", "mood", Severity.ERROR, "MOOD is \"gloomy\".");
        ViolationDraft greeting = ViolationDraft.whole("greeting", Severity.INFO, "The note has no greeting.");
        FailedRule order = new FailedRule("order", "This rule took too long.");
        Omissions failed = new Omissions(List.of(order), 0);
        Omissions both = new Omissions(List.of(new FailedRule("greeting", "This rule failed."), order), 1234);
        Omissions omitted = new Omissions(List.of(), 1);
        Origin row = new Origin("notes.csv", "row 3", 7, 0, false);
        EngagementReport engagement = new EngagementReport(
                "E-1",
                NEW.version(),
                NEW.digest(),
                List.of(with(failed, report(NEW, "N-1", text, Map.of()))),
                List.of(),
                new Omissions(List.of(new FailedRule("together", "This rule failed.")), 0));
        return List.of(
                judged(file("notes/failed.md", 1, 0), failed, text),
                judged(file("notes/failed and violated.md", 4, 31), both, text, mood),
                judged(row, both, text, greeting),
                judged(row, omitted, text, mood),
                new Result.JudgedEngagement(
                        new Origin("engagement.json", null, 1, 0, false),
                        new EngagementRecord("E-1", List.of(NoteRecord.of("N-1", text)), List.of()),
                        engagement));
    }

    private static Result judged(Origin origin, Omissions gaps, String text, ViolationDraft... findings) {
        return new Result.Judged(
                origin, NoteRecord.of("N-1", text), with(gaps, report(NEW, "N-1", text, Map.of(), findings)));
    }

    private static Report with(Omissions gaps, Report report) {
        return new Report(
                report.note(),
                report.playbook(),
                report.digest(),
                report.violations(),
                report.outcomes(),
                report.assumed(),
                gaps);
    }

    /** Notes and an engagement of which something is waived: with others that count, and alone. */
    static List<Result> waived() {
        AppliedWaiver waiver = new AppliedWaiver(
                "Agreed with the customer, see <mail> & \"minutes\".\n=2", "Pat Lee", LocalDate.parse("2020-12-31"));
        String text = "MOOD: gloomy today\n";
        ViolationDraft mood = ViolationDraft.at("gloomy", "mood", Severity.ERROR, "MOOD is \"gloomy\".")
                .mendedBy("fine");
        ViolationDraft greeting = ViolationDraft.whole("greeting", Severity.ERROR, "The note has no greeting.");
        Report both = report(NEW, "N-1", text, Map.of(), mood, greeting);
        Report one = report(NEW, "N-2", text, Map.of(), mood);
        Violation let = one.violations().get(0).with(waiver);
        EngagementReport engagement = new EngagementReport(
                "E-1",
                NEW.version(),
                NEW.digest(),
                List.of(one.with(List.of(let))),
                List.of(
                        new CrossViolation(
                                "together", Severity.ERROR, "clause.together", "I-2 has no note.", null, "I-2", waiver),
                        new CrossViolation(
                                "together",
                                Severity.WARNING,
                                "clause.together",
                                "N-2 is second.",
                                "N-2",
                                "I-1",
                                waiver)),
                Omissions.NONE);
        return List.of(
                new Result.Judged(
                        file("notes/both.md", 1, 0),
                        NoteRecord.of("N-1", text),
                        both.with(List.of(let, both.violations().get(1)))),
                new Result.Judged(
                        new Origin("notes.csv", "row 3", 7, 0, false),
                        NoteRecord.of("N-2", text),
                        one.with(List.of(let))),
                new Result.JudgedEngagement(
                        new Origin("engagement.json", null, 1, 0, false),
                        new EngagementRecord("E-1", List.of(NoteRecord.of("N-2", text)), List.of()),
                        engagement));
    }

    /** A note whose fixes are not where the violations are. */
    static Result fixElsewhere() {
        String text = "one\r\ntwo";
        Violation whole =
                ViolationDraft.whole("greeting", Severity.ERROR, "No greeting.").of(text);
        Violation two = ViolationDraft.at("two", "order", Severity.WARNING, "Tail first.")
                .of(text);
        List<Violation> violations = List.of(
                with(Fix.suggested(8, 8, "\r\nbye"), whole),
                with(Fix.suggested(0, 3, "three"), two),
                with(Fix.safe(3, 5, ""), two));
        return new Result.Judged(
                file("else.txt", 3, 20),
                NoteRecord.of("else.txt", text),
                new Report(
                        "else.txt",
                        NEW.version(),
                        NEW.digest(),
                        violations,
                        new Outcomes(2, 0, 0, 0),
                        Map.of(),
                        Omissions.NONE));
    }

    private static Violation with(Fix fix, Violation bare) {
        return new Violation(
                bare.rule(),
                bare.severity(),
                bare.clause(),
                bare.message(),
                bare.section(),
                bare.line(),
                bare.column(),
                bare.start(),
                bare.end(),
                bare.found(),
                bare.expected(),
                bare.nearest(),
                fix);
    }
}
