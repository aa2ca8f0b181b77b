package org.noteworthy.notes.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.Prefix.CodeUse;
import org.noteworthy.notes.Spot;
import org.noteworthy.notes.Tables.WorkloadRow;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.notes.text.WordList;

/**
 * The workload that an unknown code was meant to name. A code of two or three letters is as likely that of another
 * product, so it is mended in nothing but its form; a longer one may have a slip.
 */
final class CodeSlips {
    private static final int SHORT = 3;

    private final List<String> codes;
    private final Map<String, WorkloadRow> sameLetters = new LinkedHashMap<>();
    private final Map<String, WorkloadRow> rows = new LinkedHashMap<>();
    private final Phrases<WorkloadRow> names = Phrases.withinLines();
    private final Nearest near;

    CodeSlips(List<WorkloadRow> workloads) {
        codes = workloads.stream().map(WorkloadRow::code).toList();
        for (WorkloadRow row : workloads) {
            for (String name : NameLookup.namesOf(row)) {
                names.add(name, row);
                sameLetters.putIfAbsent(letters(name), row);
                if (row.isCode(name) || letters(name).length() > SHORT + 1) {
                    rows.putIfAbsent(name, row);
                }
            }
        }
        near = new Nearest(rows.keySet());
    }

    /** An unknown code of a prefix that ends at {@code prefixEnd}, alone in it or among others. */
    Spot spot(String text, CodeUse use, boolean alone, int prefixEnd) {
        String written = use.written();
        WorkloadRow same = sameLetters.get(letters(written));
        if (same != null) {
            boolean exact = same.isCode(written.strip()) || letters(written).equals(letters(same.code()));
            Fix fix = new Fix(use.start(), use.end(), same.code(), exact ? Fix.Kind.SAFE : Fix.Kind.SUGGESTED);
            return new Spot(null, use.start(), use.end(), written, codes, same.code(), fix);
        }
        WorkloadRow beside = alone ? beside(text, prefixEnd) : null;
        WorkloadRow slip = slip(written).orElse(null);
        if (beside != null && slip != null && !beside.equals(slip)) {
            return new Spot(null, use.start(), use.end(), written, codes, null, null);
        }
        String nearest = slip != null ? slip.code() : beside != null ? beside.code() : null;
        Fix fix = slip == null ? null : Fix.suggested(use.start(), use.end(), slip.code());
        return new Spot(null, use.start(), use.end(), written, codes, nearest, fix);
    }

    /** The head of a note without a prefix: a single word in capitals near to a code, else where the prefix belongs. */
    Spot missing(String text, int start) {
        int end = start;
        while (end < text.length() && Letters.isWord(text.charAt(end))) {
            end++;
        }
        String written = text.substring(start, end);
        boolean alone = Markup.beforeMarks(text, end, Markup.lineEnd(text, end)) == end;
        if (end > start && alone && written.equals(written.toUpperCase(Locale.ROOT))) {
            WorkloadRow slip = slip(written).orElse(null);
            if (slip != null) {
                Fix fix = Fix.suggested(start, end, "[" + slip.code() + "]");
                return new Spot(null, start, end, written, codes, slip.code(), fix);
            }
        }
        return new Spot(null, start, start, null, codes, null, null);
    }

    private Optional<WorkloadRow> slip(String written) {
        return letters(written).length() <= SHORT
                ? Optional.empty()
                : near.to(written).map(rows::get);
    }

    /** The workload that the words behind the prefix name, up to a pause or the end of the line. */
    private @Nullable WorkloadRow beside(String text, int prefixEnd) {
        // Each step stops at the end of the line by itself: looking for it would cost the whole of a long line each
        // time.
        int to = text.length();
        int start = Markup.afterMarks(text, prefixEnd, to);
        Phrases.Match<WorkloadRow> match = new Phrases.Match<>();
        if (start == to || Letters.isLineEnd(text.charAt(start)) || !names.longest(text, start, to, match)) {
            return null;
        }
        int after = Markup.afterSpaces(text, Markup.afterEmphasis(text, match.end(), to), to);
        return after == to || !Letters.isWord(text.charAt(after)) ? match.meaning() : null;
    }

    private static String letters(String name) {
        return WordList.of(name).joined().folded();
    }
}
