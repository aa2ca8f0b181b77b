package org.noteworthy.notes.parsing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.notes.Layout;
import org.noteworthy.notes.SectionUse;
import org.noteworthy.notes.Sections;
import org.noteworthy.notes.Spot;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.words.NameLookup;

/** Holds the labels of a note against the order of the template. */
public final class SectionOrder {
    private final NameLookup lookup;

    public SectionOrder(NameLookup lookup) {
        this.lookup = lookup;
    }

    public Sections read(Layout layout) {
        List<SectionUse> uses = layout.uses();
        int last = 0;
        boolean inOrder = true;
        boolean once = true;
        boolean wellNamed = true;
        int kinds = 0;
        for (int i = 0; i < uses.size(); i++) {
            int place = place(uses.get(i));
            inOrder &= place == 0 || place >= last;
            last = Math.max(last, place);
            int bit = uses.get(i).kind().bit();
            boolean field = uses.get(i).kind() == SectionKind.OTHER;
            once &= field || (kinds & bit) == 0;
            kinds |= bit;
            wellNamed &= uses.get(i).slip() == null;
        }
        return new Sections(layout, inOrder, once, wellNamed, () -> outOfOrder(uses));
    }

    private List<Spot> outOfOrder(List<SectionUse> uses) {
        int last = 0;
        for (SectionUse use : uses) {
            int place = place(use);
            if (place > 0 && place < last) {
                return List.of(new Spot(
                        use.label(), use.labelStart(), use.labelEnd(), use.label(), inOrder(uses), null, null));
            }
            last = Math.max(last, place);
        }
        return List.of(Spot.WHOLE_NOTE);
    }

    /** The labels of a note, each once, in the order of the template. */
    private List<String> inOrder(List<SectionUse> uses) {
        Map<SectionKind, String> labels = new LinkedHashMap<>();
        uses.stream()
                .filter(use -> place(use) > 0)
                .sorted(Comparator.comparingInt(this::place))
                .forEach(use -> labels.putIfAbsent(use.kind(), use.meant()));
        return List.copyOf(labels.values());
    }

    private int place(SectionUse use) {
        return lookup.place(use.kind());
    }
}
