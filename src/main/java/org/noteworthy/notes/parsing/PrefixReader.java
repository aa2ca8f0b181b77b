package org.noteworthy.notes.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Prefix.CodeUse;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.WorkloadRow;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;
import org.noteworthy.notes.words.NameLookup;
import org.noteworthy.notes.words.Phrases;

/**
 * Reads the workload prefix at the head of a note: codes in brackets, or names of workloads without brackets where
 * nothing but an end, a separator or a label follows.
 */
final class PrefixReader {
    private static final int LONGEST = 200;

    private final NameLookup lookup;
    private final Phrases<WorkloadRow> names = Phrases.withinLines();

    PrefixReader(Tables tables, NameLookup lookup) {
        this.lookup = lookup;
        for (WorkloadRow row : tables.workloads()) {
            NameLookup.namesOf(row, tables).forEach(name -> names.add(name, row));
        }
    }

    /** A prefix in a text: range, codes, and whether it is written just as it should be. */
    record Found(int start, int end, List<CodeUse> codes, boolean exact) {
        static final Found NONE = new Found(0, 0, List.of(), false);

        boolean present() {
            return !codes.isEmpty();
        }

        /** Whether it names the same workloads as another. */
        boolean names(Found other) {
            return workloads().equals(other.workloads());
        }

        private List<WorkloadRow> workloads() {
            List<WorkloadRow> workloads = new ArrayList<>(2);
            for (CodeUse use : codes) {
                if (use.workload() != null) {
                    workloads.add(use.workload());
                }
            }
            return workloads;
        }
    }

    /**
     * Reads the prefix at {@code head}, on a line that ends at {@code lineEnd}; {@code opensSection} tells whether a label
     * opens a section at an offset.
     */
    Found read(String text, int head, int lineEnd, IntPredicate opensSection) {
        int start = Markup.afterMarks(text, head, lineEnd);
        if (start >= lineEnd) {
            return Found.NONE;
        }
        char closing = closing(text.charAt(start));
        return closing == 0 ? bare(text, start, lineEnd, opensSection) : bracketed(text, start, lineEnd, closing);
    }

    /** Whether a prefix may stand at {@code at}: brackets, or the name of a workload. */
    boolean mayStand(String text, int at, int lineEnd, Phrases.Match<WorkloadRow> match) {
        return closing(text.charAt(at)) != 0 || Letters.startsWord(text, at) && names.longest(text, at, lineEnd, match);
    }

    /** Whether a prefix can begin a block within a note: each code is known, or a slip of one. */
    boolean canHead(String text, Found prefix) {
        for (CodeUse use : prefix.codes()) {
            if (use.workload() == null
                    && lookup.nearCode(text, prefix.codes(), use, prefix.end()).nearest() == null) {
                return false;
            }
        }
        return prefix.present();
    }

    private Found bracketed(String text, int start, int lineEnd, char closing) {
        int close = start + 1;
        int limit = Math.min(lineEnd, start + LONGEST);
        while (close < limit && text.charAt(close) != closing) {
            close++;
        }
        if (close >= limit) {
            return Found.NONE;
        }
        List<CodeUse> codes = new ArrayList<>(2);
        split(text, start + 1, close, codes);
        boolean square = text.charAt(start) == '[';
        if (!square && !allKnown(codes)) {
            return Found.NONE;
        }
        int end = close + 1;
        boolean exact = square && isExact(text, start + 1, close, codes);
        if (allKnown(codes)) {
            int more = following(text, end, lineEnd, codes);
            exact &= more == end;
            end = more;
        }
        return codes.isEmpty() ? Found.NONE : new Found(start, end, codes, exact);
    }

    /** Adds the codes of the brackets after {@code from} as long as all in them are known; returns where the last ends. */
    private int following(String text, int from, int lineEnd, List<CodeUse> codes) {
        int end = from;
        while (true) {
            int more = Markup.afterSpaces(text, end, lineEnd);
            if (more < lineEnd && isSeparator(text.charAt(more))) {
                more = Markup.afterSpaces(text, more + 1, lineEnd);
            }
            if (more >= lineEnd || text.charAt(more) != '[') {
                return end;
            }
            int closed = text.indexOf(']', more);
            if (closed < 0 || closed >= Math.min(lineEnd, more + LONGEST)) {
                return end;
            }
            List<CodeUse> next = new ArrayList<>(2);
            split(text, more + 1, closed, next);
            if (!allKnown(next)) {
                return end;
            }
            codes.addAll(next);
            end = closed + 1;
        }
    }

