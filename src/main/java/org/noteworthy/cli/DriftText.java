package org.noteworthy.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.noteworthy.playbooks.drift.Drift;
import org.noteworthy.playbooks.drift.Finding;
import org.noteworthy.playbooks.drift.Finding.TouchedClause;
import org.noteworthy.playbooks.drift.SourceParagraph;

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
        drift.findings().forEach(this::print);
        String version = drift.edition().version();
        String counted = Words.count(drift.paragraphs().size(), "paragraph");
        if (drift.findings().isEmpty()) {
            terminal.out().println(file + ": " + counted + ", all as the edition " + version + " knows them.");
            return;
        }
        terminal.out().println();
        line(file + ": " + counted + ", " + drift.known() + " known to the edition " + version + "; " + kinds() + ".");
        touched().forEach((clause, rules) -> line("  " + clause + ": " + rules));
        if (drift.known() == 0) {
            line("Nothing of this page is known. Is it another page?");
        }
        line("Where a clause says what the page says now, write the new hashes into guidance.md; where it does not,"
                + " change the clause, its tables and rules first. With --hashes this verb prints what to paste.");
    }

    private void print(Finding finding) {
        String place = finding.now().isEmpty()
                ? file
                : file + ":" + finding.now().get(0).line();
        line(terminal.colours() ? "\u001B[1m" + place + "\u001B[0m " + what(finding) : place + " " + what(finding));
        finding.now().stream()
                .limit(MOST_PARAGRAPHS)
                .forEach(paragraph -> Words.wrapped(shortened(paragraph.text(), MOST_CHARACTERS), WIDTH, "  | ")
                        .forEach(terminal.out()::println));
        if (finding.now().size() > MOST_PARAGRAPHS) {
            line("  … and " + Words.count(finding.now().size() - MOST_PARAGRAPHS, "paragraph") + " more");
        }
        List<String> rules = finding.touched().stream()
                .flatMap(clause -> clause.rules().stream())
                .distinct()
                .toList();
        if (!rules.isEmpty()) {
            Words.wrapped("rules: " + String.join(", ", rules), WIDTH, "  ").forEach(terminal.out()::println);
        }
    }

    private static String what(Finding finding) {
        String clauses = finding.touched().isEmpty()
                ? "of no clause"
                : finding.touched().stream()
                        .map(clause -> clause.id() + (clause.left() ? "" : " (nothing of it is left)"))
                        .collect(Collectors.joining(", "));
        return switch (finding.kind()) {
            case NEW -> "new, " + (finding.touched().isEmpty() ? between(finding) : "within " + clauses);
            case CHANGED -> "changed " + clauses;
            case REMOVED ->
                "removed " + Words.count(finding.gone().size(), "paragraph") + " of "
                        + clauses.replaceFirst("^of ", "");
            case MOVED -> "moved " + clauses + ", now " + between(finding);
        };
    }

    private static String between(Finding finding) {
        return (finding.after().isEmpty() ? "at the beginning" : "after " + String.join(", ", finding.after()))
                + (finding.before().isEmpty() ? "" : " and before " + String.join(", ", finding.before()));
    }

    private String kinds() {
        return Arrays.stream(Finding.Kind.values())
                .map(kind -> Map.entry(
                        kind,
                        drift.findings().stream()
                                .filter(finding -> finding.kind() == kind)
                                .count()))
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getValue() + " " + each.getKey().word())
                .collect(Collectors.joining(", "));
    }

    /** Every clause that is touched, with what stands for it. */
    private Map<String, String> touched() {
        Map<String, String> touched = new LinkedHashMap<>();
        for (Finding finding : drift.findings()) {
            for (TouchedClause clause : finding.touched()) {
                touched.put(
                        clause.id(),
                        clause.rules().isEmpty() ? "no rule stands for it" : String.join(", ", clause.rules()));
            }
        }
        return touched;
    }

    /** Prints every paragraph of the copy with its hash, then the list that guidance.md holds. */
    void printHashes() {
        Map<String, List<String>> standing = Drift.standing(drift.edition());
        Set<String> known = Set.copyOf(drift.edition().page());
        List<String> names = new ArrayList<>();
        for (SourceParagraph paragraph : drift.paragraphs()) {
            names.add(String.join(
                    ", ",
                    standing.getOrDefault(
                            paragraph.hash(), List.of(known.contains(paragraph.hash()) ? "no clause" : "new"))));
        }
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
        terminal.out().println();
        String list = drift.paragraphs().stream().map(SourceParagraph::hash).collect(Collectors.joining(", "));
        Words.wrapped("Paragraphs of the page: " + list, LIST_WIDTH, "").forEach(terminal.out()::println);
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
