package org.noteworthy.playbooks.language.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.Literal;
import org.noteworthy.playbooks.language.Operator;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Value;
import org.noteworthy.playbooks.language.ValueKind;

/** The conditions of one pattern in sentences without full stops; what is negated is said the other way round. */
final class Sentences {
    private final Phrases phrases;
    private final FactNames facts;

    Sentences(Phrases phrases, FactNames facts) {
        this.phrases = phrases;
        this.facts = facts;
    }

    /** A condition, or that it is not so. */
    private record Claim(Condition condition, boolean so) {}

    /** All of which hold. */
    List<String> of(List<Condition> conditions) {
        return claims(conditions).stream().map(claim -> said(claim, 0)).toList();
    }

    /** What follows "whose", for each condition; empty unless each of them compares a property of the fact itself. */
    List<String> whose(List<Condition> conditions) {
        List<String> relative = new ArrayList<>();
        for (Claim claim : claims(conditions)) {
            PropertyUse left = left(claim.condition());
            String name = left == null || left.of() != null
                    ? null
                    : phrases.ofFact(left).orElse(null);
            if (left == null || name == null || claim.condition() instanceof Condition.Holds) {
                return List.of();
            }
            relative.add(name + " " + predicate(claim, left));
        }
        return relative;
    }

    private static List<Claim> claims(List<Condition> conditions) {
        List<Claim> claims = new ArrayList<>();
        conditions.forEach(condition -> collect(new Claim(condition, true), true, claims));
        return claims;
    }

    /** The parts of a claim that hold together, or of which one holds; itself if it is not of that kind. */
    private static void collect(Claim claim, boolean together, List<Claim> parts) {
        Claim plain = plain(claim);
        List<Condition> inner = inner(plain.condition());
        if (inner.isEmpty() || together(plain) != together) {
            parts.add(plain);
        } else {
            inner.forEach(part -> collect(new Claim(part, plain.so()), together, parts));
        }
    }

    private static List<Claim> parts(Claim claim) {
        List<Claim> parts = new ArrayList<>();
        collect(claim, together(claim), parts);
        return parts;
    }

    /** Without negations, and without comparisons with true and false. */
    private static Claim plain(Claim claim) {
        if (claim.condition() instanceof Condition.Not not) {
            return plain(new Claim(not.negated(), !claim.so()));
        }
        if (claim.condition() instanceof Condition.Compares compares
                && compares.left() instanceof PropertyUse left
                && compares.right() instanceof Literal literal
                && literal.value() instanceof Boolean yes) {
            boolean same = compares.operator() == Operator.EQUALS;
            return new Claim(new Condition.Holds(left, compares.at()), claim.so() == (same == yes));
        }
        return claim;
    }

    private static List<Condition> inner(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts();
        }
        return condition instanceof Condition.Any any ? any.parts() : List.of();
    }

    private static boolean together(Claim claim) {
        return claim.condition() instanceof Condition.All == claim.so();
    }

    private String said(Claim claim, int depth) {
        if (!inner(claim.condition()).isEmpty()) {
            return group(claim, depth);
        }
        if (claim.condition() instanceof Condition.Holds holds) {
            return Phrases.sentence(holds.property(), claim.so(), facts);
        }
        if (claim.condition() instanceof Condition.Compares compares) {
            return compared(claim, compares);
        }
        PropertyUse property = ((Condition.OneOf) claim.condition()).property();
        return begun(phrases.name(property, facts)) + " " + predicate(claim, property);
    }

    private String group(Claim claim, int depth) {
        boolean together = together(claim);
        List<Claim> parts = parts(claim);
        List<String> said = parts.stream().map(part -> said(part, depth + 1)).toList();
        boolean simple = said.stream().noneMatch(Sentences::joined);
        if (depth == 0) {
            return simple && said.size() == 2
                    ? said.get(0) + ", or " + Phrases.inside(said.get(1))
                    : "One of these is true: " + after(said, "; ");
        }
        String joined = after(said, together ? ", and " : ", or ");
        return depth > 1 || !simple ? "(" + joined + ")" : joined;
    }

    private static boolean joined(String sentence) {
        return sentence.contains(", or ") || sentence.contains(", and ");
    }

    private static String after(List<String> sentences, String sign) {
        return sentences.stream().map(Phrases::inside).collect(Collectors.joining(sign));
    }

    private String compared(Claim claim, Condition.Compares compares) {
        if (compares.left().kind() == ValueKind.YES_OR_NO) {
            boolean same = (compares.operator() == Operator.EQUALS) == claim.so();
            String both = Phrases.inside(Phrases.sentence((PropertyUse) compares.left(), true, facts)) + "; "
                    + Phrases.inside(Phrases.sentence((PropertyUse) compares.right(), true, facts));
            return (same ? "Both of these are true, or none: " : "Exactly one of these is true: ") + both;
        }
        boolean member = compares.operator() == Operator.MEMBER_OF || compares.operator() == Operator.NOT_MEMBER_OF;
        PropertyUse subject = (PropertyUse) (member ? compares.right() : compares.left());
        return begun(phrases.name(subject, facts)) + " " + predicate(claim, subject);
    }

    private static String begun(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static @Nullable PropertyUse left(Condition condition) {
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf.property();
        }
        return condition instanceof Condition.Compares compares && compares.left() instanceof PropertyUse left
                ? left
                : null;
    }

    private String predicate(Claim claim, PropertyUse subject) {
        if (claim.condition() instanceof Condition.OneOf oneOf) {
            List<String> values = oneOf.values().stream()
                    .map(value -> phrases.literal(value, oneOf.property()))
                    .toList();
            boolean one = claim.so() != oneOf.negated();
            return values.size() == 1
                    ? (one ? "is " : "is not ") + values.get(0)
                    : (one ? "is one of " : "is none of ") + String.join(", ", values);
        }
        Condition.Compares compares = (Condition.Compares) claim.condition();
        Value other = compares.left().equals(subject) ? compares.right() : compares.left();
        if (other instanceof Literal literal && literal.value() == null) {
            return (compares.operator() == Operator.EQUALS) == claim.so() ? "is not known" : "is known";
        }
        return verb(compares.operator(), claim.so(), subject.kind().ofText()) + " "
                + phrases.value(other, subject, facts);
    }

    private static String verb(Operator operator, boolean so, boolean ofText) {
        return switch (operator) {
            case EQUALS -> so ? "is" : "is not";
            case DIFFERS -> verb(Operator.EQUALS, !so, ofText);
            case LESS -> ofText ? (so ? "comes before" : "does not come before") : so ? "is less than" : "is at least";
            case AT_LEAST -> verb(Operator.LESS, !so, ofText);
            case MORE -> ofText ? (so ? "comes after" : "does not come after") : so ? "is more than" : "is at most";
            case AT_MOST -> verb(Operator.MORE, !so, ofText);
            case CONTAINS, MEMBER_OF -> so ? "contains" : "does not contain";
            case LACKS, NOT_MEMBER_OF -> verb(Operator.CONTAINS, !so, ofText);
            case MATCHES -> so ? "has exactly the form" : "does not have the form";
            case MATCHES_NOT -> verb(Operator.MATCHES, !so, ofText);
            case STARTS_WITH -> so ? "begins with" : "does not begin with";
            case ENDS_WITH -> so ? "ends with" : "does not end with";
        };
    }
}
