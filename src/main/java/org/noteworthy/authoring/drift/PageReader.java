package org.noteworthy.authoring.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.playbooks.edition.PlainText;

/**
 * Takes a Markdown page apart into the words of its paragraphs. Headings of any style, list items and table rows are
 * paragraphs of their own; front matter, comments, rules and the marks of lists, quotes and tables are no words.
 *
 * <p>By hand, since copies come in more styles than CommonMark knows: it takes deep items for code, and rows of a table
 * that has no rule for one paragraph.
 */
final class PageReader {
    private static final Pattern QUOTE = Pattern.compile("\\s{0,3}>[ \\t]?");
    private static final Pattern FENCE = Pattern.compile("(?:```|~~~).*");
    private static final Pattern ALERT = Pattern.compile("\\\\?\\[!\\w{1,20}\\\\?\\][ \\t]*");
    private static final Pattern RULE = Pattern.compile("[|:+=*_\\s-]+");
    private static final Pattern ATX = Pattern.compile("#{1,6}(?:[ \\t]+(.*))?");
    private static final Pattern ATX_END = Pattern.compile("[ \\t]#+$");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:?[ \\t]*[#.][^{}]*\\}$");
    private static final Pattern BULLET = Pattern.compile("[-*+\u2022\u2023\u25AA\u25CB\u25CF\u25E6\u00B7][ \\t]+");
    private static final Pattern NUMBER = Pattern.compile("\\(?(\\d{1,3})\\\\?[.)][ \\t]+");
    private static final Pattern TASK = Pattern.compile("\\[[ xX]\\][ \\t]+");
    private static final Pattern STRONG_LINE = Pattern.compile("(?:\\*\\*[^*]+\\*\\*|__[^_]+__):?");
    private static final Pattern NUMBERING = Pattern.compile("\\(?\\d[\\d.]{0,30}[.)]");
    private static final Pattern DEFINITION =
            Pattern.compile("\\[([^\\[\\]^][^\\[\\]]*)\\]:[ \\t]+<?(?=[^\\s>]*[/#.])[^\\s>]++>?(?:[ \\t]+[\"'(].*)?");
    private static final Pattern REFERENCE = Pattern.compile("!?\\[([^\\[\\]]*)\\](?:\\[([^\\[\\]]*)\\])?");
    private static final Pattern BLOCK_TAG = Pattern.compile(
            "</?(?:h[1-6]|p|div|ul|ol|li|table|thead|tbody|tr|blockquote|section|article|header|footer|main|nav|hr|pre"
                    + "|dl|dt|dd|details|summary|figure|figcaption|center)(?:[\\s/][^<>]*)?>",
            Pattern.CASE_INSENSITIVE);
    private static final int MARKS_IN_A_ROW = 8;
    private static final int FRONT_MATTER_LINES = 200;
    private static final int LONGEST_SHOWN = 200;

    private final List<String> lines;
    private final Set<String> definitions = new HashSet<>();
    private final List<List<Word>> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int openLine;
    private int lastLine;
    private boolean quoted;
    private boolean table;
    private boolean listed;
    private boolean fenced;

    /** A word as it is shown, and as it counts. */
    record Word(String shown, String folded, int line) {

        /** The word with a mark behind it, such as a dash, which does not count. */
        Word followedBy(String mark) {
            return shown.length() > LONGEST_SHOWN ? this : new Word(shown + " " + mark, folded, line);
        }
    }

    private PageReader(List<String> lines) {
        this.lines = lines;
    }

    /** The words of each paragraph, none of them without words. */
    static List<List<Word>> read(String page) {
        String text = page.startsWith("\uFEFF") ? page.substring(1) : page;
        String plain = withoutComments(text.replace("\r\n", "\n").replace('\r', '\n'));
        return new PageReader(plain.lines().toList()).read();
    }

    /** Comments become blank, their lines stay. */
    private static String withoutComments(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        for (int begin = text.indexOf("<!--"); begin >= 0; begin = text.indexOf("<!--", at)) {
            int end = text.indexOf("-->", begin + 4);
            if (end < 0) {
                break;
            }
            kept.append(text, at, begin);
            text.substring(begin, end).chars().filter(unit -> unit == '\n').forEach(unit -> kept.append('\n'));
            at = end + 3;
        }
        return kept.append(text, at, text.length()).toString();
    }

    private List<List<Word>> read() {
        for (String line : lines) {
            Matcher definition = DEFINITION.matcher(line.strip());
            if (definition.matches()) {
                definitions.add(name(definition.group(1)));
            }
        }
        for (int number = afterFrontMatter(); number < lines.size(); number++) {
            line(lines.get(number), number + 1);
        }
        close();
        return blocks;
    }

    /** Index of the first line of the page proper. What is said about a page in front of it is no part of it. */
    private int afterFrontMatter() {
        if (!lines.isEmpty() && lines.get(0).strip().equals("---")) {
            for (int number = 1; number < Math.min(lines.size(), FRONT_MATTER_LINES); number++) {
                String line = lines.get(number).strip();
                if (line.equals("---") || line.equals("...")) {
                    return number + 1;
                }
            }
        }
        return 0;
    }

    private void line(String line, int number) {
        String rest = unquoted(line).strip();
        if (FENCE.matcher(rest).matches()) {
            close();
            fenced = !fenced;
        } else if (rest.isEmpty()) {
            close();
            table = false;
        } else if (fenced) {
            append(rest, number);
        } else if (RULE.matcher(rest).matches()) {
            close();
            table = rest.indexOf('|') >= 0 || rest.indexOf('+') >= 0;
        } else if (!DEFINITION.matcher(rest).matches()) {
            String[] parts = BLOCK_TAG.split(rest, -1);
            for (int part = 0; part < parts.length; part++) {
                if (part > 0) {
                    close();
                }
                content(parts[part].strip(), number);
            }
        }
    }

    /** The line without its quote marks; a quote that begins here ends what stands before it. */
    private String unquoted(String line) {
        Matcher quote = QUOTE.matcher(line);
        int end = 0;
        while (quote.region(end, line.length()).lookingAt()) {
            end = quote.end();
        }
        boolean now = end > 0;
        if (now && !quoted) {
            close();
        }
        quoted = now;
        Matcher alert = ALERT.matcher(line).region(end, line.length());
        if (alert.lookingAt()) {
            close();
            end = alert.end();
        }
        return line.substring(end);
    }

    private void content(String line, int number) {
        String rest = item(line);
        Matcher heading = ATX.matcher(rest);
        boolean row = rest.startsWith("|") || table && rest.indexOf('|') >= 0;
        boolean strong = STRONG_LINE.matcher(rest).matches();
        if (heading.matches()) {
            alone(title(heading.group(1) == null ? "" : heading.group(1)), number);
        } else if (row || strong) {
            alone(rest, number);
        } else {
            append(rest, number);
        }
    }

    /** A heading without the number signs and the address that may close it, in either order. */
    private static String title(String heading) {
        String open = ATTRIBUTES.matcher(heading.strip()).replaceFirst("").strip();
        String bare = ATX_END.matcher(" " + open).replaceFirst("").strip();
        return ATTRIBUTES.matcher(bare).replaceFirst("");
    }

    /** What stands behind the marks of a list; with any, a paragraph of its own. */
    private String item(String line) {
        String rest = line;
        for (int marks = 0; marks < MARKS_IN_A_ROW; marks++) {
            Matcher bullet = BULLET.matcher(rest);
            Matcher number = NUMBER.matcher(rest);
            int end;
            if (bullet.lookingAt()) {
                end = bullet.end();
            } else if (number.lookingAt()
                    && (open.length() == 0 || listed || number.group(1).equals("1"))) {
                end = number.end();
            } else {
                return rest;
            }
            close();
            listed = true;
            Matcher task = TASK.matcher(rest).region(end, rest.length());
            rest = rest.substring(task.lookingAt() ? task.end() : end);
        }
        return rest;
    }

    private void alone(String text, int number) {
        close();
        append(text, number);
        close();
    }

    private void append(String text, int number) {
        if (open.length() == 0) {
            openLine = number;
        } else {
            open.append("\n".repeat(Math.max(1, number - lastLine)));
        }
        lastLine = number;
        open.append(text.endsWith("\\") ? text.substring(0, text.length() - 1) : text);
    }

    private void close() {
        List<Word> words = new ArrayList<>();
        int line = openLine;
        String text = PlainText.withoutMarkup(resolved(open.toString()));
        for (String part : text.split("\\n", -1)) {
            for (String shown : part.split("\\s+", -1)) {
                String folded = PlainText.folded(shown);
                if (!folded.isEmpty()) {
                    words.add(new Word(shown, folded, line));
                } else if (!shown.isEmpty() && !words.isEmpty()) {
                    words.set(words.size() - 1, words.get(words.size() - 1).followedBy(shown));
                }
            }
            line++;
        }
        if (words.size() > 1 && NUMBERING.matcher(words.get(0).folded()).matches()) {
            words.remove(0);
        }
        if (!words.isEmpty()) {
            blocks.add(List.copyOf(words));
        }
        open.setLength(0);
        listed = false;
    }

    /** References to addresses that the page defines elsewhere become their text. */
    private String resolved(String text) {
        if (definitions.isEmpty()) {
            return text;
        }
        return REFERENCE.matcher(text).replaceAll(reference -> {
            String named = reference.group(2) == null || reference.group(2).isBlank()
                    ? reference.group(1)
                    : reference.group(2);
            return Matcher.quoteReplacement(definitions.contains(name(named)) ? reference.group(1) : reference.group());
        });
    }

    private static String name(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}
