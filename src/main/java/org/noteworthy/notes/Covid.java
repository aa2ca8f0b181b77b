package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.EditDistance;
import org.noteworthy.notes.text.Letters;

/**
 * What a note says of COVID-19.
 *
 * @param related whether it carries the tag, or its customer is known to have accelerated because of COVID-19
 * @param uses each place where the tag stands
 * @param slip a tag that is probably meant to be the one; null if there is none
 * @param word the first place where COVID-19 is named in words; null if it is not
 * @param executiveSummary the section in which some roles put the tag
 * @param tag the one
 * @param tags each place where the tag stands, with the edit that takes it out
 */
public record Covid(
        boolean related,
        List<TagUse> uses,
        @Nullable TagUse slip,
        @Nullable TagUse word,
        Section executiveSummary,
        String tag,
        Place tags) {

    /** Something said of COVID-19: its range in the text, and what stands there. */
    public record TagUse(int start, int end, String written) {}

    /** Whether the note carries the tag. */
    public boolean tagged() {
        return !uses.isEmpty();
    }

    /** Whether the text names COVID-19 in words, or by a tag that is not quite the one. */
    public boolean mentioned() {
        return word != null || slip != null;
    }

    /** Whether the tag stands in the executive summary at least once. */
    public boolean taggedInExecutiveSummary() {
        SectionUse section = executiveSummary.use();
        if (section == null) {
            return false;
        }
        for (TagUse use : uses) {
            if (section.start() <= use.start() && use.end() <= section.end()) {
                return true;
            }
        }
        return false;
    }

    /** Where COVID-19 is first named. */
    public Place mention() {
        return () ->
                List.of(slip != null ? mended(slip, Fix.Kind.SUGGESTED) : word == null ? Spot.WHOLE_NOTE : named(word));
    }

    /** The tag that is not quite the one, else the note as a whole. */
    public Place missingTag() {
        return () -> List.of(slip == null ? Spot.ofField(List.of(tag), null) : mended(slip, kind(slip)));
    }

    /** One letter is a matter of spelling; another tag in place of the one is for somebody to look at. */
    private Fix.Kind kind(TagUse use) {
        String written = Letters.fold(use.written());
        boolean spelling = written.charAt(1) == tag.charAt(1)
                && new EditDistance().between(EditDistance.Word.of(written), EditDistance.Word.of(tag), 1) == 1;
        return spelling ? Fix.Kind.SAFE : Fix.Kind.SUGGESTED;
    }

    private Spot mended(TagUse use, Fix.Kind kind) {
        Fix fix = new Fix(use.start(), use.end(), tag, kind);
        return new Spot(null, use.start(), use.end(), use.written(), List.of(tag), tag, fix);
    }

    private Spot named(TagUse use) {
        return new Spot(null, use.start(), use.end(), use.written(), List.of(tag), null, null);
    }
}
