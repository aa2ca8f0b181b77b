package org.noteworthy.notes.parsing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.Layout;
import org.noteworthy.notes.SectionUse;
import org.noteworthy.notes.Spot;
import org.noteworthy.notes.text.EditDistance;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;
import org.noteworthy.notes.text.Nearest;

/** Looks for the place at which a section that a note lacks was probably meant to be. */
final class MissingSection {
    private static final int LONGEST_LABEL = 60;

    private final Layout layout;
    private final SectionLabels labels;

    MissingSection(Layout layout, SectionLabels labels) {
        this.layout = layout;
        this.labels = labels;
    }

    /** Where it should be, of which perhaps an empty label is there. */
    Spot spot(@Nullable SectionUse use) {
        if (use != null) {
            return new Spot(use.label(), use.labelStart(), use.labelEnd(), use.label(), List.of(), null, null);
        }
        Spot misspelt = misspelt();
        return misspelt != null ? misspelt : layout.whole(labels.own());
    }

    /** A line that starts with something like the label and a colon. */
    private @Nullable Spot misspelt() {
        String text = layout.text();
        for (int lineStart = layout.body(); lineStart < layout.end(); lineStart = Markup.nextLine(text, lineStart)) {
            int start = Markup.afterMarks(text, lineStart, text.length());
            int colon = start;
            while (colon < text.length()
                    && colon - start <= LONGEST_LABEL
                    && !Letters.isLineEnd(text.charAt(colon))
                    && Letters.fold(text.charAt(colon)) != ':') {
                colon++;
            }
            if (colon > start && colon < text.length() && Letters.fold(text.charAt(colon)) == ':') {
                int end = Markup.beforeMarks(text, start, colon);
                String written = text.substring(start, end);
                Optional<String> nearest = Nearest.among(written, labels.all());
                if (nearest.isPresent() && !nearest.get().equals(written)) {
                    return new Spot(
                            null,
                            start,
                            end,
                            written,
                            labels.own(),
                            nearest.get(),
                            says(colon + 1) && words(written) == words(nearest.get())
                                    ? new Fix(start, end, nearest.get(), kind(written, nearest.get()))
                                    : null);
                }
            }
        }
        return null;
    }

    /** One slip is a matter of spelling; what differs by more, or is another word, is for somebody to look at. */
    private static Fix.Kind kind(String written, String label) {
        int slips = new EditDistance().between(EditDistance.Word.of(written), EditDistance.Word.of(label), 1);
        return slips <= 1 ? Fix.Kind.SAFE : Fix.Kind.SUGGESTED;
    }

    private static long words(String text) {
        return Letters.fold(text).chars().filter(unit -> unit == ' ').count() + 1;
    }

    /** Whether the line goes on with words of its own, so that the label is all that is wrong; a tag is no word. */
    private boolean says(int from) {
        String text = layout.text();
        int end = Markup.lineEnd(text, from);
        for (SectionUse use : layout.uses()) {
            if (use.labelStart() >= from) {
                end = Math.min(end, use.labelStart());
                break;
            }
        }
        boolean tag = false;
        for (int at = from; at < end; at++) {
            char unit = text.charAt(at);
            tag = Letters.fold(unit) == '#' || tag && !Letters.isBlank(unit);
            if (!tag && Letters.isWord(unit) && !Letters.isDigit(unit)) {
                return true;
            }
        }
        return false;
    }
}
