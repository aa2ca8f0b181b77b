package org.noteworthy.notes.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a rule may say: the properties of the facts, each with the type of its value and with words for
 * people. A closed world: what is not listed here does not exist for a rule.
 */
public final class Vocabulary {
    private static final Map<String, FactType<?>> TYPES = new LinkedHashMap<>();

    /** What the text of a property looks like. */
    public enum Form {
        /** As people write it. */
        FREE,
        /** As people write it, in several lines if they like. */
        LINES,
        /** A day as yyyy-mm-dd. */
        DAY
    }

    /**
     * One property of a type of fact.
     *
     * @param type simple name of the type that has it
     * @param result simple name of the type of its value
     * @param form what a text looks like
     * @param place whether a violation can point at it
     * @param says what it says if it says yes, or what its value is; in braces what can be named more exactly
     * @param saysNot what it says if it says no; null unless it says yes or no
     * @param read takes it from a fact of the type
     */
    public record Property(
            String type,
            String name,
            String result,
            Form form,
            boolean place,
            String says,
            @Nullable String saysNot,
            Function<Object, @Nullable Object> read) {

        /** One sentence for people. */
        public String about() {
            return says.replaceAll("[{}]", "");
        }
    }

    static {
        FactTypes.ALL.forEach(type -> TYPES.put(type.name(), type));
    }

    private Vocabulary() {}

    /** Names of the types that have properties, those that rules are about first. */
    public static List<String> types() {
        return List.copyOf(TYPES.keySet());
    }

    /** The properties of a type; empty if it has none. */
    public static List<Property> properties(String type) {
        FactType<?> found = TYPES.get(type);
        return found == null ? List.of() : found.inOrder();
    }

    /** The property of that name, if the type has it. */
    public static Optional<Property> property(String type, String name) {
        return Optional.ofNullable(TYPES.get(type))
                .map(found -> found.properties().get(name));
    }

    /** The properties that lead from a type along dotted names; empty if one of them does not exist. */
    public static List<Property> path(String type, String dotted) {
        List<Property> path = new ArrayList<>();
        String at = type;
        for (String name : dotted.split("\\.", -1)) {
            Optional<Property> property = property(at, name);
            if (property.isEmpty()) {
                return List.of();
            }
            path.add(property.get());
            at = property.get().result();
        }
        return path;
    }

    /** The classes of the facts and of their parts, in the order of {@link #types}. */
    public static List<Class<?>> classes() {
        return FactTypes.ALL.stream().<Class<?>>map(FactType::type).toList();
    }
}
