package org.noteworthy.audit.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.RecordedViolation;
import org.noteworthy.audit.store.Summary;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.report.Xml;

/**
 * A report for people in one page, which needs nothing from elsewhere and lets nothing in: figures with pictures, then the
 * first violations one by one. What comes from notes is written as text, whatever it holds.
 */
final class HtmlExport implements DecisionExport {
    /** The most violations that are listed; whoever needs more than a page holds takes a table. */
    static final int MOST = 500;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String TITLE = "Notes held against the playbook";

    private final Writer page;
    private final About about;
    private final Summary summary = new Summary();
    private final List<List<String>> listed = new ArrayList<>();
    private final Map<String, Ends> chains = new TreeMap<>();
    private final Map<String, Long> editions = new TreeMap<>();
    private long violations;

    /** Numbers of the first and last decision of a chain that the report stands on, and the last one's hash. */
    private record Ends(long first, long last, String hash) {}

    HtmlExport(OutputStream out, About about) {
        page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.about = about;
    }

    @Override
    public void begin() {}

    @Override
    public void add(Decision decision) {
        summary.take(decision);
        editions.merge(decision.edition() + " " + decision.digest(), 1L, Long::sum);
        Ends ends = chains.get(decision.chain());
        if (ends == null || decision.seq() > ends.last()) {
            long first = ends == null ? decision.seq() : ends.first();
            chains.put(decision.chain(), new Ends(first, decision.seq(), decision.hash()));
        }
        violations += decision.findings().size();
        if (listed.size() < MOST) {
            for (RecordedViolation violation : decision.violations()) {
                if (listed.size() < MOST) {
                    listed.add(row(decision, violation));
                }
            }
        }
    }

    private static List<String> row(Decision decision, RecordedViolation violation) {
        String note = violation.note() == null ? decision.subject() : violation.note();
        String place = violation.line() == 0 ? "" : violation.line() + ":" + violation.column();
        return List.of(
                MINUTE.format(decision.time()),
                note,
                decision.field(DecisionField.AUTHOR.word()).orElse(""),
                place,
                violation.severity(),
                violation.rule(),
                violation.message());
    }

