package org.noteworthy.cli.terminal;

import java.util.List;
import java.util.Locale;
import org.noteworthy.checking.Impact;
import org.noteworthy.report.Words;

/** What another edition changes, as a table for people. */
public final class ImpactText {
    private ImpactText() {}

    /** A line for each rule that anything is said of, then what they come to. */
    public static void print(Terminal terminal, Impact impact, String from, String to) {
        int width =
                impact.rules().keySet().stream().mapToInt(String::length).max().orElse(4);
        String row = "%-" + width + "s  %9s  %9s  %9s  %s";
        terminal.out().println(String.format(Locale.ROOT, row, "rule", "newly", "no longer", "still", "examples"));
        impact.rules()
                .forEach((rule, counts) -> terminal.out()
                        .println(String.format(
                                        Locale.ROOT,
                                        row,
                                        rule,
                                        counts.newly(),
                                        counts.noLonger(),
                                        counts.still(),
                                        String.join(", ", counts.examples()))
                                .stripTrailing()));
        terminal.out()
                .println(Words.count(impact.notes(), "note") + ", " + impact.changed() + " judged differently by " + to
                        + " than by " + from);
        List<String> failed = List.copyOf(impact.failed());
        failed.forEach(rule -> terminal.say("the rule " + rule
                + " failed on some of the notes, under one of the editions or both. What it would have said there is not"
                + " known."));
    }
}
