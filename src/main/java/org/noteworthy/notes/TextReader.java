package org.noteworthy.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Covid.TagUse;
import org.noteworthy.notes.Prefix.CodeUse;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.TagMeaning;
import org.noteworthy.notes.Tables.TagRow;

/**
 * Reads a text once from its first to its last character and finds what gives it structure: the prefix, the labels with
 * what is written under them, the tags, and the first name of COVID-19.
 *
 * <p>A word is a label where it opens a line and is followed by a colon, stands alone or is dressed as a heading; within
 * a line, where a colon follows and it is spelt as the playbook does or something ends before it, so that a note
 * flattened to one line is read as well. Anywhere else it is prose.
 */
final class TextReader {
    private final LabelWords words;
    private final PrefixReader prefixes;
    private final String covidTag;
    private final Map<String, Boolean> tagIsCovid = new HashMap<>();

    TextReader(Tables tables, LabelWords words, PrefixReader prefixes) {
        this.words = words;
        this.prefixes = prefixes;
        String covid = "";
        for (TagRow row : tables.tags()) {
            if (row.meaning() == TagMeaning.COVID) {
                covid = covid.isEmpty() ? row.tag() : covid;
                tagIsCovid.put(Letters.fold(row.tag()), true);
                row.insteadOf().forEach(slip -> tagIsCovid.putIfAbsent(Letters.fold(slip), false));
            }
        }
        covidTag = covid;
    }

    /** The tag that marks a note as COVID-related. */
    String covidTag() {
        return covidTag;
    }

    Reading read(String text) {
        return new Pass(text).read();
    }

    /** What one pass over a text found; {@code language} is the place, in the list of languages, of the one most labels are in. */
    record Reading(
            int head,
            int headEnd,
            List<CodeUse> codes,
            boolean exact,
            List<SectionUse> uses,
            int language,
            List<TagUse> tags,
            @Nullable TagUse slip,
            @Nullable TagUse covidWord) {}

    private final class Pass {
        private final String text;
        private final Phrases.Match<LabelWords.Meaning> match = new Phrases.Match<>();
        private final List<SectionUse> uses = new ArrayList<>(5);
        private final int[] languages = new int[words.languages().size()];
        private List<TagUse> tags = List.of();
        private @Nullable TagUse slip;
        private @Nullable TagUse covidWord;
        private final boolean oneLine;

        // The section that is open: what stands under its label begins at openStart.
        private LabelWords.@Nullable Meaning open;
        private int openLabel;
        private int openLabelEnd;
        private int openStart;

        private boolean colons;

        Pass(String text) {
            this.text = text;
            oneLine = isOneLine(text);
        }

        Reading read() {
            int head = firstWord(0);
            int at = head;
            int lineEnd = Markup.lineEnd(text, at);
            int labelled = at < lineEnd ? labelAt(at, lineEnd, true) : -1;
            boolean workloadLabel = labelled >= 0 && match.meaning().kind() == SectionKind.WORKLOAD;
            PrefixReader.Found prefix = labelled >= 0 && !workloadLabel
                    ? PrefixReader.Found.NONE
                    : prefixes.read(text, workloadLabel ? firstWord(labelled) : head, this::opensSection);
            if (prefix.present()) {
                readTags(prefix.start(), prefix.end());
                at = prefix.end();
            }
            scan(at, labelled >= 0 && !prefix.present() ? head : at);
            int start = prefix.present() ? prefix.start() : head;
            return new Reading(
                    start,
                    prefix.present() ? prefix.end() : start,
                    prefix.codes(),
                    prefix.exact(),
                    uses,
                    mostUsedLanguage(),
                    tags,
                    slip,
                    covidWord);
        }

        /** Offset of the first thing that is said from there on, past blank lines and dress. */
        private int firstWord(int from) {
            int at = Markup.afterMarks(text, Markup.afterBlanks(text, from, text.length()), text.length());
            while (at < text.length() && Letters.isBlank(text.charAt(at))) {
                at = Markup.afterMarks(text, Markup.afterBlanks(text, at, text.length()), text.length());
            }
            return at;
        }

        private void scan(int from, int lineStart) {
            int at = from;
            int length = text.length();
            boolean first = true;
            int lineEnd = Markup.lineEnd(text, at);
            int begin = lineStart;
            while (at < length) {
                if (first) {
                    first = false;
                    at = Markup.afterMarks(text, at, lineEnd);
                    int content = at < lineEnd && Letters.startsWord(text, at) ? labelAt(at, lineEnd, true) : -1;
                    if (content >= 0) {
                        openSection(begin, at, content);
                        at = content;
                    }
                    if (at >= length) {
                        break;
                    }
                }
                if (at >= lineEnd) {
                    at = Markup.nextLine(text, at);
                    begin = at;
                    lineEnd = Markup.lineEnd(text, at);
                    first = true;
                } else if (Letters.startsWord(text, at)) {
                    at = wordAt(at, lineEnd);
                } else if (Letters.fold(text.charAt(at)) == '#') {
                    at = tagAt(at, lineEnd);
                } else {
                    at++;
                }
            }
            closeSection(length);
        }

