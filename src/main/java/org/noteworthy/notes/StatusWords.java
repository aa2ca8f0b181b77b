package org.noteworthy.notes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Tables.StatusRow;

/** The wordings of the statuses: which one a STATUS begins with, and which one it was probably meant to begin with. */
public final class StatusWords {
    private static final int LONGEST_OPENING = 60;

    private final Phrases<StatusRow> labels = Phrases.acrossLines();
    private final Phrases<StatusRow> instead = Phrases.acrossLines();
    private final Map<String, Map<String, String>> canonical = new LinkedHashMap<>();
    private final List<StatusRow> rows;

    StatusWords(List<StatusRow> rows) {
        this.rows = rows;
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
    String selected(String text, @Nullable SectionUse use) {
        if (use == null) {
            return null;
        }
        int start = opening(text, use.start(), use.end());
        Phrases.Match<StatusRow> match = new Phrases.Match<>();
        return start < use.end() && labels.longest(text, start, use.end(), match)
                ? match.meaning().status()
                : null;
    }

    /** What the section begins with instead of a status. */
    Spot opening(Section section, String language) {
        SectionUse use = section.use();
        if (use == null || use.start() == use.end()) {
            return section.spots().get(0);
        }
        String text = section.text();
        int start = opening(text, use.start(), use.end());
        if (start == use.end()) {
            start = use.start();
        }
        List<String> expected = labelsOf(language);
        Phrases.Match<StatusRow> match = new Phrases.Match<>();
        if (instead.longest(text, start, use.end(), match)) {
            return mended(use, start, match.end(), text, expected, label(match.meaning(), language));
        }
        Spot misspelt = misspelt(use, start, text, expected, language);
        if (misspelt != null) {
            return misspelt;
        }
        int end = phraseEnd(text, start, use.end());
        return new Spot(use.label(), start, end, text.substring(start, end), expected, null, null);
    }

    /** The first words of the section, if they are a status but for some typing slips. */
    private @Nullable Spot misspelt(SectionUse use, int start, String text, List<String> expected, String language) {
        int best = Integer.MAX_VALUE;
        int bestEnd = start;
        String nearest = null;
        int limit = Math.min(use.end(), start + LONGEST_OPENING);
        for (int end = start + 1; end <= limit; end++) {
            if (Letters.endsWord(text, end) && Letters.isWord(text.charAt(end - 1))) {
                String written = Letters.fold(text.substring(start, end));
                for (StatusRow row : rows) {
                    String label = Letters.fold(row.label());
                    int bearable = Math.max(1, label.length() / 4);
                    if (label.length() > 2 && Math.abs(label.length() - written.length()) <= bearable) {
                        int slips = Nearest.slips(written, label);
                        if (slips <= bearable && slips < best) {
                            best = slips;
                            bestEnd = end;
                            nearest = label(row, language);
                        }
                    }
                }
            }
        }
        return nearest == null ? null : mended(use, start, bestEnd, text, expected, nearest);
    }

    private static Spot mended(SectionUse use, int start, int end, String text, List<String> expected, String nearest) {
        return new Spot(
                use.label(), start, end, text.substring(start, end), expected, nearest, new Fix(start, end, nearest));
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

    private static int phraseEnd(String text, int start, int end) {
        int limit = Math.min(end, start + LONGEST_OPENING);
        int at = start;
        while (at < limit && !isPause(text.charAt(at))) {
            at++;
        }
        while (at == limit && at < end && at > start && !Letters.endsWord(text, at)) {
            limit = --at;
        }
        int trimmed = Markup.beforeMarks(text, start, at);
        return trimmed > start ? trimmed : Math.max(at, start + 1);
    }

    private static boolean isQuote(char unit) {
        return switch (Letters.fold(unit)) {
            case '"', '\'', '(', '[', '\u201C', '\u201D', '\u201E', '\u00AB', '\u3010', '\u300C' -> true;
            default -> false;
        };
    }

    private static boolean isPause(char unit) {
        return switch (Letters.fold(unit)) {
            case '.', ',', ';', ':', '!', '?', '(', '\n', '\r', '\u2013', '\u2014', '\u3002', '\u3001' -> true;
            default -> false;
        };
    }
}
