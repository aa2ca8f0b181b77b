package org.noteworthy.playbooks.language.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.notes.Limits;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.vocabulary.Vocabulary;
import org.noteworthy.playbooks.language.Literal;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Value;

/** Properties and values as people name them: by the vocabulary's words, and by the labels of one edition's tables. */
final class Phrases {
    private static final Pattern BRACED = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern OF_FACT = Pattern.compile("The ([^{}]*) of \\{[^{}]*\\}");

    private final Tables tables;

    Phrases(Tables tables) {
        this.tables = tables;
    }

    /** What a yes-or-no property says, either way, without the full stop. */
    static String sentence(PropertyUse use, boolean yes, FactNames facts) {
        Vocabulary.Property last = last(use);
        String says = yes ? last.says() : String.valueOf(last.saysNot());
        return filled(says.substring(0, says.length() - 1), use, facts);
    }

    /** What the value of a property is, as the middle of a sentence names it. */
    String name(PropertyUse use, FactNames facts) {
        String name = filled(unexplained(last(use)), use, facts);
        boolean qualified = use.of() != null
                && BRACED.matcher(unexplained(last(use))).results().count() == 0;
        return inside(qualified ? name + " of " + facts.of(use) : name) + limit(use);
    }

    /** {@code author} for the author of a fact, to say "whose author"; empty where it is not said so. */
    Optional<String> ofFact(PropertyUse use) {
        Matcher matcher = OF_FACT.matcher(use.steps().size() == 1 ? unexplained(last(use)) : "");
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A value that is compared with a property, named shortly where it is that of another fact. */
    String value(Value value, PropertyUse compared, FactNames facts) {
        if (value instanceof Literal literal) {
            return literal(literal, compared);
        }
        PropertyUse use = (PropertyUse) value;
        return ofFact(use).isPresent() && use.path().equals(compared.path())
                ? "that of " + facts.of(use)
                : name(use, facts);
    }

    /** A value that a rule states, by the label of the table in which it is a key. */
    String literal(Literal literal, PropertyUse compared) {
        if (!(literal.value() instanceof String text)) {
            return String.valueOf(literal.value());
        }
        Vocabulary.Property last = last(compared);
        return switch (last.type() + "." + last.name()) {
            case "Status.selected" ->
                quoted(tables.statuses().stream()
                        .filter(row -> row.status().equals(text))
                        .findFirst()
                        .map(Tables.StatusRow::label)
                        .orElse(text));
            case "RoleGiven.code" ->
                quoted(text)
                        + tables.roles().stream()
                                .filter(row -> row.code().equals(text))
                                .findFirst()
                                .map(row -> " (" + row.name() + ")")
                                .orElse("");
            case "Prefix.workloads" ->
                quoted(text)
                        + tables.workloads().stream()
                                .filter(row -> row.code().equals(text))
                                .findFirst()
                                .map(row -> " (" + row.name() + ")")
                                .orElse("");
            default -> quoted(text);
        };
    }

    /** A sentence as it goes on after other words. */
    static String inside(String sentence) {
        int end = sentence.indexOf(' ');
        String first = end < 0 ? sentence : sentence.substring(0, end);
        boolean name = first.length() > 1
                && !first.substring(1).equals(first.substring(1).toLowerCase(Locale.ROOT));
        return name || first.isEmpty() ? sentence : first.toLowerCase(Locale.ROOT) + sentence.substring(first.length());
    }

    private static String filled(String says, PropertyUse use, FactNames facts) {
        List<Vocabulary.Property> steps = use.steps();
        String owner = steps.size() < 2 ? facts.of(use) : part(steps.get(steps.size() - 2), use, facts);
        return BRACED.matcher(says)
                .replaceAll(braced -> Matcher.quoteReplacement(as(braced, ofFact(braced) ? facts.of(use) : owner)));
    }

    /** Whether the braces stand for the fact itself, and not for the part that has the property. */
    private static boolean ofFact(MatchResult braced) {
        return FactNames.isFact(inside(braced.group(1)));
    }

    private static String as(MatchResult braced, String name) {
        boolean begins = Character.isUpperCase(braced.group(1).charAt(0));
        return begins ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
    }

    private static String part(Vocabulary.Property step, PropertyUse use, FactNames facts) {
        String name = inside(unexplained(step));
        return use.of() == null ? name : name + " of " + facts.of(use);
    }

    /** The name of a value, without what explains it. */
    private static String unexplained(Vocabulary.Property property) {
        String says = property.says();
        int colon = says.indexOf(": ");
        return colon < 0 ? says.substring(0, says.length() - 1) : says.substring(0, colon);
    }

    private String limit(PropertyUse use) {
        List<Vocabulary.Property> steps = use.steps();
        boolean ofLimits = last(use).type().equals(Limits.class.getSimpleName());
        return ofLimits
                ? " ("
                        + steps.get(steps.size() - 1)
                                .read()
                                .apply(new Limits(tables.settings().statusCharacters()))
                        + ")"
                : "";
    }

    private static Vocabulary.Property last(PropertyUse use) {
        return use.steps().get(use.steps().size() - 1);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
