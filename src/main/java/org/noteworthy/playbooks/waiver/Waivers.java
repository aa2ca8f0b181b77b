package org.noteworthy.playbooks.waiver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.waiver.Waiver.State;
import org.noteworthy.playbooks.waiver.Waiver.Subject;

/** The waivers of a rules folder as they stood at one moment, quick to be asked by rule and subject. */
public final class Waivers {
    /** No waivers at all. */
    public static final Waivers NONE = new Waivers(List.of());

    private final List<Waiver> all;
    private final Map<String, OfRule> byRule = new HashMap<>();

    private Waivers(List<Waiver> all) {
        this.all = List.copyOf(all);
        this.all.forEach(waiver ->
                byRule.computeIfAbsent(waiver.rule(), rule -> new OfRule()).add(waiver));
    }

    /** These waivers, in their order. */
    public static Waivers of(List<Waiver> waivers) {
        return waivers.isEmpty() ? NONE : new Waivers(waivers);
    }

    /** The waivers of one rule, by the narrowest thing that each is about. */
    private record OfRule(
            Map<String, List<Waiver>> notes, Map<String, List<Waiver>> engagements, Map<String, List<Waiver>> authors) {
        OfRule() {
            this(new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        void add(Waiver waiver) {
            Subject subject = waiver.subject();
            if (subject.note() != null) {
                add(notes, subject.note(), waiver);
            } else if (subject.engagement() != null) {
                add(engagements, subject.engagement(), waiver);
            } else if (subject.author() != null) {
                add(authors, subject.author(), waiver);
            }
        }

        private static void add(Map<String, List<Waiver>> waivers, String name, Waiver waiver) {
            waivers.computeIfAbsent(name, each -> new ArrayList<>(1)).add(waiver);
        }

        Stream<Waiver> about(Subject subject) {
            return Stream.of(
                            named(notes, subject.note()),
                            named(engagements, subject.engagement()),
                            named(authors, subject.author()))
                    .flatMap(List::stream)
                    .filter(waiver -> waiver.subject().isMetBy(subject));
        }

        private static List<Waiver> named(Map<String, List<Waiver>> waivers, @Nullable String name) {
            return name == null ? List.of() : waivers.getOrDefault(name, List.of());
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** All of them, in the order of the file. */
    public List<Waiver> all() {
        return all;
    }

    /** Whether any is about that rule. */
    public boolean areAbout(String rule) {
        return byRule.containsKey(rule);
    }

    /** Those in force on that day that let violations of that rule stand, in the order of the file. */
    public List<Waiver> covering(String rule, Subject subject, LocalDate day) {
        OfRule waivers = byRule.get(rule);
        return waivers == null
                ? List.of()
                : waivers.about(subject.composed())
                        .filter(waiver -> waiver.on(day) == State.IN_FORCE)
                        .sorted(Comparator.comparingInt(Waiver::line))
                        .toList();
    }

    /** The first of them. */
    public Optional<Waiver> first(String rule, Subject subject, LocalDate day) {
        return covering(rule, subject, day).stream().findFirst();
    }
}
