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
    private final List<Label> spellings = new ArrayList<>();

    /** The label of a row, folded once, and how many typing slips in it are bearable. */
    private record Label(StatusRow row, Slips.Word word, int bearable) {}

    StatusWords(List<StatusRow> rows) {
        for (StatusRow row : rows) {
            Slips.Word word = Slips.Word.of(row.label());
            if (word.length() > 2) {
                spellings.add(new Label(row, word, Math.max(1, word.length() / 4)));
            }
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
        boolean phrased = instead.longest(text, start, use.end(), match);
        Spot misspelt = misspelt(use, start, text, expected, language);
        if (misspelt != null && (!phrased || misspelt.end() > match.end())) {
            return misspelt;
        }
        if (phrased) {
            return mended(use, start, match.end(), text, expected, label(match.meaning(), language));
        }
        int end = phraseEnd(text, start, use.end());
        return new Spot(use.label(), start, end, text.substring(start, end), expected, null, null);
    }

    /** The first words of the section, if they are a status but for some typing slips. */
    private @Nullable Spot misspelt(SectionUse use, int start, String text, List<String> expected, String language) {
        Slips slips = new Slips();
        int best = LONGEST_OPENING;
        int bestEnd = start;
        StatusRow nearest = null;
        int limit = Math.min(use.end(), start + LONGEST_OPENING);
        for (int end = start + 1; end <= limit; end++) {
            if (Letters.endsWord(text, end) && Letters.isWord(text.charAt(end - 1))) {
                Slips.Word written = Slips.Word.of(text.substring(start, end));
                for (Label label : spellings) {
                    int bearable = Math.min(label.bearable(), best - 1);
                    int found = slips.between(written, label.word(), bearable);
                    if (found <= bearable) {
                        best = found;
                        bestEnd = end;
                        nearest = label.row();
                    }
                }
            }
        }
        return nearest == null ? null : mended(use, start, bestEnd, text, expected, label(nearest, language));
    }

    private static Spot mended(SectionUse use, int start, int end, String text, List<String> expected, String nearest) {
        return new Spot(
                use.label(),
                start,
                end,
                text.substring(start, end),
                expected,
                nearest,
                new Fix(start, end, joins(text, end, nearest) ? nearest + " " : nearest));
    }

    /** Whether what follows would make one word with the end of the new opening. */
    private static boolean joins(String text, int end, String opening) {
        return end < text.length() && !Letters.endsWord(opening + text.charAt(end), opening.length());
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
