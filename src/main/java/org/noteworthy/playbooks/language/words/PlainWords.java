package org.noteworthy.playbooks.language.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.WrittenRule;

/** A rule's condition in sentences that the owner of a policy understands without the rule language. */
public final class PlainWords {
    private final WrittenRule rule;
    private final Phrases phrases;

    private PlainWords(WrittenRule rule, Tables tables) {
        this.rule = rule;
        phrases = new Phrases(tables);
    }

    /** When a rule is violated: sentences all of which hold then; limits and labels are those of the edition. */
    public static List<String> violatedWhen(WrittenRule rule, Tables tables) {
        return new PlainWords(rule, tables)
                .sentences().stream().map(sentence -> sentence + ".").toList();
    }

    private List<String> sentences() {
        FactNames facts = FactNames.of(rule);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < rule.patterns().size(); i++) {
            FactPattern pattern = rule.patterns().get(i);
            Sentences inside = new Sentences(phrases, facts.inside(i));
            if (i == 0) {
                sentences.addAll(inside.of(pattern.conditions()));
            } else {
                sentences.add(another(pattern, inside));
            }
        }
        return sentences.isEmpty() ? List.of("Always: every note violates it") : sentences;
    }

    private static String another(FactPattern pattern, Sentences inside) {
        String fact = pattern.fact().toLowerCase(Locale.ROOT);
        String begin = "The engagement has "
                + (pattern.quantity() == FactPattern.Quantity.NONE ? "no " : fact.startsWith("i") ? "an " : "a ")
                + fact;
        List<String> whose = inside.whose(pattern.conditions());
        if (!whose.isEmpty()) {
            String last = whose.get(whose.size() - 1);
            return begin + " whose "
                    + (whose.size() == 1
                            ? last
                            : String.join(", whose ", whose.subList(0, whose.size() - 1)) + " and whose " + last);
        }
        List<String> sentences =
                inside.of(pattern.conditions()).stream().map(Phrases::inside).toList();
        return sentences.isEmpty() ? begin : begin + " of which this is true: " + String.join("; ", sentences);
    }
}
