package org.noteworthy.notes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.noteworthy.notes.Tables.SectionKind;

/**
 * The labels of a note as they follow each other.
 *
 * @param inOrder whether those with a place in the template keep its order
 * @param once whether none is given twice
 * @param wellNamed whether each is one of the playbook's
 * @param outOfOrder the first section that stands too late, with the labels in the order of the template
 */
public record Sections(Layout layout, boolean inOrder, boolean once, boolean wellNamed, Place outOfOrder) {

    /** Every label that stands again after the first of its kind. */
    public Place repeats() {
        return () -> {
            Set<SectionKind> seen = EnumSet.noneOf(SectionKind.class);
            List<Spot> spots = new ArrayList<>();
            for (SectionUse use : layout.uses()) {
                if (!seen.add(use.kind()) && use.kind() != SectionKind.OTHER) {
                    spots.add(Spot.of(use.label(), use.labelStart(), use.labelEnd(), layout.text()));
                }
            }
            return spots;
        };
    }

    /** Every label that is not the playbook's, with the one that is meant. */
    public Place misnamed() {
        return () -> {
            List<Spot> spots = new ArrayList<>();
            for (SectionUse use : layout.uses()) {
                SectionUse.Slip slip = use.slip();
                if (slip != null) {
                    spots.add(new Spot(
                            use.label(),
                            use.labelStart(),
                            use.labelEnd(),
                            use.label(),
                            List.of(slip.label()),
                            slip.label(),
                            new Fix(use.labelStart(), use.labelEnd(), slip.written(), slip.kind())));
                }
            }
            return spots;
        };
    }
}
