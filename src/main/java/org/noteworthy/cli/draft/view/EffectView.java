package org.noteworthy.cli.draft.view;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change does to notes.
 *
 * @param rules for each rule that any of the notes breaks, with or without the change
 * @param failed rules that failed on any of them
 * @param withoutNote decisions whose notes were not kept
 */
public record EffectView(EffectCounts summary, SortedMap<String, OfRule> rules, List<String> failed, long withoutNote) {
    public EffectView {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        failed = List.copyOf(failed);
    }

    /** How one rule's violations change; {@code examples} are ids of a few notes for which they do. */
    public record OfRule(long newly, long noLonger, long still, List<String> examples) {
        public OfRule {
            examples = List.copyOf(examples);
        }
    }
}
