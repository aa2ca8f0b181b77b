package org.noteworthy.notes.parsing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Covid.TagUse;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.Layout;
import org.noteworthy.notes.SectionUse;
import org.noteworthy.notes.Spot;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;

/**
 * Takes tags out of a note so that no trace of them is left: no empty brackets, no second blank or comma, no empty line.
 * Where something would be missing without the tag, or it is tied to what follows, it is left to a person.
 */
final class TagRemoval {
    private static final String OPENING = "([{\u3010\u300C\uFF08\uFF3B\"'*_`~\u201C\u201E\u00AB";
    private static final String CLOSING = ")]}\u3011\u300D\uFF09\uFF3D\"'*_`~\u201D\u201C\u00BB";
    /** Behind so many tags, the others are left to a person. */
    private static final int MOST = 100;

    /** How many of the pairs are brackets; the others are quotes and emphasis. */
    private static final int BRACKETS = 7;

    private static final String PAUSES = ",;:\u3001\uFF0C\uFF1B\uFF1A";
    private static final String STOPS = ".!?\u3002\uFF01\uFF1F";
    private static final String JOINTS = ",;\u3001\uFF0C\uFF1B-+/&|\u2013\u2014";

    private final String text;
    private final List<TagUse> tags;
    private final Layout layout;

    TagRemoval(Layout layout, List<TagUse> tags) {
        this.text = layout.text();
        this.tags = tags;
        this.layout = layout;
    }

    /** Each tag; the first of several beside each other has the edit that takes out all of them. */
    List<Spot> spots() {
        List<Spot> spots = new ArrayList<>(tags.size());
        for (int i = 0; i < tags.size(); ) {
            int last = i;
            while (last + 1 < tags.size() && beside(tags.get(last), tags.get(last + 1))) {
                last++;
            }
            Fix fix = i < MOST ? without(tags.get(i).start(), tags.get(last).end()) : null;
            for (; i <= last; i++) {
                TagUse use = tags.get(i);
                spots.add(new Spot(null, use.start(), use.end(), use.written(), List.of(), null, fix));
                fix = null;
            }
        }
        return spots;
    }

    private boolean beside(TagUse one, TagUse next) {
        for (int at = one.end(); at < next.start(); at++) {
            char unit = text.charAt(at);
            if (Letters.isLineEnd(unit) || !Letters.isBlank(unit) && JOINTS.indexOf(unit) < 0) {
                return false;
            }
        }
        return one.end() < next.start();
    }

    private @Nullable Fix without(int tagStart, int tagEnd) {
        if (isTied(tagEnd)) {
            return null;
        }
        int from = tagStart;
        int to = tagEnd;
        while (isPair(before(from), after(to), from, to)) {
            from = before(from);
            to = after(to) + 1;
            if (text.charAt(from) == '[' && to < text.length() && text.charAt(to) == '(') {
                return null;
            }
        }
        if (from < layout.body() && to >= layout.body() || !saysMore(tagStart)) {
            return null;
        }
        Fix fix = cut(from, to);
        return fix.end() <= layout.body() ? Fix.suggested(fix.start(), fix.end(), "") : fix;
    }

    /** Whether what follows a tag belongs to it: {@code #covid's}, {@code #covid#other}. */
    private boolean isTied(int tagEnd) {
        if (tagEnd == text.length()) {
            return false;
        }
        char next = text.charAt(tagEnd);
        return !Letters.isBlank(next) && !Letters.isUnspaced(next) && (PAUSES + STOPS + CLOSING).indexOf(next) < 0
                || next == '\'' && tagEnd + 1 < text.length() && Letters.isWord(text.charAt(tagEnd + 1));
    }

