package org.noteworthy.authoring.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.noteworthy.authoring.lint.logic.Formula;
import org.noteworthy.authoring.lint.logic.Meaning;
import org.noteworthy.authoring.lint.logic.Meaning.Part;
import org.noteworthy.authoring.lint.logic.Meaning.Pattern;
import org.noteworthy.authoring.lint.logic.Reasoner;
import org.noteworthy.playbooks.edition.ReadRule;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.edition.WrittenEdition;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.FactPattern.Quantity;
import org.noteworthy.playbooks.language.Span;

/** Checks rules by what their conditions mean. */
final class RuleChecks {
    private final LintDiagnostics diagnostics;
    private final ValueChecks values;
    private final Reasoner reasoner;
    private boolean exhausted;

    RuleChecks(WrittenEdition edition, LintDiagnostics diagnostics) {
        this.diagnostics = diagnostics;
        Map<String, List<String>> closed = TableValues.of(edition.tables());
        values = new ValueChecks(closed, diagnostics);
        reasoner = new Reasoner(closed);
    }

    /** A rule whose condition some notes fulfil and some do not, as far as that can be told. */
    private record Telling(ReadRule read, Meaning meaning, Formula violated) {
        Rule rule() {
            return read.rule();
        }
    }

    void look(List<ReadRule> sound, List<ReadRule> live) {
        for (ReadRule rule : sound) {
            if (!rule.written().enabled()) {
                add(
                        Code.SWITCHED_OFF,
                        rule,
                        rule.written().nameAt(),
                        "The rule is switched off (enabled false) and judges nothing. Switch it on, or remove it.");
            }
        }
        List<Telling> telling = new ArrayList<>();
        for (ReadRule rule : live) {
            Meaning meaning = Meaning.of(
                    rule.written(),
                    rule.rule().roles(),
                    rule.rule().noteTypes(),
                    rule.rule().needs());
            values.look(rule);
            if (tells(rule, meaning)) {
                telling.add(new Telling(rule, meaning, meaning.looksFor()));
            }
        }
        pairs(telling);
    }

    /** Whether a rule tells notes apart; says what is the matter if it does not. */
    private boolean tells(ReadRule rule, Meaning meaning) {
        Optional<Boolean> possible = reasoner.possible(meaning.looksFor());
        if (possible.isEmpty()) {
            tooLarge(rule);
            return false;
        }
        if (!possible.get()) {
            neverFires(rule, meaning);
            return false;
        }
        Pattern first = meaning.patterns().get(0);
        if (rule.written().ofNote() && holds(reasoner.follows(meaning.scope(), first.formula()))) {
            add(
                    Code.ALWAYS_FIRES,
                    rule,
                    rule.written().conditionAt(),
                    "Every note that this rule judges violates it. Add the condition under which a note does.");
            return false;
        }
        if (meetsItself(rule, meaning)) {
            return false;
        }
        for (Pattern pattern : meaning.patterns()) {
            if (pattern.written().quantity() == Quantity.NONE && impossible(pattern.formula())) {
                noEffect(rule, pattern.written().at(), "There is never one like this, so this changes nothing.");
            }
            pattern.parts().forEach(part -> effect(rule, part));
            repeated(rule, pattern.parts());
        }
        return true;
    }

    /** Whether the fact that a rule judges is always found itself where the rule looks for another one. */
    private boolean meetsItself(ReadRule rule, Meaning meaning) {
        Pattern first = meaning.patterns().get(0);
        String itself =
                "The " + first.written().fact().toLowerCase(Locale.ROOT) + " that the rule judges is itself one";
        for (Pattern pattern : meaning.patterns()) {
            boolean always = pattern.written().quantity() != Quantity.EACH
                    && pattern.written().fact().equals(first.written().fact())
                    && holds(reasoner.follows(Formula.both(meaning.scope(), first.formula()), pattern.ofFirst()));
            if (always && pattern.written().quantity() == Quantity.NONE) {
                never(rule, pattern.written().at(), itself + " like this, so there always is one.");
                return true;
            }
            if (always) {
                noEffect(rule, pattern.written().at(), itself + " like this, so this changes nothing.");
                return true;
            }
        }
        return false;
    }

    /** Names the smallest part of a condition that cannot be fulfilled. */
    private void neverFires(ReadRule rule, Meaning meaning) {
        List<Part> parts = meaning.patterns().stream()
                .filter(pattern -> pattern.written().quantity() != Quantity.NONE)
                .flatMap(pattern -> pattern.parts().stream())
                .toList();
        for (Part part : parts) {
            if (impossible(part.formula())) {
                never(rule, part.written().at(), "This can never be: its parts contradict each other.");
                return;
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                if (impossible(parts.get(i).formula(), parts.get(j).formula())) {
                    Span at = parts.get(i)
                            .written()
                            .at()
                            .to(parts.get(j).written().at());
                    never(rule, at, "These two can never be so together.");
                    return;
                }
            }
        }
        boolean alone =
                impossible(new Formula.All(parts.stream().map(Part::formula).toList()));
        never(
                rule,
                rule.written().conditionAt(),
                alone
                        ? "All of this can never be so together."
                        : "This can never be so for the notes that the rule judges: see its @roles, @noteTypes and @needs.");
    }

