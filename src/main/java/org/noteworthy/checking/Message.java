package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Spot;
import org.noteworthy.notes.vocabulary.Vocabulary;

/**
 * The text of a rule, taken apart once: what always stands in it, and the placeholders that are filled in each time. What
 * comes out is cut where it is longer than anybody reads, since a placeholder may hold all of a note.
 */
final class Message {
    private static final int LONGEST = 4_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    private final List<Part> parts = new ArrayList<>();

    private interface Part {
        @Nullable
        Object read(Object fact, Spot spot);
    }

    /** Takes a text apart whose placeholders are properties of that type of fact. */
    Message(String text, String type) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literal(text.substring(end, matcher.start()));
            parts.add(part(matcher.group(1), type));
            end = matcher.end();
        }
        literal(text.substring(end));
    }

    String fill(Object fact, Spot spot) {
        if (parts.size() == 1) {
            return cut(String.valueOf(parts.get(0).read(fact, spot)));
        }
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            Object value = part.read(fact, spot);
            filled.append(value == null ? "" : value);
        }
        return cut(filled.toString());
    }

    private static String cut(String filled) {
        if (filled.length() <= LONGEST) {
            return filled;
        }
        int end = LONGEST - 1;
        return filled.substring(0, Character.isHighSurrogate(filled.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private void literal(String text) {
        if (!text.isEmpty()) {
            parts.add((fact, spot) -> text);
        }
    }

    private static Part part(String placeholder, String type) {
        return switch (placeholder) {
            case "found" -> (fact, spot) -> spot.found();
            case "expected" -> (fact, spot) -> String.join(", ", spot.expected());
            case "nearest" -> (fact, spot) -> spot.nearest();
            default -> property(placeholder, type);
        };
    }

    private static Part property(String dotted, String type) {
        List<Function<Object, @Nullable Object>> steps = Vocabulary.path(type, dotted).stream()
                .map(Vocabulary.Property::read)
                .toList();
        return (fact, spot) -> {
            Object value = fact;
            for (Function<Object, @Nullable Object> step : steps) {
                value = value == null ? null : step.apply(value);
            }
            return value;
        };
    }
}
