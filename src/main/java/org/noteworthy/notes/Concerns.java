package org.noteworthy.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CONCERNS of a note.
 *
 * @param none whether it says, as a whole, that there are none
 * @param natured whether it shows the nature of a concern
 * @param insightCited whether it cites an Insight by number
 * @param namesProduct whether it names a workload or the vendor
 * @param firstPartyAt range of the words that show first-party software; null if none do
 * @param defectAt range of the first word for something that does not work; null if there is none
 */
public record Concerns(
        Section section,
        boolean none,
        boolean natured,
        boolean insightCited,
        boolean namesProduct,
        @Nullable Range firstPartyAt,
        @Nullable Range defectAt)
        implements Place {

    /** A stretch of the note's text, {@code [start, end)}. */
    public record Range(int start, int end) {}

    /** Whether one of them is of first-party software. */
    public boolean firstParty() {
        return firstPartyAt != null;
    }

    /** Whether they speak of something that does not work. */
    public boolean namesDefect() {
        return defectAt != null;
    }

    /** Whether the section is there and says something. */
    public boolean present() {
        return section.present();
    }

    /** Characters of it. */
    public int length() {
        return section.length();
    }

    /** What is written under the label. */
    public String content() {
        return section.content();
    }

    @Override
    public List<Spot> spots() {
        return section.spots();
    }

    /** The words that show a concern of first-party software. */
    public Place firstPartyWords() {
        return () -> List.of(at(firstPartyAt));
    }

    /** The first word for something that does not work. */
    public Place defectWords() {
        return () -> List.of(at(defectAt));
    }

    private Spot at(@Nullable Range range) {
        SectionUse use = section.use();
        if (range == null) {
            return section.spots().get(0);
        }
        return Spot.of(use == null ? null : use.label(), range.start(), range.end(), section.text());
    }
}