    /**
     * Whether the section with the tag, or the note, says anything but such tags. A later line with a colon does not
     * count: its misspelt label may come to open a section of its own.
     */
    private boolean saysMore(int tagStart) {
        int from = 0;
        int to = text.length();
        for (SectionUse use : layout.uses()) {
            if (use.start() <= tagStart && tagStart < use.end()) {
                from = use.start();
                to = use.end();
            }
        }
        int lineEnd = Math.min(to, Markup.lineEnd(text, tagStart));
        if (hasWord(from, lineEnd)) {
            return true;
        }
        for (int line = Markup.nextLine(text, lineEnd); line < to; line = Markup.nextLine(text, line)) {
            int end = Math.min(to, Markup.lineEnd(text, line));
            if (!hasColon(line, end) && hasWord(line, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasColon(int from, int to) {
        int at = from;
        while (at < to && Letters.fold(text.charAt(at)) != ':') {
            at++;
        }
        return at < to;
    }

    /** Whether a word stands there that is none of the tags. */
    private boolean hasWord(int from, int to) {
        int at = from;
        for (TagUse tag : tags) {
            if (tag.start() >= at && tag.end() <= to) {
                if (hasWordOutside(at, tag.start())) {
                    return true;
                }
                at = tag.end();
            }
        }
        return hasWordOutside(at, to);
    }

    private boolean hasWordOutside(int from, int to) {
        int at = from;
        while (at < to && !Letters.isWord(text.charAt(at))) {
            at++;
        }
        return at < to;
    }

    /** Offset of what stands before {@code at} on its line, blanks aside; -1 if nothing does. */
    private int before(int at) {
        int before = at - 1;
        while (before >= 0 && Letters.isBlank(text.charAt(before)) && !Letters.isLineEnd(text.charAt(before))) {
            before--;
        }
        return before >= 0 && !Letters.isLineEnd(text.charAt(before)) ? before : -1;
    }

    /** Offset of what stands at {@code at} or behind it on its line, blanks aside; -1 if nothing does. */
    private int after(int at) {
        int after = Markup.afterSpaces(text, at, text.length());
        return after < text.length() && !Letters.isLineEnd(text.charAt(after)) ? after : -1;
    }

    /** Whether brackets stand at the two offsets, or quotes or emphasis that touch what is between them. */
    private boolean isPair(int before, int after, int from, int to) {
        if (before < 0 || after < 0) {
            return false;
        }
        int pair = CLOSING.indexOf(text.charAt(after));
        while (pair >= 0 && OPENING.charAt(pair) != text.charAt(before)) {
            pair = CLOSING.indexOf(text.charAt(after), pair + 1);
        }
        return pair >= 0 && (pair < BRACKETS || before + 1 == from && after == to);
    }

    /** The edit that takes out {@code [from, to)} with the blanks and commas that only served it. */
    private Fix cut(int from, int to) {
        int before = before(from);
        int after = after(to);
        boolean first = before < contentStart(from) || isBracket(OPENING, before);
        boolean label = layout.uses().stream().anyMatch(use -> use.labelStart() == after);
        boolean last = after < 0 || label || isBracket(CLOSING, after);
        if (first && last) {
            boolean wholeLine = after < 0 && Markup.afterMarks(text, lineStart(from), from) == from;
            return wholeLine
                    ? Fix.safe(lineStart(from), Markup.nextLine(text, to), "")
                    : Fix.safe(before + 1, label ? to : behind(to), "");
        }
        if (first) {
            boolean pause = isOneOf(PAUSES + STOPS, after);
            boolean joint =
                    isOneOf(JOINTS, after) && Letters.isBlank(text.charAt(Math.min(after + 1, text.length() - 1)));
            return Fix.safe(from, behind(pause || joint ? after + 1 : to), "");
        }
        if (last) {
            int joint = isOneOf(JOINTS, before) ? before(before) : -1;
            return Fix.safe((joint >= 0 ? joint : before) + 1, label ? to : behind(to), "");
        }
        boolean pause = isOneOf(PAUSES + STOPS, after);
        if (pause && isOneOf(PAUSES, before)) {
            return Fix.safe(before, to, "");
        }
        if (pause && isOneOf(STOPS, before)) {
            return Fix.safe(before + 1, after + 1, "");
        }
        return Fix.safe(pause || after > to ? before + 1 : from, to, "");
    }

    private int behind(int at) {
        return Markup.afterSpaces(text, at, text.length());
    }

    private int lineStart(int at) {
        int start = at;
        while (start > 0 && !Letters.isLineEnd(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where the words of a line begin: behind its marks, its label, or the prefix. */
    private int contentStart(int at) {
        int start = lineStart(at);
        start = layout.body() <= at ? Math.max(start, layout.body()) : start;
        for (SectionUse use : layout.uses()) {
            if (use.start() <= at) {
                start = Math.max(start, use.start());
            }
        }
        return Markup.afterMarks(text, start, at);
    }

    private boolean isBracket(String brackets, int at) {
        int kind = at < 0 ? -1 : brackets.indexOf(text.charAt(at));
        return kind >= 0 && kind < BRACKETS;
    }

    private boolean isOneOf(String units, int at) {
        return at >= 0 && units.indexOf(text.charAt(at)) >= 0;
    }
}