        /** Reads the word at {@code at}, which does not open its line; returns where to read on. */
        private int wordAt(int at, int lineEnd) {
            if (!words.longest(text, at, lineEnd, match)) {
                return Letters.afterWord(text, at, lineEnd);
            }
            LabelWords.Meaning meaning = match.meaning();
            int end = match.end();
            if (meaning.kind() == null) {
                if (covidWord == null) {
                    covidWord = new TagUse(at, end, text.substring(at, end));
                }
                return end;
            }
            int content = labelAt(at, lineEnd, false);
            if (content < 0) {
                return end;
            }
            openSection(beforeMarks(at), at, content);
            return content;
        }

        /** Whether a label stands at {@code at} and opens a section there. */
        private boolean opensSection(int at) {
            return at < text.length()
                    && Letters.startsWord(text, at)
                    && labelAt(at, Markup.lineEnd(text, at), false) >= 0;
        }

        /** Where the content begins if a label at {@code at} opens a section; else -1. Leaves the label in match. */
        private int labelAt(int at, int lineEnd, boolean opensLine) {
            if (!words.longest(text, at, lineEnd, match) || match.meaning().kind() == null) {
                return -1;
            }
            int end = match.end();
            int dressEnd = Markup.afterEmphasis(text, end, lineEnd);
            int next = Markup.afterSpaces(text, dressEnd, lineEnd);
            boolean bold = dressEnd > end && at > 0 && Markup.isEmphasis(text.charAt(at - 1));
            if (next < lineEnd && Letters.fold(text.charAt(next)) == ':') {
                boolean opens = opensLine || bold || opensWithinLine(at, end);
                return opens ? Markup.afterEmphasis(text, next + 1, lineEnd) : -1;
            }
            if (!opensLine) {
                return -1;
            }
            boolean dash = next > dressEnd
                    && next + 1 < lineEnd
                    && Markup.isBullet(text.charAt(next))
                    && Letters.isBlank(text.charAt(next + 1));
            if (next > dressEnd && closesHeading(next, lineEnd)) {
                return lineEnd;
            }
            boolean shouted = next > dressEnd && spelt(at, end) && hasCase(at, end) && doesWithoutColon(at);
            return next == lineEnd || bold || dash || shouted ? (dash ? next + 1 : next) : -1;
        }

        /** Where labels have colons, one without is a wrapped word, unless something ended before its line. */
        private boolean doesWithoutColon(int at) {
            int before = beforeMarks(at);
            return !colons || before == 0 || isPause(text.charAt(before - 1));
        }

        /** Whether the line ends in hash signs alone, as in ## SUMMARY ##. */
        private boolean closesHeading(int from, int lineEnd) {
            int at = from;
            while (at < lineEnd && text.charAt(at) == '#') {
                at++;
            }
            return at > from && Markup.afterSpaces(text, at, lineEnd) == lineEnd;
        }

        /** Within a line: spelt as in the playbook, or after the end of something, or capitalised in a one-line note. */
        private boolean opensWithinLine(int at, int end) {
            boolean cased = hasCase(at, end);
            if (cased && spelt(at, end)) {
                return true;
            }
            int before = beforeMarks(at);
            if (before < at && before > 0 && isPause(text.charAt(before - 1)) || before == 0) {
                return true;
            }
            if (at > 0 && isPause(text.charAt(at - 1))) {
                return true;
            }
            boolean apart = at > 0 && Letters.isBlank(text.charAt(at - 1));
            return apart && oneLine && (!cased || Character.isUpperCase(text.charAt(at)));
        }

        private boolean spelt(int at, int end) {
            String label = match.meaning().label();
            int i = 0;
            for (int j = at; j < end; j++) {
                char unit = text.charAt(j);
                if (Letters.isBlank(unit)) {
                    continue;
                }
                while (i < label.length() && Letters.isBlank(label.charAt(i))) {
                    i++;
                }
                if (i == label.length() || label.charAt(i++) != unit) {
                    return false;
                }
            }
            return true;
        }

        private boolean hasCase(int at, int end) {
            for (int i = at; i < end; i++) {
                char unit = text.charAt(i);
                if (Character.isUpperCase(unit) || Character.isLowerCase(unit)) {
                    return true;
                }
            }
            return false;
        }

