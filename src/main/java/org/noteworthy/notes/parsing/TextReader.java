package org.noteworthy.notes.parsing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Covid.TagUse;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.TagMeaning;
import org.noteworthy.notes.Tables.TagRow;
import org.noteworthy.notes.Tables.WorkloadRow;
import org.noteworthy.notes.text.EditDistance;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;
import org.noteworthy.notes.words.LabelWords;
import org.noteworthy.notes.words.Phrases;

/**
 * Reads a text once from its first to its last character and finds what gives it structure: the prefix, the labels with
 * what is written under them, the tags, and the first name of COVID-19.
 *
 * <p>{@link LabelReader} tells what looks like a label, and {@link Outline} what that makes of the text.
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
            List<Block> blocks,
            int language,
            List<TagUse> tags,
            @Nullable TagUse slip,
            @Nullable TagUse covidWord) {}

    private final class Pass {
        /** In place of the begin of a line: the word does not open one. */
        private static final int WITHIN = -1;

        private final String text;
        private final boolean returns;
        private final Phrases.Match<LabelWords.Meaning> match = new Phrases.Match<>();
        private final Phrases.Match<WorkloadRow> workload = new Phrases.Match<>();
        private final boolean oneLine;
        private final LabelReader labels;
        private final Outline outline;
        private List<TagUse> tags = List.of();
        private @Nullable TagUse slip;
        private @Nullable TagUse covidWord;

        Pass(String text) {
            this.text = text;
            returns = text.indexOf('\r') >= 0;
            oneLine = isOneLine();
            labels = new LabelReader(text, oneLine, words);
            outline = new Outline(text, oneLine);
        }

        Reading read() {
            int head = firstWord(0);
            Label label = labelAt(head, head);
            PrefixReader.Found prefix = prefixAt(head, label);
            if (prefix.present()) {
                readTags(prefix.start(), prefix.end());
            }
            scan(prefix.end());
            List<Block> blocks = outline.blocks(prefix, prefix.present() ? label : null);
            return new Reading(blocks, mostUsedLanguage(outline.openers()), tags, slip, covidWord);
        }

        /** Reads the prefix that the note opens with, behind the label for it or without one. */
        private PrefixReader.Found prefixAt(int head, @Nullable Label label) {
            PrefixReader.Found found = PrefixReader.Found.NONE;
            if (label == null || label.kind() == SectionKind.WORKLOAD) {
                int start = label == null ? head : firstWord(label.content());
                found = prefixes.read(text, start, Markup.lineEnd(text, start), at -> labelAt(at, WITHIN) != null);
            }
            return found.present() ? found : new PrefixReader.Found(head, head, List.of(), false);
        }

        /** Offset of the first thing that is said from there on, past blank lines and dress. */
        private int firstWord(int from) {
            int at = Markup.afterMarks(text, Markup.afterBlanks(text, from, text.length()), text.length());
            while (at < text.length() && Letters.isBlank(text.charAt(at))) {
                at = Markup.afterMarks(text, Markup.afterBlanks(text, at, text.length()), text.length());
            }
            return at;
        }

        private void scan(int from) {
            int at = from;
            while (at < text.length()) {
                int lineEnd = lineEnd(at);
                readLine(at, lineEnd);
                at = Markup.nextLine(text, lineEnd);
            }
        }

        private void readLine(int from, int lineEnd) {
            int lineStart = from;
            int at = Markup.afterMarks(text, from, lineEnd);
            if (outline.hasLabels() && at < lineEnd) {
                int head = headAt(from, at, lineEnd);
                lineStart = head > at ? WITHIN : from;
                at = head;
            }
            while (at < lineEnd) {
                if (Letters.startsWord(text, at)) {
                    at = wordAt(at, lineEnd, lineStart);
                } else {
                    char unit = Letters.fold(text.charAt(at));
                    at = unit == '#' ? tagAt(at, lineEnd) : unit == '[' && oneLine ? bracketAt(at, lineEnd) : at + 1;
                }
                lineStart = WITHIN;
            }
        }

        /** Reads the prefix of a further block that opens a line; returns where to read on. */
        private int headAt(int lineStart, int at, int lineEnd) {
            if (!prefixes.mayStand(text, at, lineEnd, workload)) {
                return at;
            }
            PrefixReader.Found prefix = prefixes.read(text, at, lineEnd, each -> labelAt(each, WITHIN) != null);
            boolean bracketed = !Letters.isWord(text.charAt(at));
            return prefixes.canHead(text, prefix) && (bracketed || endsLine(prefix.end(), lineEnd))
                    ? addHead(lineStart, prefix, lineEnd)
                    : at;
        }

        /** Reads the brackets at {@code at}, within a note flattened to one line; returns where to read on. */
        private int bracketAt(int at, int lineEnd) {
            PrefixReader.Found prefix =
                    outline.hasLabels() ? prefixes.read(text, at, lineEnd, each -> false) : PrefixReader.Found.NONE;
            return prefixes.canHead(text, prefix) ? addHead(at, prefix, prefix.end() + 1) : at + 1;
        }

        private int addHead(int before, PrefixReader.Found prefix, int lineEnd) {
            outline.add(new BlockHead(before, prefix, lineEnd));
            readTags(prefix.start(), prefix.end());
            return prefix.end();
        }

        private boolean endsLine(int from, int lineEnd) {
            int at = from;
            while (at < lineEnd && !Letters.isWord(text.charAt(at)) && Letters.fold(text.charAt(at)) != '#') {
                at++;
            }
            return at == lineEnd;
        }

        /** Reads the word at {@code at}; returns where to read on. */
        private int wordAt(int at, int lineEnd, int lineStart) {
            if (!words.longest(text, at, lineEnd, match)) {
                Label label = lineStart == WITHIN ? null : labels.misspelt(lineStart, at, lineEnd);
                return label == null ? Letters.afterWord(text, at, lineEnd) : add(label);
            }
            int end = match.end();
            if (match.meaning().kind() == null) {
                if (covidWord == null) {
                    covidWord = new TagUse(at, end, text.substring(at, end));
                }
                return end;
            }
            Label label = labelFound(at, lineEnd, lineStart);
            if (label == null) {
                label = lineStart == WITHIN ? null : labels.misspelt(lineStart, at, lineEnd);
            }
            return label == null ? end : add(label);
        }

        /** Adds a label, with the prefix behind one for that; returns where to read on. */
        private int add(Label label) {
            if (label.kind() != SectionKind.WORKLOAD) {
                outline.add(label);
                return label.content();
            }
            if (label.slip() == null) {
                outline.add(label);
            }
            int start = Markup.afterMarks(text, label.content(), label.lineEnd());
            if (start < label.lineEnd()) {
                PrefixReader.Found prefix = prefixes.read(text, start, label.lineEnd(), each -> false);
                if (prefixes.canHead(text, prefix)) {
                    return addHead(label.before(), prefix, label.lineEnd());
                }
            }
            return label.slip() == null ? label.content() : label.end();
        }

        private @Nullable Label labelAt(int at, int lineStart) {
            if (at >= text.length() || !Letters.startsWord(text, at)) {
                return null;
            }
            int lineEnd = lineEnd(at);
            boolean found =
                    words.longest(text, at, lineEnd, match) && match.meaning().kind() != null;
            return found ? labelFound(at, lineEnd, lineStart) : null;
        }

        private @Nullable Label labelFound(int at, int lineEnd, int lineStart) {
            return lineStart == WITHIN
                    ? labels.within(at, match.end(), lineEnd, match.meaning())
                    : labels.opening(lineStart, at, match.end(), lineEnd, match.meaning());
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
                    && new EditDistance().between(EditDistance.Word.of(folded), EditDistance.Word.of(covidTag), 1)
                            == 1) {
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

        private int mostUsedLanguage(List<Label> labels) {
            int most = 0;
            int mostLabels = 0;
            for (int i = 0; i < words.languages().size() && mostLabels < labels.size(); i++) {
                int ofLanguage = 0;
                for (Label label : labels) {
                    ofLanguage += label.meaning().languages() >> i & 1;
                }
                if (ofLanguage > mostLabels) {
                    most = i;
                    mostLabels = ofLanguage;
                }
            }
            return most;
        }

        /** Where the line of {@code at} ends; without carriage returns, as most texts are, a search for one character. */
        private int lineEnd(int at) {
            if (returns) {
                return Markup.lineEnd(text, at);
            }
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }

        private boolean isOneLine() {
            int start = Markup.afterBlanks(text, 0, text.length());
            int end = text.length();
            while (end > start && Letters.isBlank(text.charAt(end - 1))) {
                end--;
            }
            return lineEnd(start) >= end;
        }
    }
}
