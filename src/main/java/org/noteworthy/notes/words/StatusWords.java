package org.noteworthy.notes.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.SectionUse;
import org.noteworthy.notes.Spot;
import org.noteworthy.notes.Tables.StatusRow;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;

/** The wordings of the statuses: which one a STATUS begins with, and which one it was probably meant to begin with. */
public final class StatusWords {
    private static final int LONGEST_OPENING = 60;
    private static final int LONGEST_SLIP = 90;

    private final Phrases<StatusRow> labels = Phrases.acrossLines();
    private final Phrases<StatusRow> instead = Phrases.acrossLines();
    private final Map<String, Map<String, String>> canonical = new LinkedHashMap<>();
    private final Set<String> beforeAPause = new HashSet<>();
    private final OnDemand<LabelSlips> misspelt;

    public StatusWords(List<StatusRow> rows, List<String> otherWords, List<String> beforePauses) {
        beforePauses.forEach(phrase -> beforeAPause.add(Letters.fold(phrase)));
        List<String> noSlips = new ArrayList<>(otherWords);
        rows.forEach(row -> noSlips.addAll(row.insteadOf()));
        misspelt = new OnDemand<>(
                () -> new LabelSlips(rows.stream().map(StatusRow::label).toList(), noSlips));
        for (StatusRow row : rows) {
            labels.add(row.label(), row);
            row.insteadOf().forEach(phrase -> instead.add(phrase, row));
            canonical
                    .computeIfAbsent(row.language(), language -> new LinkedHashMap<>())
                    .putIfAbsent(row.status(), row.label());
        }
    }

    /** Key of the status that the section begins with; null if it begins with none. */
    @Nullable
    public String selected(String text, @Nullable SectionUse use) {
        if (use == null) {
            return null;
        }
        int start = opening(text, use.start(), use.end());
        Phrases.Match<StatusRow> match = new Phrases.Match<>();
        return start < use.end() && labels.longest(text, start, use.end(), match)
                ? match.meaning().status()
                : null;
    }

    /**
     * What the section begins with instead of a status. There is a fix for a status that is misspelt, whatever follows it,
     * and for a synonym that is all that stands there: {@code In progress, blocked} is not on track. The table names those
     * that mean it whatever follows after a pause.
     */
    public Spot opening(String text, SectionUse use, String language) {
        int start = opening(text, use.start(), use.end());
        if (start == use.end()) {
            start = use.start();
        }
        List<String> expected = labelsOf(language);
        int limit = phraseEnd(text, start, use.end());
        LabelSlips.Meant meant =
                misspelt.get().begins(text, start, pause(text, start, Math.min(use.end(), start + LONGEST_SLIP)));
        if (meant != null) {
            int end = closed(text, start, meant.end(), use.end());
            return mended(use, text, expected, Fix.safe(start, end, meant.label()));
        }
        Phrases.Match<StatusRow> match = new Phrases.Match<>();
        if (instead.longest(text, start, use.end(), match) && saysAll(text, start, match.end(), use.end())) {
            return mended(use, text, expected, Fix.suggested(start, match.end(), label(match.meaning(), language)));
        }
        return new Spot(use.label(), start, limit, text.substring(start, limit), expected, null, null);
    }

    private static Spot mended(SectionUse use, String text, List<String> expected, Fix fix) {
        String found = text.substring(fix.start(), fix.end());
        return new Spot(use.label(), fix.start(), fix.end(), found, expected, fix.text(), fix);
    }

    /** End of what was opened by a bracket that is closed just behind it. */
    private static int closed(String text, int start, int end, int limit) {
        int open = 0;
        for (int at = start; at < end; at++) {
            char unit = Letters.fold(text.charAt(at));
            open += unit == '(' ? 1 : unit == ')' ? -1 : 0;
        }
        return open > 0 && end < limit && Letters.fold(text.charAt(end)) == ')' ? end + 1 : end;
    }

    /** Whether the synonym says all that there is about the status. */
    private boolean saysAll(String text, int start, int end, int limit) {
        if (saysNothing(text, end, limit)) {
            return true;
        }
        int after = Markup.afterSpaces(text, Markup.afterEmphasis(text, end, limit), limit);
        return after < limit
                && isPause(text.charAt(after))
                && Letters.fold(text.charAt(after)) != '?'
                && beforeAPause.contains(Letters.fold(text.substring(start, end)));
    }

    /** Whether nothing but marks and tags stands there. */
    private static boolean saysNothing(String text, int from, int to) {
        boolean tag = false;
        for (int at = from; at < to; at++) {
            char unit = Letters.fold(text.charAt(at));
            tag = unit == '#' || tag && !Letters.isBlank(unit);
            if (!tag && (Letters.isWord(unit) || unit == '?')) {
                return false;
            }
        }
        return true;
    }

    private List<String> labelsOf(String language) {
        Map<String, String> ofLanguage = canonical.get(language);
        return ofLanguage == null ? List.of() : new ArrayList<>(ofLanguage.values());
    }

    private String label(StatusRow row, String language) {
        Map<String, String> ofLanguage = canonical.get(language);
        String label = ofLanguage == null ? null : ofLanguage.get(row.status());
        return label == null ? row.label() : label;
    }

    private static int opening(String text, int start, int end) {
        int at = start;
        while (at < end) {
            int next = Markup.afterBlanks(text, Markup.afterMarks(text, at, end), end);
            if (next < end && isQuote(text.charAt(next))) {
                next++;
            }
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** End of the words that are shown as the opening: up to a pause or a bracket. */
    private static int phraseEnd(String text, int start, int end) {
        int limit = Math.min(end, start + LONGEST_OPENING);
        int at = pause(text, start, limit);
        for (int i = start; i < at; i++) {
            at = Letters.fold(text.charAt(i)) == '(' ? i : at;
        }
        while (at == limit && at < end && at > start && !Letters.endsWord(text, at)) {
            limit = --at;
        }
        int trimmed = Markup.beforeMarks(text, start, at);
        return trimmed > start ? trimmed : Math.max(at, start + 1);
    }

    private static int pause(String text, int start, int limit) {
        int at = start;
        while (at < limit && !isPause(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isQuote(char unit) {
        return switch (Letters.fold(unit)) {
            case '"', '\'', '(', '[', '\u201C', '\u201D', '\u201E', '\u00AB', '\u3010', '\u300C' -> true;
            default -> false;
        };
    }

    private static boolean isPause(char unit) {
        return switch (Letters.fold(unit)) {
            case '.', ',', ';', ':', '!', '?', '\n', '\r', '\u2013', '\u2014', '\u3002', '\u3001' -> true;
            default -> false;
        };
    }
}
