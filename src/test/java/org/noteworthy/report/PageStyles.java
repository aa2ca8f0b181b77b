package org.noteworthy.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same page as other tools would write it. */
public final class PageStyles {
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,6}) (.*)$");
    private static final Pattern ITEM = Pattern.compile("\\s*([-*+]|\\d[.)])\\s+(.*)");

    private PageStyles() {}

    /** Every style, by what is other about it. */
    public static Map<String, String> of(String page) {
        Map<String, String> styles = new LinkedHashMap<>();
        styles.put("the same bytes", page);
        styles.put("setext headings", headings(page, "$2\n------"));
        styles.put("bold headings", headings(page, "**$2**"));
        styles.put("bold headings with underscores", headings(page, "__$2__"));
        styles.put("HTML headings", headings(page, "<h2 id=\"x\">$2</h2>"));
        styles.put("closed headings with an address", headings(page, "$1 $2 {#here} $1"));
        styles.put("numbered headings", headings(page, "$1 3.1. $2"));
        styles.put("other heading levels", headings(page, "#### $2"));
        styles.put("without front matter", page.substring(page.indexOf("\n# ")));
        styles.put("CRLF", page.replace("\n", "\r\n"));
        styles.put("CR alone", page.replace("\n", "\r"));
        styles.put("byte-order mark", "\uFEFF" + page);
        styles.put("asterisks for bullets", page.replaceAll("(?m)^(\\s*)- ", "$1* "));
        styles.put("blank lines between items", page.replaceAll("(?m)^(\\s*)- ", "\n$1- "));
        styles.put("deeper items", page.replaceAll("(?m)^\\s*- ", "        - "));
        styles.put("other numbers", page.replace("\n1. ", "\n7) ").replace("\n2. ", "\n8) "));
        styles.put("without quote marks", page.replaceAll("(?m)^> ?", ""));
        styles.put("without emphasis", page.replaceAll("\\*+", ""));
        styles.put("without links", page.replaceAll("\\[([a-zA-Z]{2,})\\]\\([^)]*\\)", "$1"));
        styles.put("links by reference", page.replaceAll("\\[Home\\]\\((.*)\\)", "[Home][1]\n\n[1]: $1"));
        styles.put(
                "escaped brackets",
                page.replaceAll("\\[([AB+]+)\\]", "\\\\[$1\\\\]").replace("#move", "\\#move"));
        styles.put(
                "typographic quotes and dashes",
                page.replace("\"note\"", "“note”").replace(" - ", " – "));
        styles.put("no-break blanks", page.replace("the tag", "the\u00A0tag").replace("A first", "A&nbsp;first"));
        styles.put("HTML table", htmlTable(page));
        styles.put(
                "table without outer bars",
                page.replaceAll("(?m)^\\| (.*) \\|$", "$1").replace("|--", "--"));
        styles.put("comment between", page.replace("## When", "<!-- not\n\nshown -->\n\n## When"));
        styles.put("capitals", page.toUpperCase(java.util.Locale.ROOT));
        for (int width : new int[] {1, 16, 25, 40, 60, 80, 120, 1000}) {
            styles.put("wrapped at " + width, wrapped(page, width));
        }
        return styles;
    }

    private static String headings(String page, String as) {
        return HEADING.matcher(page).replaceAll(as);
    }

    private static String htmlTable(String page) {
        return page.replaceAll("(?m)^\\|-.*\\n", "")
                .replaceAll("(?m)^\\| (.*) \\| (.*) \\| (.*) \\|$", "<tr><td>$1</td><td>$2</td>\n<td>$3</td></tr>");
    }

    private static String wrapped(String page, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        String begin = "";
        for (String line : page.substring(page.indexOf("\n# ")).lines().toList()) {
            boolean quoted = line.startsWith("> ") && line.length() > 2 && !line.startsWith("> [!");
            Matcher item = ITEM.matcher(line);
            boolean alone = line.isBlank() || line.startsWith("#") || line.startsWith("|") || line.startsWith(">");
            if (item.matches() || alone) {
                flush(lines, open, begin, width);
                begin = item.matches() ? item.group(1) + " " : "";
            }
            if (quoted) {
                begin = "> ";
                open.append(line.substring(2));
            } else if (alone) {
                lines.add(line);
            } else {
                open.append(open.length() == 0 ? "" : " ").append(item.matches() ? item.group(2) : line.strip());
            }
        }
        flush(lines, open, begin, width);
        return String.join("\n", lines);
    }

    private static void flush(List<String> lines, StringBuilder open, String begin, int width) {
        if (open.length() > 0) {
            String mark = begin;
            for (String line : Words.wrapped(open.toString(), width, "")) {
                lines.add(mark + line);
                mark = begin.startsWith(">") ? begin : " ".repeat(begin.length());
            }
            open.setLength(0);
        }
    }
}
