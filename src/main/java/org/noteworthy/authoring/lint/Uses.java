package org.noteworthy.authoring.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.ReadRule;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.edition.TableRow;
import org.noteworthy.playbooks.edition.WrittenEdition;

/** Finds what no rule of the edition makes use of: clauses, and table rows of a kind. */
final class Uses {
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z][A-Za-z0-9.]*[A-Za-z0-9]");

    private static final String HEADING = "## ";

    private static final String ANY = "";

    /** Rows of a kind are read into properties; a rule makes use of them if it asks for one that begins so. */
    private static final List<Use> USES = List.of(
            new Use("words.csv", "kind", "covid", List.of("covid.")),
            new Use("words.csv", "kind", "vendor", List.of("concerns.namesProduct")),
            new Use("words.csv", "kind", "defect", List.of("concerns.namesDefect", "concerns.defectWords")),
            new Use("words.csv", "kind", "none", List.of("concerns.none")),
            new Use(
                    "date-words.csv",
                    "kind",
                    ANY,
                    List.of("nextAction.dated", "nextAction.past", "nextAction.lastDate")),
            new Use("date-reasons.csv", "reason", ANY, List.of("nextAction.whyUndated")),
            new Use(
                    "words.csv",
                    "kind",
                    "negation",
                    List.of("concerns.natured", "concerns.firstParty", "concerns.namesDefect")),
            new Use("words.csv", "kind", "notASlip", List.of("status.opening")),
            new Use("words.csv", "kind", "beforeAPause", List.of("status.opening")),
            new Use("words.csv", "kind", "concern", List.of("concerns.none")),
            new Use("words.csv", "kind", "insight", List.of("concerns.insightCited")),
            new Use("words.csv", "kind", "insightId", List.of("concerns.insightCited")),
            new Use("tags.csv", "meaning", "covid", List.of("covid.")),
            new Use("role-note-types.csv", "covid", "yes", List.of("noteType.forCovid", "noteType.covidChoice")));

    private final WrittenEdition edition;
    private final LintDiagnostics diagnostics;

    /** Rows of a table that say so in a column, or all of them, and the properties that they are read into. */
    private record Use(String table, String column, String value, List<String> properties) {
        String rows() {
            return value.equals(ANY) ? "The rows of this table" : "Rows whose " + column + " is \"" + value + "\"";
        }

        boolean concerns(TableRow row) {
            return value.equals(ANY) || row.cell(column).equals(value);
        }
    }

    Uses(WrittenEdition edition, LintDiagnostics diagnostics) {
        this.edition = edition;
        this.diagnostics = diagnostics;
    }

    void look(List<ReadRule> live) {
        clauses(live.stream().map(read -> read.rule().clause()).toList());
        Set<String> asked = new HashSet<>();
        for (ReadRule read : live) {
            Rule rule = read.rule();
            Matcher properties = PROPERTY.matcher(rule.condition() + " " + rule.message() + " "
                    + read.written().consequence().place().written().replace("$", ""));
            while (properties.find()) {
                asked.add(properties.group());
            }
        }
        for (Use use : USES) {
            List<TableRow> rows =
                    edition.rows(use.table()).stream().filter(use::concerns).toList();
            if (!rows.isEmpty() && use.properties().stream().noneMatch(property -> isAsked(property, asked))) {
                TableRow first = rows.get(0);
                diagnostics.add(
                        Code.UNUSED_ROWS,
                        first,
                        use.column(),
                        first.cell(use.column()),
                        use.rows() + " are there for rules that ask for " + String.join(" or ", names(use))
                                + ", and no rule does. Add such a rule, or remove the rows.");
            }
        }
    }

    private static List<String> names(Use use) {
        return use.properties().stream()
                .map(property -> property.endsWith(".") ? property + "…" : property)
                .toList();
    }

    /** Also behind the name of a fact, as in {@code note.covid.tags}. */
    private static boolean isAsked(String property, Set<String> asked) {
        return asked.stream().anyMatch(each -> each.startsWith(property) || each.contains("." + property));
    }

    private void clauses(List<String> cited) {
        Map<String, Integer> lines = headings();
        Set<String> ids = Set.copyOf(cited);
        for (Clause clause : edition.clauses()) {
            if (clause.judge() == Clause.Judge.RULES && !ids.contains(clause.id())) {
                diagnostics.add(
                        Code.CLAUSE_WITHOUT_RULE,
                        "guidance.md",
                        lines.getOrDefault(clause.id(), 0),
                        4,
                        clause.id().length(),
                        "No rule stands for the clause " + clause.id()
                                + ". Write one that cites it, or a line \"Judged by: a person.\" or \"Judged by: nobody.\""
                                + " below the clause.");
            }
        }
    }

    /** The line of each clause's heading, by its id. */
    private Map<String, Integer> headings() {
        Map<String, Integer> headings = new HashMap<>();
        int number = 0;
        for (String line : edition.text("guidance.md").orElse("").lines().toList()) {
            number++;
            if (line.startsWith(HEADING)) {
                String heading = line.substring(HEADING.length()).strip();
                int blank = heading.indexOf(' ');
                headings.putIfAbsent(blank < 0 ? heading : heading.substring(0, blank), number);
            }
        }
        return headings;
    }
}
