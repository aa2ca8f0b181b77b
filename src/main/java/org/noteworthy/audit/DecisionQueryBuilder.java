package org.noteworthy.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.edition.Severity;

/** Reads which decisions are asked for, from names and values as callers write them: the same at every end. */
public final class DecisionQueryBuilder {
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Map<DecisionField, String> wanted = new EnumMap<>(DecisionField.class);
    private @Nullable String from;
    private @Nullable String to;

    /** The names of all filters. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(FROM, TO));
        names.addAll(DecisionField.words());
        return names;
    }

    /**
     * Asks for decisions of that value.
     *
     * @param name {@code from} or {@code to}, whose value is a moment, or a day, which is its start in UTC; or that of a
     *     {@link DecisionField}
     * @param value null to leave the filter as it is
     * @throws InvalidQueryException if there is no filter of that name
     */
    public DecisionQueryBuilder with(String name, @Nullable String value) {
        if (!names().contains(name)) {
            throw InvalidQueryException.unknown("A filter", name, names());
        }
        if (value == null) {
            return this;
        }
        switch (name) {
            case FROM -> from = value;
            case TO -> to = value;
            default -> wanted.put(DecisionField.of(name).orElseThrow(), value);
        }
        return this;
    }

    /**
     * The question.
     *
     * @throws InvalidQueryException if a value is none that can be asked for
     */
    public DecisionQuery build() {
        wanted.forEach(DecisionQueryBuilder::check);
        return new DecisionQuery(
                from == null ? null : AskedTime.read(FROM, from), to == null ? null : AskedTime.read(TO, to), wanted);
    }

    private static void check(DecisionField field, String value) {
        if (value.isEmpty()) {
            throw new InvalidQueryException(field.word() + " is empty. Name a value, or leave it out.");
        }
        List<String> words = switch (field) {
            case SEVERITY ->
                Arrays.stream(Severity.values()).map(Severity::word).toList();
            case WAIVED -> List.of(DecisionField.YES);
            case VERDICT -> Arrays.stream(Verdict.values()).map(Verdict::word).toList();
            default -> List.of(value);
        };
        if (!words.contains(value)) {
            throw InvalidQueryException.unknown(field.word(), value, words);
        }
    }
}
