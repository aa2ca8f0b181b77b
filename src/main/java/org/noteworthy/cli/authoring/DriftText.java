package org.noteworthy.cli.authoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.noteworthy.authoring.drift.Drift;
import org.noteworthy.authoring.drift.PageChange;
import org.noteworthy.authoring.drift.PageChange.Kind;
import org.noteworthy.authoring.drift.PageChange.TouchedClause;
import org.noteworthy.authoring.drift.SourceParagraph;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.report.Words;

/** How a copy of the page stands to an edition, for a person at a terminal. */
final class DriftText {
    private static final int WIDTH = 100;
    private static final int LIST_WIDTH = 120;
    private static final int MOST_PARAGRAPHS = 12;
    private static final int MOST_CHARACTERS = 600;
    private static final int BEGINNING = 60;

    private final Terminal terminal;
    private final String file;
    private final Drift drift;

    DriftText(Terminal terminal, String file, Drift drift) {
        this.terminal = terminal;
        this.file = file;
        this.drift = drift;
    }

    /** Prints what needs a look. */
    void print() {
        String version = drift.edition().version();
        String counted = file + ": " + Words.count(drift.paragraphs().size(), "paragraph");
        if (drift.changes().isEmpty()) {
            line(counted + ", all as the edition " + version + " knows them.");
            return;
        }
        if (drift.known() == 0) {
            line(counted + ", none of them known to the edition " + version + ". Is it another page?");
            return;
        }
        drift.changes().forEach(this::print);
        line("");
        line(counted + ", " + drift.known() + " known to the edition " + version + "; " + kinds() + ".");
        String advice = "Where a clause still says what the page says, put the new hashes in place of the old ones in"
                + " guidance.md; else change the clause, its tables and its rules first. --hashes prints them all.";
        Words.wrapped(advice, WIDTH, "").forEach(this::line);
    }

    private void print(PageChange change) {
        String place =
                change.now().isEmpty() ? file : file + ":" + change.now().get(0).line();
        line(terminal.colours() ? "\u001B[1m" + place + "\u001B[0m " + what(change) : place + " " + what(change));
        change.now().stream().limit(MOST_PARAGRAPHS).forEach(this::print);
        if (change.now().size() > MOST_PARAGRAPHS) {
            line("      | … and " + Words.count(change.now().size() - MOST_PARAGRAPHS, "paragraph") + " more");
        }
        if (change.kind() != Kind.MOVED) {
            Words.wrapped(hashes(change), WIDTH, "  ").forEach(this::line);
        }
        List<String> rules = change.touched().stream()
                .flatMap(clause -> clause.rules().stream())
                .distinct()
                .toList();
        if (!rules.isEmpty()) {
            Words.wrapped("rules: " + String.join(", ", rules), WIDTH, "  ").forEach(this::line);
        }
    }

    private void print(SourceParagraph paragraph) {
        String margin = String.format(Locale.ROOT, "%5d | ", paragraph.line());
        for (String text : Words.wrapped(shortened(paragraph.text(), MOST_CHARACTERS), WIDTH, "")) {
            line(margin + text);
            margin = "      | ";
        }
    }

    private static String hashes(PageChange change) {
        String gone = String.join(", ", change.gone());
        String now = change.now().stream()
                .limit(MOST_PARAGRAPHS)
                .map(SourceParagraph::hash)
                .collect(Collectors.joining(", "));
        return "hash: " + gone + (gone.isEmpty() || now.isEmpty() ? "" : " → ") + now;
    }

    private static String what(PageChange change) {
        String clauses = change.touched().isEmpty()
                ? "no clause"
                : change.touched().stream().map(TouchedClause::id).collect(Collectors.joining(", "));
        return switch (change.kind()) {
            case NEW -> "new, " + (change.touched().isEmpty() ? between(change) : "within " + clauses);
            case CHANGED -> "changed " + clauses;
            case REMOVED ->
                "removed " + Words.count(change.gone().size(), "paragraph") + " of "
                        + change.touched().stream()
                                .map(clause -> clause.id() + (clause.left() ? "" : ", of which nothing is left"))
                                .collect(Collectors.joining("; "));
            case MOVED -> "moved " + clauses + ", now " + between(change);
        };
    }

    private static String between(PageChange change) {
        String after = change.after().isEmpty() ? "" : "after " + String.join(", ", change.after());
        String before = change.before().isEmpty() ? "" : "before " + String.join(", ", change.before());
        String both = after + (after.isEmpty() || before.isEmpty() ? "" : " and ") + before;
        return both.isEmpty() ? "among paragraphs of no clause" : both;
    }

    private String kinds() {
        return Arrays.stream(Kind.values())
                .map(kind -> Map.entry(
                        kind,
                        drift.changes().stream()
                                .filter(change -> change.kind() == kind)
                                .mapToInt(PageChange::paragraphs)
                                .sum()))
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getValue() + " " + each.getKey().word())
                .collect(Collectors.joining(", "));
    }

    /** Prints every paragraph of the copy with its hash, then the list that guidance.md holds. */
    void printHashes() {
        List<String> names = names();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (int at = 0; at < names.size(); at++) {
            SourceParagraph paragraph = drift.paragraphs().get(at);
            line(String.format(
                    Locale.ROOT,
                    "%s  %-" + width + "s  %s",
                    paragraph.hash(),
                    names.get(at),
                    shortened(paragraph.text(), BEGINNING)));
        }
        line("");
        String list = drift.paragraphs().stream().map(SourceParagraph::hash).collect(Collectors.joining(", "));
        Words.wrapped("Paragraphs of the page: " + list, LIST_WIDTH, "").forEach(this::line);
    }

    /** The clauses that stand on each paragraph, or what became of it. */
    private List<String> names() {
        Map<String, List<String>> standing = Drift.standing(drift.edition());
        Map<SourceParagraph, String> found = new HashMap<>();
        drift.changes().stream()
                .filter(change -> change.kind() != Kind.MOVED)
                .forEach(change -> change.now().forEach(paragraph -> found.put(paragraph, "(" + what(change) + ")")));
        return drift.paragraphs().stream()
                .map(paragraph -> {
                    String clauses =
                            String.join(", ", standing.getOrDefault(paragraph.hash(), List.of("of no clause")));
                    return found.getOrDefault(paragraph, clauses);
                })
                .toList();
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.offsetByCodePoints(0, text.codePointCount(0, most - 1));
        return text.substring(0, end) + "…";
    }

    private void line(String text) {
        terminal.out().println(text);
    }
}
