package org.noteworthy.notes.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.HtmlTag.Kind;

/** Finds the tags and comments of HTML in one text; what is no tag that editors write stays text. */
public final class HtmlTags {
    private static final int LONGEST_NAME = 10;
    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        for (String name :
                ("p div br hr li ul ol dl dt dd tr table tbody thead tfoot caption h1 h2 h3 h4 h5 h6 blockquote pre"
                                + " section article header footer main center address html body head title form fieldset !doctype")
                        .split(" ", -1)) {
            KINDS.put(name, Kind.LINE);
        }
        for (String name :
                ("b i u s em strong small big sub sup span font code kbd samp tt mark ins del strike abbr cite q"
                                + " img label o:p meta link base wbr col colgroup script style")
                        .split(" ", -1)) {
            KINDS.put(name, Kind.HIDDEN);
        }
        KINDS.put("td", Kind.CELL);
        KINDS.put("th", Kind.CELL);
        KINDS.put("a", Kind.LINK);
    }

    private final String text;

    /** What was searched for up to the end of the text and is not there: it need not be searched for again. */
    private final Set<String> missing = new HashSet<>();

    public HtmlTags(String text) {
        this.text = text;
    }

    /** The tag or comment that begins at {@code at}, where a {@code <} stands; null if it is only that sign. */
    @Nullable
    public HtmlTag at(int at) {
        if (text.startsWith("<!--", at)) {
            int end = after("-->", at + 4);
            return end < 0 ? null : new HtmlTag(Kind.HIDDEN, true, false, "", end);
        }
        boolean closing = text.startsWith("/", at + 1);
        int start = closing ? at + 2 : at + 1;
        int nameEnd = start;
        while (nameEnd < text.length() && nameEnd - start <= LONGEST_NAME && isName(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = text.substring(start, nameEnd).toLowerCase(Locale.ROOT);
        Kind kind = KINDS.get(name);
        int end = kind == null ? -1 : tagEnd(nameEnd);
        if (kind == null || end < 0) {
            return null;
        }
        if (kind == Kind.LINK) {
            return closing
                    ? new HtmlTag(Kind.LINK_END, false, false, "", end)
                    : new HtmlTag(Kind.LINK, false, false, link(nameEnd, end), end);
        }
        boolean opens = !closing && kind == Kind.LINE && !name.equals("br") && !name.equals("hr");
        boolean unseen = !closing && (name.equals("script") || name.equals("style"));
        int hidden = unseen ? after("</" + name + ">", end) : -1;
        return new HtmlTag(kind, false, opens, "", Math.max(end, hidden));
    }

    private static boolean isName(char unit) {
        return unit >= 'a' && unit <= 'z'
                || unit >= 'A' && unit <= 'Z'
                || unit >= '0' && unit <= '9'
                || unit == ':'
                || unit == '!';
    }

    /** Where those signs, in any case, end next; -1 if they do not come again. */
    private int after(String signs, int from) {
        if (missing.contains(signs)) {
            return -1;
        }
        for (int at = from; at + signs.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, signs, 0, signs.length())) {
                return at + signs.length();
            }
        }
        missing.add(signs);
        return -1;
    }

    /** End of a tag whose name ends at {@code from}; -1 if it has none. */
    private int tagEnd(int from) {
        if (from == text.length() || !Letters.isBlank(text.charAt(from)) && "/>".indexOf(text.charAt(from)) < 0) {
            return -1;
        }
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (quote != 0) {
                quote = unit == quote ? 0 : quote;
            } else if (unit == '"' || unit == '\'') {
                quote = text.charAt(at - 1) == '=' ? unit : 0;
            } else if (unit == '>') {
                return at + 1;
            } else if (unit == '<') {
                return -1;
            }
        }
        return -1;
    }

    /** Where a link leads, if to a page; empty if to anything else. */
    private String link(int from, int to) {
        int at = from;
        while (at < to && !text.regionMatches(true, at, "href=", 0, 5)) {
            at++;
        }
        if (at + 6 >= to) {
            return "";
        }
        char quote = text.charAt(at + 5);
        boolean quoted = quote == '"' || quote == '\'';
        int start = quoted ? at + 6 : at + 5;
        int end = start;
        while (end < to - 1 && (quoted ? text.charAt(end) != quote : !Letters.isBlank(text.charAt(end)))) {
            end++;
        }
        String link = text.substring(start, end);
        boolean page = link.regionMatches(true, 0, "http://", 0, 7) || link.regionMatches(true, 0, "https://", 0, 8);
        return page ? link.replace("&amp;", "&") : "";
    }
}
