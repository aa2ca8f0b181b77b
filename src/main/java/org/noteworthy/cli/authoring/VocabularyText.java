package org.noteworthy.cli.authoring;

import java.util.List;
import java.util.Locale;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.playbooks.language.words.Manual;
import org.noteworthy.playbooks.language.words.Manual.Chapter;
import org.noteworthy.playbooks.language.words.Manual.Listed;
import org.noteworthy.playbooks.language.words.Manual.Phrase;
import org.noteworthy.report.Words;

/** The vocabulary for people, in columns that fit on a screen. */
final class VocabularyText {
    private static final int WIDTH = 110;

    private final Terminal terminal;
    private String gap = "";

    VocabularyText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(List<Listed> properties, List<Chapter> chapters, List<Manual.Limit> limits) {
        for (String fact : Manual.FACTS) {
            List<Listed> ofFact = properties.stream()
                    .filter(listed -> listed.fact().equals(fact))
                    .toList();
            if (!ofFact.isEmpty()) {
                heading(fact + "( … ) asks for");
                properties(ofFact);
            }
        }
        for (Chapter chapter : chapters) {
            heading(chapter.title());
            phrases(chapter.phrases());
        }
        if (!limits.isEmpty()) {
            heading("At most");
            limits.forEach(limit -> line(String.format(Locale.ROOT, "  %,6d  %s", limit.most(), limit.what())));
        }
    }

    private void properties(List<Listed> properties) {
        int path = properties.stream()
                .mapToInt(listed -> listed.path().length())
                .max()
                .orElse(0);
        int kind = properties.stream()
                .mapToInt(listed -> kind(listed).length())
                .max()
                .orElse(0);
        for (Listed listed : properties) {
            row("  %-" + path + "s  %-" + kind + "s  ", listed.says(), listed.path(), kind(listed));
            if (listed.saysNot() != null) {
                row("  %-" + path + "s  %-" + kind + "s  ", listed.saysNot(), "", "  no:");
            }
        }
        if (properties.stream().anyMatch(Listed::place)) {
            line("  * A violation can point at it.");
        }
    }

    private static String kind(Listed listed) {
        return listed.place() ? listed.kind() + " *" : listed.kind();
    }

    private void phrases(List<Phrase> phrases) {
        int written = phrases.stream()
                .mapToInt(phrase -> phrase.written().length())
                .max()
                .orElse(0);
        int example = phrases.stream()
                .mapToInt(phrase -> phrase.example().length())
                .max()
                .orElse(0);
        for (Phrase phrase : phrases) {
            row("  %-" + written + "s  %-" + example + "s  ", phrase.means(), phrase.written(), phrase.example());
        }
    }

    private void row(String columns, String text, Object... cells) {
        String beginning = String.format(Locale.ROOT, columns, cells);
        List<String> lines = Words.wrapped(text, WIDTH, " ".repeat(beginning.length()));
        line(beginning + lines.get(0).strip());
        lines.stream().skip(1).forEach(this::line);
    }

    private void heading(String text) {
        terminal.out().print(gap);
        gap = System.lineSeparator();
        line(terminal.colours() ? "\u001B[1m" + text + "\u001B[0m" : text);
    }

    private void line(String text) {
        terminal.out().println(text);
    }
}