        private void openSection(int before, int label, int content) {
            LabelWords.Meaning meaning = match.meaning();
            closeSection(before);
            open = meaning;
            openLabel = label;
            openLabelEnd = match.end();
            openStart = content;
            for (int i = match.end(); i < content && !colons; i++) {
                colons = Letters.fold(text.charAt(i)) == ':';
            }
            for (int i = 0; i < languages.length; i++) {
                languages[i] += meaning.languages() >> i & 1;
            }
        }

        private void closeSection(int end) {
            if (open == null || open.kind() == null) {
                return;
            }
            int start = Markup.afterBlanks(text, openStart, end);
            int last = trimmed(start, Math.max(start, end));
            uses.add(new SectionUse(
                    open.kind(), text.substring(openLabel, openLabelEnd), openLabel, openLabelEnd, start, last));
            open = null;
        }

        /** Takes blanks, bold and lone bullets off the end of what stands under a label. */
        private int trimmed(int start, int end) {
            int last = Markup.beforeMarks(text, start, end);
            while (last > start && isLoneBullet(start, last - 1)) {
                last = Markup.beforeMarks(text, start, last - 1);
            }
            return last;
        }

        private boolean isLoneBullet(int start, int at) {
            char unit = text.charAt(at);
            return (Markup.isBullet(unit) || unit == '>' || unit == '#')
                    && (at == start || Letters.isBlank(text.charAt(at - 1)));
        }

        /** Steps back over what dresses a label within a line: blanks, bold, a bullet, a number. */
        private int beforeMarks(int at) {
            int before = Markup.beforeMarks(text, 0, at);
            if (before > 1 && Markup.isBullet(text.charAt(before - 1)) && Letters.isBlank(text.charAt(before - 2))) {
                before = Markup.beforeMarks(text, 0, before - 1);
            } else if (before > 2
                    && (text.charAt(before - 1) == '.' || text.charAt(before - 1) == ')')
                    && Letters.isDigit(text.charAt(before - 2))
                    && Letters.isBlank(text.charAt(before - 3))) {
                before = Markup.beforeMarks(text, 0, before - 2);
            }
            return before;
        }

        /** Reads the tags of a prefix: [#covid] is no workload, but it is the tag. */
        private void readTags(int from, int to) {
            int at = from;
            while (at < to) {
                at = Letters.fold(text.charAt(at)) == '#' ? tagAt(at, to) : at + 1;
            }
        }

        /** Reads the hash sign at {@code at}; returns where to read on. */
        private int tagAt(int at, int lineEnd) {
            int end = at + 1;
            boolean letter = false;
            while (end < lineEnd && isTagUnit(end, lineEnd)) {
                letter |= !Letters.isDigit(text.charAt(end)) && Letters.isWord(text.charAt(end));
                end++;
            }
            if (!letter || !standsApart(at)) {
                return Math.max(end, at + 1);
            }
            String folded = Letters.fold(text.substring(at, end));
            Boolean covid = tagIsCovid.get(folded);
            if (covid == null
                    && Math.abs(folded.length() - covidTag.length()) <= 1
                    && new Slips().between(folded, Letters.fold(covidTag), 1) == 1) {
                covid = false;
            }
            if (covid != null) {
                TagUse use = new TagUse(at, end, text.substring(at, end));
                if (covid) {
                    tags = tags.isEmpty() ? new ArrayList<>(2) : tags;
                    tags.add(use);
                } else if (slip == null) {
                    slip = use;
                }
            }
            return end;
        }

        private boolean isTagUnit(int at, int lineEnd) {
            char unit = text.charAt(at);
            return Letters.isWord(unit)
                    || (unit == '-' || unit == '_') && at + 1 < lineEnd && Letters.isWord(text.charAt(at + 1));
        }

        private boolean standsApart(int at) {
            if (at == 0) {
                return true;
            }
            char before = text.charAt(at - 1);
            boolean ofAWord = Letters.isWord(before) && !Letters.isUnspaced(before);
            return !ofAWord && Letters.fold(before) != '#' && before != '&' && before != '/';
        }

        private int mostUsedLanguage() {
            int most = 0;
            for (int i = 1; i < languages.length; i++) {
                most = languages[i] > languages[most] ? i : most;
            }
            return most;
        }

        private boolean isPause(char unit) {
            return switch (Letters.fold(unit)) {
                case '.', '!', '?', ';', ']', ')', ',', '\u3002', '\uFF61', '\u3011', '\u3001' -> true;
                default -> Markup.isBullet(unit) || Letters.isLineEnd(unit);
            };
        }
    }

    private static boolean isOneLine(String text) {
        int start = Markup.afterBlanks(text, 0, text.length());
        int end = text.length();
        while (end > start && Letters.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return Markup.lineEnd(text, start) >= end;
    }
}