    private Found bare(String text, int start, int lineEnd, IntPredicate opensSection) {
        List<CodeUse> codes = new ArrayList<>(2);
        Phrases.Match<WorkloadRow> match = new Phrases.Match<>();
        int end = start;
        boolean spelt = true;
        int at = start;
        while (at < lineEnd && codes.size() < LONGEST && names.longest(text, at, lineEnd, match)) {
            end = match.end();
            String written = text.substring(at, end);
            WorkloadRow row = match.meaning();
            codes.add(new CodeUse(at, end, written, row));
            spelt &= written.equals(row.code()) || row.writtenAs().contains(written);
            int next = Markup.afterSpaces(text, end, lineEnd);
            boolean separated = next < lineEnd && isSeparator(text.charAt(next));
            at = separated ? Markup.afterSpaces(text, next + 1, lineEnd) : next;
            if (next == end && !separated) {
                break;
            }
        }
        if (codes.isEmpty()) {
            return Found.NONE;
        }
        int bareEnd = end;
        end = following(text, bareEnd, lineEnd, codes);
        int after = Markup.afterSpaces(text, Markup.afterEmphasis(text, end, lineEnd), lineEnd);
        boolean ends = end > bareEnd || after == lineEnd || isStop(text.charAt(after)) || opensSection.test(after);
        boolean shouted = spelt && after > end;
        return ends || shouted ? new Found(start, end, codes, false) : Found.NONE;
    }

    /** Splits what stands between brackets into codes; a name with separators of its own is tried whole first. */
    private void split(String text, int from, int to, List<CodeUse> codes) {
        int start = Markup.afterSpaces(text, from, to);
        int end = Markup.beforeMarks(text, start, to);
        if (start >= end) {
            return;
        }
        String whole = text.substring(start, end);
        WorkloadRow known = lookup.workload(whole);
        if (known != null) {
            codes.add(new CodeUse(start, end, whole, known));
            return;
        }
        int part = start;
        for (int at = start; at <= end; at++) {
            if (at == end || isSeparator(text.charAt(at))) {
                addPart(text, part, at, codes);
                part = at + 1;
            }
        }
    }

    private void addPart(String text, int from, int to, List<CodeUse> codes) {
        int start = Markup.afterSpaces(text, from, to);
        int end = Markup.beforeMarks(text, start, to);
        if (start >= end) {
            return;
        }
        String written = text.substring(start, end);
        WorkloadRow row = lookup.workload(written);
        if (row == null) {
            List<CodeUse> parts = spaced(text, start, end);
            if (parts != null) {
                codes.addAll(parts);
                return;
            }
        }
        codes.add(new CodeUse(start, end, written, row));
    }

    /** Codes with nothing but blanks between them; null unless every one is known. */
    private @Nullable List<CodeUse> spaced(String text, int start, int end) {
        List<CodeUse> codes = new ArrayList<>(2);
        Phrases.Match<WorkloadRow> match = new Phrases.Match<>();
        int at = start;
        while (at < end) {
            if (!names.longest(text, at, end, match)) {
                return null;
            }
            codes.add(new CodeUse(at, match.end(), text.substring(at, match.end()), match.meaning()));
            at = Markup.afterSpaces(text, match.end(), end);
        }
        return codes;
    }

    private static boolean isExact(String text, int from, int to, List<CodeUse> codes) {
        int at = from;
        for (int i = 0; i < codes.size(); i++) {
            CodeUse use = codes.get(i);
            WorkloadRow row = use.workload();
            boolean joined = i == 0 ? use.start() == at : use.start() == at + 1 && text.charAt(at) == '+';
            boolean spelt = row == null
                    || use.written().equals(row.code())
                    || row.writtenAs().contains(use.written());
            if (!joined || !spelt) {
                return false;
            }
            at = use.end();
        }
        return at == to;
    }

    private static boolean allKnown(List<CodeUse> codes) {
        for (CodeUse use : codes) {
            if (use.workload() == null) {
                return false;
            }
        }
        return !codes.isEmpty();
    }

    private static char closing(char opening) {
        return switch (opening) {
            case '[' -> ']';
            case '(' -> ')';
            case '{' -> '}';
            case '\uFF3B' -> '\uFF3D';
            case '\uFF08' -> '\uFF09';
            case '\u3010' -> '\u3011';
            default -> 0;
        };
    }

    private static boolean isSeparator(char unit) {
        return switch (Letters.fold(unit)) {
            case '+', '/', ',', ';', '&', '|', '\u3001', '\u30FB' -> true;
            default -> false;
        };
    }

    private static boolean isStop(char unit) {
        return switch (Letters.fold(unit)) {
            case ':', '-', '\u2013', '\u2014', '|', '.' -> true;
            default -> false;
        };
    }
}
