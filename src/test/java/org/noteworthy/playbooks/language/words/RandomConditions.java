package org.noteworthy.playbooks.language.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.vocabulary.Vocabulary;
import org.noteworthy.playbooks.language.CompilableText;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.ValueKind;
import org.noteworthy.playbooks.language.parsing.RuleFile;

/**
 * Conditions as nobody would write them, the same for the same seed: any property by any operator against values that
 * notes have, their neighbours, and values that none has.
 */
public final class RandomConditions {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "On track",
            "e\u0301",
            "é",
            "Ä",
            "STATUS",
            "covid",
            "#covid",
            "-",
            "\"",
            "\\",
            "。",
            "進",
            "🙂",
            " ",
            "EXO");
    private static final List<String> DAYS =
            List.of("2020-03-25", "2020-05-12", "2019-04-30", "2020-02-29", "0001-01-01", "9999-12-31");
    private static final List<String> PARTS_OF_DAYS = List.of("", "2020-", "2020", "-0", "-30", "4-30", "2019-04-30");
    private static final List<String> PATTERNS = List.of(
            "",
            ".*",
            "(?s).*",
            ".+\\n.*",
            "(?s).*STATUS.*",
            "(?ms).*^STATUS: .*$.*",
            "(?i)[a-z]+",
            "\\p{L}.*",
            "(?s).*\\p{So}.*",
            "[^\\s]+",
            "\\p{Han}+",
            "(?is).*COVID.*",
            "\\d{4}-\\d{2}-\\d{2}",
            "[\\p{L}\\p{N} ]{0,40}",
            "(?:a|b)*",
            "(?s)\\PL.*");
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "2", "12", "300", "2147483647", "-2147483648");
    private static final List<String> ORDER = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;
    private final Map<ValueKind, List<PropertyUse>> properties = new LinkedHashMap<>();
    private final List<Note> notes;
    private List<PropertyUse> favourites = List.of();

    /** With values that these notes have. */
    public RandomConditions(long seed, List<Note> notes) {
        random = new Random(seed);
        this.notes = List.copyOf(notes);
        for (Manual.Listed listed : Manual.properties("Note")) {
            PropertyUse use = new PropertyUse(
                    null, "Note", listed.path(), Vocabulary.path("Note", listed.path()), new Span(0, 0, 1, 1));
            if (use.kind() != ValueKind.PART) {
                properties
                        .computeIfAbsent(use.kind(), kind -> new ArrayList<>())
                        .add(use);
            }
        }
    }

    /** From now on other properties are asked for more than the rest: many comparisons of one take other roads. */
    public void favourOthers() {
        favourites = List.of(
                of(ValueKind.TEXT), of(ValueKind.TEXT), of(ValueKind.NUMBER), of(ValueKind.DAY), of(ValueKind.TEXTS));
    }

    /** Conditions between commas. */
    public String conditions() {
        StringBuilder conditions = new StringBuilder(condition(2));
        for (int more = random.nextInt(3); more > 0; more--) {
            conditions.append(", ").append(condition(2));
        }
        return conditions.toString();
    }

    private String condition(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(10)) {
            case 0 -> "( " + condition(depth - 1) + " || " + condition(depth - 1) + " )";
            case 1 -> "( " + condition(depth - 1) + " && " + condition(depth - 1) + " )";
            case 2 -> "!( " + condition(depth - 1) + " )";
            default -> leaf();
        };
    }

    private String leaf() {
        PropertyUse property = favourites.isEmpty() || random.nextInt(3) == 0
                ? of(any(List.copyOf(properties.keySet())))
                : any(favourites);
        return switch (property.kind()) {
            case YES_OR_NO -> yesOrNo(property);
            case NUMBER -> number(property);
            case TEXTS -> texts(property);
            default -> text(property);
        };
    }

    private String yesOrNo(PropertyUse property) {
        return switch (random.nextInt(4)) {
            case 0 -> property.written();
            case 1 -> "!" + property.written();
            case 2 -> property.written() + any(List.of(" == ", " != ")) + random.nextBoolean();
            default ->
                property.written()
                        + any(List.of(" == ", " != "))
                        + of(ValueKind.YES_OR_NO).written();
        };
    }

    private String number(PropertyUse property) {
        return switch (random.nextInt(5)) {
            case 0 ->
                property.written() + " " + any(ORDER) + " "
                        + of(ValueKind.NUMBER).written();
            case 1 -> property.written() + in() + "( " + numberNear(property) + ", " + numberNear(property) + " )";
            default -> property.written() + " " + any(ORDER) + " " + numberNear(property);
        };
    }

    private String numberNear(PropertyUse property) {
        return random.nextInt(3) == 0 || !(property.read(any(notes)) instanceof Integer number)
                ? any(NUMBERS)
                : String.valueOf(number + random.nextInt(3) - 1);
    }

    private String texts(PropertyUse property) {
        String value = random.nextBoolean()
                ? of(ValueKind.TEXT).written()
                : CompilableText.quoted(
                        property.read(any(notes)) instanceof List<?> list && !list.isEmpty()
                                ? String.valueOf(list.get(random.nextInt(list.size())))
                                : any(TEXTS));
        return random.nextBoolean()
                ? property.written() + any(List.of(" contains ", " not contains ")) + value
                : value + any(List.of(" memberOf ", " not memberOf ")) + property.written();
    }

    private String text(PropertyUse property) {
        String name = property.written();
        boolean day = property.kind() == ValueKind.DAY;
        return switch (random.nextInt(8)) {
            case 0 -> name + any(List.of(" == null", " != null"));
            case 1 -> name + " " + any(ORDER) + " " + of(property.kind()).written();
            case 2 -> name + in() + "( " + textOf(property) + ", " + textOf(property) + " )";
            case 3 ->
                name
                        + any(List.of(" contains ", " not contains ", " str[startsWith] ", " str[endsWith] "))
                        + (day
                                ? CompilableText.quoted(any(PARTS_OF_DAYS))
                                : random.nextBoolean() ? of(ValueKind.TEXT).written() : partOf(property));
            case 4, 5 -> name + any(List.of(" matches ", " not matches ")) + CompilableText.quoted(any(PATTERNS));
            default -> name + " " + any(ORDER) + " " + textOf(property);
        };
    }

    private String textOf(PropertyUse property) {
        boolean day = property.kind() == ValueKind.DAY;
        return CompilableText.quoted(
                random.nextInt(3) > 0 && property.read(any(notes)) instanceof String text && (day || sound(text))
                        ? text
                        : any(day ? DAYS : TEXTS));
    }

    private String partOf(PropertyUse property) {
        if (property.read(any(notes)) instanceof String text && !text.isEmpty()) {
            int from = random.nextInt(text.length());
            String part = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(6)));
            return CompilableText.quoted(sound(part) ? part : any(TEXTS));
        }
        return CompilableText.quoted(any(TEXTS));
    }

    /** A rule holds no line ends and no invisible characters, and not too much. */
    private static boolean sound(String text) {
        return text.length() < 80
                && RuleFile.read("rule \"r\" when $note : Note( text == " + CompilableText.quoted(text)
                                + " ) then report.violation( $note, \"x\" ); end")
                        .diagnostics()
                        .isEmpty();
    }

    private String in() {
        return random.nextBoolean() ? " in " : " not in ";
    }

    private PropertyUse of(ValueKind kind) {
        return any(properties.getOrDefault(kind, List.of()));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
