package org.noteworthy.authoring.lint.logic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.noteworthy.authoring.lint.logic.Formula.Asks;
import org.noteworthy.authoring.lint.logic.Formula.Missing;
import org.noteworthy.authoring.lint.logic.Formula.UnnamedText;
import org.noteworthy.playbooks.language.Operator;

/** The values of a thing that need to be tried: one for each way to answer all the questions about it. */
final class Domains {
    private static final int MOST_TESTS = 8;

    private final Map<String, List<String>> closed;

    /** {@code closed} lists all values of the properties that have no others, by their paths. */
    Domains(Map<String, List<String>> closed) {
        this.closed = closed;
    }

    /** Empty where there are too many. */
    Optional<List<Object>> of(Thing thing, Collection<Asks> questions) {
        return switch (thing.kind()) {
            case YES_OR_NO -> Optional.of(List.of(true, false));
            case RELATION -> Optional.of(List.of(-1, 0, 1));
            case NUMBER -> Optional.of(numbers(questions));
            case TEXT -> texts(thing, questions);
        };
    }

    private static List<Object> numbers(Collection<Asks> questions) {
        Set<Integer> numbers = new TreeSet<>(Set.of(0));
        for (Asks question : questions) {
            if (question.constant() instanceof Integer number) {
                for (int near = number - 1; near <= number + 1; near++) {
                    numbers.add(Math.max(0, near));
                }
            }
        }
        return List.copyOf(numbers);
    }

    private Optional<List<Object>> texts(Thing thing, Collection<Asks> questions) {
        Set<Object> values = new LinkedHashSet<>(Set.of(Missing.MISSING));
        List<Asks> tests = new ArrayList<>();
        List<Asks> sizes = new ArrayList<>();
        for (Asks question : questions) {
            if (bySize(question)) {
                sizes.add(question);
            } else if (question.operator() != Operator.EQUALS) {
                tests.add(question);
            } else if (question.constant() != null) {
                values.add(question.constant());
            }
        }
        List<String> all = closed.get(thing.path());
        if (all != null) {
            values.addAll(all);
            return Optional.of(List.copyOf(values));
        }
        if (tests.size() > MOST_TESTS) {
            return Optional.empty();
        }
        List<Set<Asks>> places = places(sizes, values);
        for (int chosen = 0; chosen < 1 << tests.size(); chosen++) {
            Set<Asks> fulfils = new LinkedHashSet<>();
            for (int i = 0; i < tests.size(); i++) {
                if ((chosen >> i & 1) != 0) {
                    fulfils.add(tests.get(i));
                }
            }
            if (coherent(fulfils, tests)) {
                for (Set<Asks> place : places) {
                    Set<Asks> placed = new LinkedHashSet<>(fulfils);
                    placed.addAll(place);
                    values.add(new UnnamedText(placed));
                }
            }
        }
        return Optional.of(List.copyOf(values));
    }

    /** What a text answers that lies before, between or behind those that it is held against; these are named then. */
    private static List<Set<Asks>> places(List<Asks> sizes, Set<Object> named) {
        TreeSet<String> constants = new TreeSet<>();
        sizes.forEach(size -> constants.add(String.valueOf(size.constant())));
        named.addAll(constants);
        List<Set<Asks>> places = new ArrayList<>();
        for (int below = 0; below <= constants.size(); below++) {
            Set<Asks> place = new LinkedHashSet<>();
            for (Asks size : sizes) {
                boolean more =
                        constants.headSet(String.valueOf(size.constant())).size() < below;
                if (more == (size.operator() == Operator.MORE || size.operator() == Operator.AT_LEAST)) {
                    place.add(size);
                }
            }
            places.add(place);
        }
        return places;
    }

    private static boolean bySize(Asks question) {
        return switch (question.operator()) {
            case LESS, AT_MOST, MORE, AT_LEAST -> true;
            default -> false;
        };
    }

    /** Whether a text can say yes to these of the questions and no to the others, as far as that is plain to see. */
    private static boolean coherent(Set<Asks> fulfils, List<Asks> tests) {
        for (Asks yes : fulfils) {
            for (Asks other : tests) {
                boolean holds = fulfils.contains(other);
                if (!holds && follows(yes, other) || holds && excludes(yes, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean follows(Asks yes, Asks other) {
        String said = String.valueOf(yes.constant());
        String asked = String.valueOf(other.constant());
        return switch (other.operator()) {
            case CONTAINS -> yes.operator() != Operator.MATCHES && said.contains(asked);
            case STARTS_WITH -> yes.operator() == Operator.STARTS_WITH && said.startsWith(asked);
            case ENDS_WITH -> yes.operator() == Operator.ENDS_WITH && said.endsWith(asked);
            default -> false;
        };
    }

    private static boolean excludes(Asks yes, Asks other) {
        String one = String.valueOf(yes.constant());
        String two = String.valueOf(other.constant());
        if (yes.operator() != other.operator()) {
            return false;
        }
        return switch (yes.operator()) {
            case STARTS_WITH -> !one.startsWith(two) && !two.startsWith(one);
            case ENDS_WITH -> !one.endsWith(two) && !two.endsWith(one);
            default -> false;
        };
    }
}
