package org.noteworthy.playbooks.language.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.Cost;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.FactPattern.Quantity;
import org.noteworthy.playbooks.language.Limits;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.parsing.SourceDiagnostics.Halt;
import org.noteworthy.playbooks.language.parsing.Token.Kind;
import org.noteworthy.playbooks.language.pattern.TextPattern;

/** Reads what stands between {@code when} and {@code then}: the facts that a rule looks for. */
final class PatternParser {
    private static final Set<String> FACTS = new TreeSet<>(List.of("Note", "Interaction"));
    private static final String BEGINS = "A rule begins with what it judges, and a name for it: $note : Note( … ).";

    private final Cursor cursor;
    private final Names names;
    private final SourceDiagnostics diagnostics;
    private @Nullable Halt lost;

    PatternParser(Cursor cursor, Names names, SourceDiagnostics diagnostics) {
        this.cursor = cursor;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** At least one pattern, the first of which has a name. */
    List<FactPattern> patterns() {
        List<FactPattern> patterns = new ArrayList<>();
        if (!cursor.comes(Kind.NAME)) {
            throw cursor.halt(BEGINS);
        }
        while (!cursor.comes("then")) {
            if (patterns.size() == Limits.PATTERNS) {
                throw cursor.halt("A rule has at most " + Limits.PATTERNS + " patterns. Write several rules instead.");
            }
            patterns.add(pattern());
            if (cursor.comes("or", "||", "and", "&&")) {
                throw cursor.halt("\"" + cursor.peek().text() + "\" does not stand between patterns. Write || or &&"
                        + " inside one $note : Note( … ); patterns stand one under the other.");
            }
        }
        if (lost != null) {
            throw lost;
        }
        if (Alternatives.in(patterns) > Limits.ALTERNATIVES) {
            diagnostics.add(
                    patterns.get(0).at(),
                    "The groups of || in this rule can be combined in more than " + Limits.ALTERNATIVES
                            + " ways. Write several rules instead.");
        }
        checkCost(patterns);
        return patterns;
    }

    private void checkCost(List<FactPattern> patterns) {
        Cost cost = Cost.of(patterns);
        if (cost.steps() > TextPattern.MOST_STEPS) {
            diagnostics.add(
                    patterns.get(0).at(),
                    String.format(
                            Locale.ROOT,
                            "The patterns of this rule have %,d steps together with their repetitions written out; %,d are"
                                    + " the most. Use smaller counts, or + and * where any number will do.",
                            cost.steps(),
                            TextPattern.MOST_STEPS));
        }
        if (cost.freeJoins() > Limits.FREE_JOINS) {
            diagnostics.add(
                    patterns.get(patterns.size() - 1).at(),
                    cost.freeJoins() + " facts of this rule may be any of the engagement, which would hold all of them"
                            + " against each other. Say by == what they have in common with another one, such as"
                            + " interaction == " + patterns.get(0).name() + ".interaction.");
        }
    }

    private FactPattern pattern() {
        Span start = cursor.peek().at();
        Quantity quantity =
                cursor.take("not") ? Quantity.NONE : cursor.take("exists") ? Quantity.AT_LEAST_ONE : Quantity.EACH;
        boolean bracketed = quantity != Quantity.EACH && cursor.take("(");
        Token name = name(quantity);
        Token fact = cursor.expect(
                Kind.WORD, cursor.peek().shown() + " is not expected here. A pattern reads: $note : Note( … ).");
        boolean known = FACTS.contains(fact.text());
        if (!known) {
            boolean named = Character.isUpperCase(fact.text().charAt(0));
            diagnostics.add(
                    fact.at(),
                    (named ? "There is no fact \"" + fact.text() + "\"." : noFact(fact.text()))
                            + Nearest.insteadOf(fact.text(), FACTS));
        }
        if (name != null) {
            names.give(name, known ? fact.text() : "");
        }
        cursor.expect("(", "After " + fact.text() + " stands a bracket with its conditions: " + fact.text() + "( … ).");
        ConditionParser parser = new ConditionParser(cursor, names, diagnostics, known ? fact.text() : "");
        List<Condition> conditions = parser.conditions();
        lost = lost == null ? parser.lost() : lost;
        Span end = cursor.expect(")", "The conditions end with a bracket.").at();
        if (bracketed) {
            end = cursor.expect(")", "Inside of not( … ) and exists( … ) stands one pattern.")
                    .at();
        }
        return new FactPattern(quantity, name == null ? null : name.text(), fact.text(), conditions, start.to(end));
    }

    private @Nullable Token name(Quantity quantity) {
        if (!cursor.comes(Kind.NAME)) {
            return null;
        }
        Token name = cursor.next();
        cursor.expect(
                ":",
                "After " + name.text() + " stands a colon and the fact that it names: " + name.text()
                        + " : Note( … ).");
        if (quantity != Quantity.EACH) {
            diagnostics.add(name.at(), "Under not and exists a fact has no name. Remove " + name.text() + " :.");
        }
        return name;
    }

    private static String noFact(String word) {
        return "\"" + word + "\" is not a fact, and between \"when\" and \"then\" a rule looks for facts alone.";
    }
}