    @Override
    public void end() throws IOException {
        page.write("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>""");
        text(TITLE + ": " + about.query().told());
        page.write("</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
        head();
        weeks();
        rules();
        counted("By role", "role", summary.roles());
        counted("By note type", "note type", summary.noteTypes());
        violations();
        proof();
        page.write("</main>\n</body>\n</html>\n");
        page.flush();
    }

    private void head() throws IOException {
        Count notes = summary.notes();
        page.write("<header>\n<h1>" + TITLE + "</h1>\n<p>Decisions: ");
        text(about.query().told());
        page.write(". Written ");
        text(MINUTE.format(about.at()) + " UTC by noteworthy " + about.product());
        page.write(".</p>\n</header>\n<dl class=\"figures\">\n");
        figure(
                notes.rate()
                        .map(rate -> rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %")
                        .orElse("–"),
                "compliant: " + notes.compliant() + " of " + notes.judged() + " notes judged");
        figure(String.valueOf(notes.concerned()), "notes with a violation of any severity");
        figure(String.valueOf(violations), "violations");
        if (summary.engagements().judged() > 0) {
            figure(
                    String.valueOf(summary.engagements().judged()),
                    "engagements judged as a whole, compliant: "
                            + summary.engagements().compliant());
        }
        page.write(
                "</dl>\n<p class=\"small\">A note is compliant when no rule of severity error is violated and none failed."
                        + " Each decision counts: a note that was judged again counts again.</p>\n");
    }

    private void figure(String number, String what) throws IOException {
        page.write("<div><dd>");
        text(number);
        page.write("</dd><dt>");
        text(what);
        page.write("</dt></div>\n");
    }

    private void weeks() throws IOException {
        List<Summary.Named> weeks = summary.weeks();
        if (weeks.isEmpty()) {
            return;
        }
        page.write("<section>\n<h2>Compliance by week</h2>\n<figure>\n" + WeekChart.of(weeks) + "<figcaption>");
        text("Share of compliant notes in each week in which they were judged (ISO 8601, UTC)"
                + (weeks.size() > WeekChart.MOST ? "; the last " + WeekChart.MOST + " weeks" : "") + ".");
        page.write("</figcaption>\n</figure>\n");
        table("week", weeks);
        page.write("</section>\n");
    }

    private void rules() throws IOException {
        List<Summary.RuleCount> rules = summary.rules();
        if (rules.isEmpty()) {
            return;
        }
        page.write("<section>\n<h2>Violations by rule</h2>\n<figure>\n" + RuleChart.of(rules) + "<figcaption>");
        text("Places at which each rule was found broken: errors in red, warnings in orange, infos in grey"
                + (rules.size() > RuleChart.MOST ? "; the first " + RuleChart.MOST + " rules" : "") + ".");
        page.write("</figcaption>\n</figure>\n");
        headings(List.of("rule", "severity"), List.of("notes", "engagements", "violations"));
        for (Summary.RuleCount each : rules) {
            page.write("<tr>");
            name(each.rule());
            cell(each.severity());
            number(each.notes());
            number(each.engagements());
            number(each.violations());
            page.write("</tr>\n");
        }
        page.write("</tbody>\n</table>\n</section>\n");
    }

    private void counted(String title, String name, List<Summary.Named> counts) throws IOException {
        if (counts.isEmpty()) {
            return;
        }
        page.write("<section>\n<h2>" + title + "</h2>\n");
        table(name, counts);
        page.write("</section>\n");
    }

    private void table(String name, List<Summary.Named> counts) throws IOException {
        headings(List.of(name), List.of("judged", "compliant", "rate", "with violations", "violations"));
        for (Summary.Named each : counts) {
            Count count = each.count();
            page.write("<tr>");
            name(each.name() == null ? "(unknown)" : each.name());
            number(count.judged());
            number(count.compliant());
            page.write("<td class=\"n\">");
            text(count.rate()
                    .map(rate -> rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %")
                    .orElse("–"));
            page.write("</td>");
            number(count.concerned());
            number(count.violations());
            page.write("</tr>\n");
        }
        page.write("</tbody>\n</table>\n");
    }

    private void violations() throws IOException {
        page.write("<section>\n<h2>Violations one by one</h2>\n<p>");
        if (listed.isEmpty()) {
            text("None was found.");
        } else if (listed.size() < violations) {
            text("The first " + listed.size() + " of " + violations + ". An export in CSV or XLSX has them all.");
        } else {
            text("All " + violations + ", in the order in which they were recorded.");
        }
        page.write("</p>\n");
        if (!listed.isEmpty()) {
            headings(List.of("time (UTC)", "note", "author", "place", "severity", "rule", "message"), List.of());
            for (List<String> row : listed) {
                page.write("<tr>");
                for (String cell : row) {
                    cell(cell);
                }
                page.write("</tr>\n");
            }
            page.write("</tbody>\n</table>\n");
        }
        page.write("</section>\n");
    }

    private void proof() throws IOException {
        page.write(
                "<section>\n<h2>What this stands on</h2>\n<p>Decisions form chains, each linked to the one before by a"
                        + " hash. <code>noteworthy audit verify</code> proves a chain; whoever finds the same hash at the same"
                        + " number has what this report was made from.</p>\n");
        headings(List.of("chain", "first", "last", "hash of the last"), List.of());
        for (Map.Entry<String, Ends> chain : chains.entrySet()) {
            Ends ends = chain.getValue();
            page.write("<tr>");
            name(chain.getKey());
            cell(String.valueOf(ends.first()));
            cell(String.valueOf(ends.last()));
            hash(ends.hash());
            page.write("</tr>\n");
        }
        page.write("</tbody>\n</table>\n");
        headings(List.of("edition", "digest"), List.of("decisions"));
        for (Map.Entry<String, Long> edition : editions.entrySet()) {
            String[] parts = edition.getKey().split(" ", 2);
            page.write("<tr>");
            name(parts[0]);
            hash(parts[1]);
            number(edition.getValue());
            page.write("</tr>\n");
        }
        page.write("</tbody>\n</table>\n</section>\n");
    }

    private void headings(List<String> words, List<String> numbers) throws IOException {
        page.write("<table>\n<thead><tr>");
        for (String word : words) {
            page.write("<th scope=\"col\">" + Xml.text(word) + "</th>");
        }
        for (String number : numbers) {
            page.write("<th scope=\"col\" class=\"n\">" + Xml.text(number) + "</th>");
        }
        page.write("</tr></thead>\n<tbody>\n");
    }

    private void name(String name) throws IOException {
        page.write("<th scope=\"row\">");
        text(name);
        page.write("</th>");
    }

    private void cell(String value) throws IOException {
        page.write("<td>");
        text(value);
        page.write("</td>");
    }

    private void hash(String hash) throws IOException {
        page.write("<td class=\"hash\">");
        text(hash);
        page.write("</td>");
    }

    private void number(long number) throws IOException {
        page.write("<td class=\"n\">" + number + "</td>");
    }

    /** On one line, without controls of writing direction, which could make one text look like another. */
    private void text(String text) throws IOException {
        page.write(Xml.text(Characters.harmless(text)));
    }

    private static String style() {
        try (InputStream style =
                Objects.requireNonNull(HtmlExport.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("What is in the product can be read", e);
        }
    }
}
