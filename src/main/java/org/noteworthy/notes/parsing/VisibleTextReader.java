package org.noteworthy.notes.parsing;

import java.util.Arrays;
import org.noteworthy.notes.VisibleText;
import org.noteworthy.notes.text.Composition;
import org.noteworthy.notes.text.HtmlEntity;
import org.noteworthy.notes.text.HtmlTag;
import org.noteworthy.notes.text.HtmlTags;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;

/**
 * Reads once through what was written and keeps what a person sees of it.
 *
 * <p>By hand, since fixes need the place of each character in what was written, which no reader of Markdown or HTML keeps.
 */
public final class VisibleTextReader {
    private static final int LONGEST_LINK = 2_000;

    private final String written;
    private final StringBuilder text;
    private final HtmlTags tags;
    private final boolean document;
    private boolean html;
    private int[] starts;
    private int[] ends;
    private String link = "";
    private int linkAt;
    private int linkText;

    /** What a person sees of a text. */
    public static VisibleText read(String written) {
        int at = firstChange(written);
        return at < 0 ? VisibleText.same(written) : new VisibleTextReader(written, at).read();
    }

    /** Where the first sign stands that may be seen otherwise than it is written; -1 if there is none. */
    private static int firstChange(String written) {
        int unstable = Composition.firstUnstable(written, 0);
        int end = unstable < 0 ? written.length() : unstable;
        for (int at = 0; at < end; at++) {
            char unit = written.charAt(at);
            if (unit == '<' || unit == '&' || unit == '\\') {
                return at;
            }
        }
        return unstable;
    }

    /** Reads a text that is seen as it is written up to {@code same}. */
    private VisibleTextReader(String written, int same) {
        this.written = written;
        tags = new HtmlTags(written);
        text = new StringBuilder(written.length());
        starts = new int[written.length() + 1];
        ends = new int[written.length() + 1];
        document = beginsWithMarkup();
        if (!document) {
            text.append(written, 0, same);
            for (int i = 0; i < same; i++) {
                starts[i] = i;
                ends[i] = i + 1;
            }
        }
    }

    private VisibleText read() {
        int at = text.length();
        while (at < written.length()) {
            at = next(at);
        }
        room(1);
        starts[text.length()] = written.length();
        return VisibleText.of(written, text, html, starts, ends);
    }

    /** In a text that opens with markup, as the body of a mail does, line ends are blanks and markup tells the lines. */
    private boolean beginsWithMarkup() {
        int at = Markup.afterBlanks(written, 0, written.length());
        if (at == written.length() || written.charAt(at) != '<') {
            return false;
        }
        HtmlTag tag = tags.at(at);
        return tag != null && tag.opensDocument();
    }

    /** Reads what stands at {@code at}; returns where to read on. */
    private int next(int at) {
        char unit = written.charAt(at);
        switch (unit) {
            case '<' -> {
                HtmlTag tag = tags.at(at);
                if (tag != null) {
                    return tag(tag, at);
                }
            }
            case '&' -> {
                HtmlEntity entity = HtmlEntity.at(written, at);
                if (entity != null) {
                    add(entity.sign(), at, entity.end());
                    return entity.end();
                }
            }
            case '\\' -> {
                if (isEscape(at)) {
                    add(String.valueOf(written.charAt(at + 1)), at, at + 2);
                    return at + 2;
                }
            }
            case '\n', '\r' -> {
                if (document) {
                    add(" ", at, at + 1);
                    return at + 1;
                }
            }
            default -> {}
        }
        int end = Composition.segmentEnd(written, at);
        if (unit < '\u0300' && end == at + 1) {
            room(1);
            put(unit, at, end);
        } else {
            add(Composition.segment(written, at, end), at, end);
        }
        return end;
    }

    private int tag(HtmlTag tag, int at) {
        html |= !tag.comment();
        switch (tag.kind()) {
            case LINE -> add("\n", at, tag.end());
            case CELL -> add(" ", at, tag.end());
            case LINK -> {
                link = tag.link();
                linkAt = at;
                linkText = text.length();
            }
            case LINK_END -> {
                if (!link.isEmpty() && link.length() <= LONGEST_LINK && text.indexOf(link, linkText) < 0) {
                    add(" <" + link + ">", linkAt, tag.end());
                }
                link = "";
            }
            case HIDDEN -> {}
        }
        return tag.end();
    }

    /** Whether a backslash hides a sign that Markdown would read: behind a word only before a bracket, as in \[EXO\]. */
    private boolean isEscape(int at) {
        if (at + 1 == written.length() || at > 0 && written.charAt(at - 1) == '\\') {
            return false;
        }
        return switch (written.charAt(at + 1)) {
            case '[', ']', '(', ')' -> true;
            case '#', '*', '_', '-', '+', '.', ':', '!', '<', '>', '&', '~', '`', '|' ->
                at == 0 || !Letters.isWord(written.charAt(at - 1));
            default -> false;
        };
    }

    private void add(String seen, int from, int to) {
        room(seen.length());
        boolean same = seen.length() == to - from && written.startsWith(seen, from);
        for (int i = 0; i < seen.length(); i++) {
            put(seen.charAt(i), same ? from + i : from, same ? from + i + 1 : to);
        }
    }

    private void put(char unit, int from, int to) {
        starts[text.length()] = from;
        ends[text.length()] = to;
        text.append(unit);
    }

    private void room(int more) {
        int needed = text.length() + more + 1;
        if (needed > starts.length) {
            int length = Math.max(needed, starts.length * 2);
            starts = Arrays.copyOf(starts, length);
            ends = Arrays.copyOf(ends, length);
        }
    }
}
