package org.noteworthy.playbooks.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.noteworthy.playbooks.language.Cost;

/** What the rules of an edition cost together; each may be within its limits, and all of them too much. */
public final class EditionCost {
    private static final int MOST_RULES = 500;
    private static final int MOST_CONDITIONS = 2_000;
    private static final int MOST_STEPS = 10_000;
    private static final int MOST_FREE_JOINS = 20;

    private final List<ReadRule> rules = new ArrayList<>();
    private Cost all = Cost.NONE;

    public void add(ReadRule rule) {
        rules.add(rule);
        all = all.plus(Cost.of(rule.written()));
    }

    /** Whether the rules so far are too many to read more; that is told once, at the file at hand. */
    public boolean isFull(String file, Diagnostics diagnostics) {
        if (rules.size() > MOST_RULES) {
            diagnostics.add(file, 0, sentence("An edition has at most %,d rules", MOST_RULES, "Put rules together."));
        } else if (all.conditions() > MOST_CONDITIONS) {
            diagnostics.add(
                    file,
                    0,
                    sentence(
                            "The rules of an edition have at most %,d conditions together",
                            MOST_CONDITIONS, "Rows belong in a table, not in conditions."));
        } else {
            return false;
        }
        return true;
    }

    /** Tells what would take too long while notes are judged, at the rule that takes most of it. */
    public void tell(Diagnostics diagnostics) {
        if (all.steps() > MOST_STEPS) {
            tell(
                    diagnostics,
                    Cost::steps,
                    "The patterns of matches in this edition have %,d steps together, repetitions written out; %,d are the"
                            + " most. Those of this rule have %,d. Use smaller counts, or + and * where any number will do.",
                    MOST_STEPS);
        }
        if (all.freeJoins() > MOST_FREE_JOINS) {
            tell(
                    diagnostics,
                    Cost::freeJoins,
                    "The rules of this edition hold all notes of an engagement against each other %,d times; %,d are the"
                            + " most. This one does so %,d times. Say by == what its facts have in common.",
                    MOST_FREE_JOINS);
        }
    }

    private void tell(Diagnostics diagnostics, ToIntFunction<Cost> part, String sentence, int most) {
        ToIntFunction<ReadRule> cost = rule -> part.applyAsInt(Cost.of(rule.written()));
        ReadRule dearest = rules.stream().max(Comparator.comparingInt(cost)).orElseThrow();
        diagnostics.add(
                dearest.rule().file(),
                dearest.rule().line(),
                String.format(Locale.ROOT, sentence, part.applyAsInt(all), most, cost.applyAsInt(dearest)));
    }

    private static String sentence(String limit, int most, String advice) {
        return String.format(Locale.ROOT, limit + ", and the files up to this one have more. ", most) + advice
                + " Nothing from here on was read.";
    }
}