    private void never(ReadRule rule, Span at, String reason) {
        add(
                Code.NEVER_FIRES,
                rule,
                at,
                reason + " No note ever violates the rule. Change the condition, or remove the rule.");
    }

    private boolean impossible(Formula... formulas) {
        return reasoner.possible(formulas).map(possible -> !possible).orElse(false);
    }

    /** A part that is always so, and an alternative that never is. */
    private void effect(ReadRule rule, Part part) {
        if (holds(reasoner.certain(part.formula()))) {
            noEffect(rule, part.written().at(), "This is always so and changes nothing.");
            return;
        }
        if (part.written() instanceof Condition.Any any && part.formula() instanceof Formula.Any formula) {
            for (int i = 0; i < any.parts().size(); i++) {
                if (impossible(formula.parts().get(i))) {
                    noEffect(rule, any.parts().get(i).at(), "This is never so and changes nothing.");
                }
            }
        }
    }

    /** A part that says what one before it says. */
    private void repeated(ReadRule rule, List<Part> parts) {
        for (int i = 1; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (parts.subList(0, i).stream()
                    .anyMatch(before -> holds(reasoner.same(before.formula(), part.formula())))) {
                noEffect(
                        rule,
                        part.written().at(),
                        "A condition before this one says the same, so this one changes nothing.");
            }
        }
    }

    private void noEffect(ReadRule rule, Span at, String reason) {
        add(Code.NO_EFFECT, rule, at, reason + " Change it, or take it out.");
    }

    /** Rules that say the same of the same notes, and rules that are never violated alone. */
    private void pairs(List<Telling> rules) {
        Set<Telling> same = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                pair(rules.get(i), rules.get(j), same);
            }
        }
    }

    private void pair(Telling one, Telling other, Set<Telling> same) {
        if (exhausted || same.contains(one) || same.contains(other)) {
            return;
        }
        if (!one.read().written().ofNote() || !other.read().written().ofNote()) {
            if (sameOfEngagement(one, other)) {
                same(one, other, same);
            }
            return;
        }
        if (!reasoner.related(one.violated(), other.violated())) {
            return;
        }
        Optional<Boolean> forth = reasoner.follows(one.violated(), other.violated());
        Optional<Boolean> back = reasoner.follows(other.violated(), one.violated());
        if (holds(forth) && holds(back)) {
            same(one, other, same);
        } else if (holds(forth)) {
            implied(one, other);
        } else if (holds(back)) {
            implied(other, one);
        } else if (forth.isEmpty() || back.isEmpty()) {
            exhausted = true;
            tooLarge(other.read());
        }
    }

    private boolean sameOfEngagement(Telling one, Telling other) {
        List<Pattern> ours = one.meaning().patterns();
        List<Pattern> theirs = other.meaning().patterns();
        if (ours.size() != theirs.size()
                || !holds(reasoner.same(one.meaning().scope(), other.meaning().scope()))) {
            return false;
        }
        for (int i = 0; i < ours.size(); i++) {
            Pattern mine = ours.get(i);
            Pattern yours = theirs.get(i);
            if (!mine.written().fact().equals(yours.written().fact())
                    || mine.written().quantity() != yours.written().quantity()
                    || !holds(reasoner.same(mine.formula(), yours.formula()))) {
                return false;
            }
        }
        return true;
    }

    private void same(Telling one, Telling other, Set<Telling> same) {
        same.add(other);
        add(
                Code.SAME_CONDITION,
                other.read(),
                other.read().written().conditionAt(),
                "The same notes violate the rule " + one.rule().id() + " ("
                        + one.rule().file() + ":" + one.rule().line()
                        + "). Keep one of the two, or add what tells them apart.");
    }

    private void implied(Telling narrow, Telling wide) {
        add(
                Code.IMPLIED_RULE,
                narrow.read(),
                narrow.read().written().conditionAt(),
                "Every note that violates this rule violates " + wide.rule().id() + " too ("
                        + wide.rule().file() + ":" + wide.rule().line()
                        + "). Take these notes out of one of the two rules, or keep one rule.");
    }

    private void tooLarge(ReadRule rule) {
        add(
                Code.TOO_LARGE,
                rule,
                rule.written().conditionAt(),
                exhausted
                        ? "From here on it was too much to compare each rule with every other one. Try with fewer rules."
                        : "The condition is too large to tell whether it can be fulfilled. Write it as several rules.");
    }

    private void add(Code code, ReadRule rule, Span at, String sentence) {
        diagnostics.add(code, rule.rule().file(), at, sentence);
    }

    private static boolean holds(Optional<Boolean> answer) {
        return answer.orElse(false);
    }
}
