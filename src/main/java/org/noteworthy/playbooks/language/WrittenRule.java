package org.noteworthy.playbooks.language;

import java.util.List;
import java.util.Optional;

/**
 * A rule as it was understood, every part with its place in the file.
 *
 * @param about the comment above it, as one paragraph
 * @param enabled false where {@code enabled false} switches it off
 * @param patterns the first of which is the fact that it judges
 * @param at from its first line to its end
 * @param nameAt its name, with quotes
 * @param conditionAt what stands between {@code when} and {@code then}
 */
public record WrittenRule(
        String name,
        String about,
        List<Annotation> annotations,
        boolean enabled,
        List<FactPattern> patterns,
        Consequence consequence,
        Span at,
        Span nameAt,
        Span conditionAt) {
    public WrittenRule {
        annotations = List.copyOf(annotations);
        patterns = List.copyOf(patterns);
    }

    /** The annotation of that name, if the rule has it. */
    public Optional<Annotation> annotation(String wanted) {
        return annotations.stream()
                .filter(annotation -> annotation.name().equals(wanted))
                .findFirst();
    }

    /** Whether it judges each note by itself, and not the facts of an engagement together. */
    public boolean ofNote() {
        return patterns.size() == 1 && patterns.get(0).fact().equals("Note");
    }

    /** The same rule under another name. */
    public WrittenRule named(String other) {
        return new WrittenRule(other, about, annotations, enabled, patterns, consequence, at, nameAt, conditionAt);
    }

    public WrittenRule withAnnotations(List<Annotation> others) {
        return new WrittenRule(name, about, others, enabled, patterns, consequence, at, nameAt, conditionAt);
    }

    public WrittenRule withPatterns(List<FactPattern> others) {
        return new WrittenRule(name, about, annotations, enabled, others, consequence, at, nameAt, conditionAt);
    }
}
