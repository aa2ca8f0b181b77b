package org.noteworthy.authoring.docs;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.noteworthy.notes.text.Characters;

/**
 * A page of Markdown in the making. Whatever text is put in shows as it is: no markup, link or HTML comes of it.
 *
 * <p>Escaped by hand, since the library's renderer lets through what sites make links of: names, numbers, bare addresses.
 */
final class Markdown {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MARKUP =
            Pattern.compile("[\\\\`*_\\[\\]|~$@#^]|(?i)(?<=http|https|ftp|mailto|xmpp):|(?<=www)\\.");
    private static final Pattern BEGINNING = Pattern.compile("^([0-9]*)([-+=.)])");
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final int LEAST_FENCE = 3;

    private final StringBuilder page = new StringBuilder();

    Markdown(String firstLine) {
        page.append(firstLine).append('\n');
    }

    /** A text as part of a line. */
    static String text(String text) {
        String line = BLANKS.matcher(Characters.harmlessLines(text).strip()).replaceAll(" ");
        String plain = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String escaped = MARKUP.matcher(plain).replaceAll("\\\\$0");
        return BEGINNING.matcher(escaped).replaceFirst("$1\\\\$2");
    }

    /** A link to a page. */
    static String link(String text, String page) {
        return "[" + text(text) + "](" + page + ")";
    }

    Markdown heading(int level, String text) {
        return line("").line("#".repeat(level) + " " + text(text));
    }

    Markdown paragraph(String text) {
        return text.isBlank() ? this : line("").line(text(text));
    }

    Markdown items(List<String> texts) {
        line("");
        texts.forEach(each -> line("- " + text(each)));
        return this;
    }

    /** A table; its cells are Markdown already. */
    Markdown table(List<String> head, List<List<String>> rows) {
        line("").line(row(head)).line(row(head.stream().map(each -> "---").toList()));
        rows.forEach(each -> line(row(each)));
        return this;
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Lines that are shown as they are. */
    Markdown block(List<String> lines) {
        int longest = lines.stream()
                .flatMap(each -> BACKTICKS.matcher(each).results())
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(LEAST_FENCE, longest + 1));
        line("").line(fence + "text");
        lines.stream().flatMap(String::lines).map(Characters::harmlessLines).forEach(this::line);
        return line(fence);
    }

    private Markdown line(String line) {
        page.append(line).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
