package org.noteworthy.drafts;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noteworthy.checking.Impact;

/**
 * What a change would do to recorded notes.
 *
 * @param summary in numbers
 * @param rules for each rule that any of the notes breaks, with or without the change
 * @param failed rules that failed on any of the notes, so that what they would say is not known
 * @param withoutNote decisions whose notes were not kept, which cannot be judged
 */
public record Effect(
        EffectSummary summary, SortedMap<String, RuleEffect> rules, List<String> failed, long withoutNote) {
    public Effect {
        failed = List.copyOf(failed);
    }

    /** Nothing is recorded, or nothing was asked. */
    static final Effect NONE = new Effect(EffectSummary.NONE, new TreeMap<>(), List.of(), 0);

    /** How one rule's violations change; {@code examples} are ids of a few notes for which they do. */
    public record RuleEffect(long newly, long noLonger, long still, List<String> examples) {
        public RuleEffect {
            examples = List.copyOf(examples);
        }
    }

    /** What notes came to that were judged with and without the change. */
    static Effect of(Impact impact, boolean complete, long withoutNote) {
        SortedMap<String, RuleEffect> rules = new TreeMap<>();
        for (Map.Entry<String, Impact.Counts> rule : impact.rules().entrySet()) {
            Impact.Counts counts = rule.getValue();
            rules.put(
                    rule.getKey(),
                    new RuleEffect(counts.newly(), counts.noLonger(), counts.still(), counts.examples()));
        }
        return new Effect(
                new EffectSummary(
                        impact.notes(), impact.changed(), impact.newly(), impact.noLonger(), impact.still(), complete),
                rules,
                List.copyOf(impact.failed()),
                withoutNote);
    }
}
