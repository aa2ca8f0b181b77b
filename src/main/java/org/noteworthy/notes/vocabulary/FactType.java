package org.noteworthy.notes.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Place;
import org.noteworthy.notes.vocabulary.Vocabulary.Form;
import org.noteworthy.notes.vocabulary.Vocabulary.Property;

/** A type of fact or of a part of one, with its properties in the order in which people are told of them. */
final class FactType<T> {
    private final Class<T> type;
    private final Map<String, Property> properties = new LinkedHashMap<>();

    private FactType(Class<T> type) {
        this.type = type;
    }

    static <T> FactType<T> of(Class<T> type) {
        return new FactType<>(type);
    }

    /** With a property that says yes or no, and what it says either way. */
    FactType<T> asks(String name, String yes, String no, Function<T, Boolean> read) {
        return has(name, Boolean.class, Form.FREE, yes, no, read::apply);
    }

    /** With a property that has a value, and what the value is. */
    FactType<T> has(String name, Class<?> result, String about, Function<T, @Nullable Object> read) {
        return has(name, result, Form.FREE, about, null, read);
    }

    /** With a property whose value is a text of that form, and what the value is. */
    FactType<T> has(String name, Form form, String about, Function<T, @Nullable Object> read) {
        return has(name, String.class, form, about, null, read);
    }

    Class<T> type() {
        return type;
    }

    String name() {
        return type.getSimpleName();
    }

    Map<String, Property> properties() {
        return properties;
    }

    List<Property> inOrder() {
        return List.copyOf(properties.values());
    }

    private FactType<T> has(
            String name,
            Class<?> result,
            Form form,
            String says,
            @Nullable String saysNot,
            Function<T, @Nullable Object> read) {
        properties.put(
                name,
                new Property(
                        name(),
                        name,
                        result.getSimpleName(),
                        form,
                        Place.class.isAssignableFrom(result),
                        says,
                        saysNot,
                        fact -> read.apply(type.cast(fact))));
        return this;
    }
}
