package org.noteworthy.checking;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.Place;
import org.noteworthy.notes.Spot;
import org.noteworthy.playbooks.language.pattern.Deadline;

/**
 * A note that is being judged, with what rules have found in it. Of a note with several blocks, each is judged in turn: a
 * rule counts once, and what it finds in each block alike is told once.
 */
final class NoteEvaluation {
    private static final Comparator<Violation> BY_PLACE =
            Comparator.comparingInt(Violation::start).thenComparing(Violation::rule);

    private final Note note;
    private final Scopes.Scope scope;
    private final Lines lines;
    private final Set<Violation> foundBefore;
    private @Nullable ViolationCollector<Violation> violations;
    private @Nullable BitSet violated;
    private Note block;

    NoteEvaluation(Note note, Scopes.Scope scope) {
        this.note = note;
        this.scope = scope;
        block = note;
        foundBefore = note.further().isEmpty() ? Set.of() : new HashSet<>();
        lines = new Lines(note.record().text());
    }

    Note note() {
        return note;
    }

    /** What is found from now on is found in that block of the note. */
    void turnTo(Note next) {
        block = next;
    }

    Scopes.Scope scope() {
        return scope;
    }

    /** A rule is violated at each spot of a place, or by the note as a whole. */
    void add(RuleBook.Entry rule, Place place) {
        ViolationCollector<Violation> found = collected();
        count().set(rule.index());
        List<Spot> shown = place.spots();
        List<Spot> spots = shown.isEmpty() ? note.spots() : shown;
        for (int i = 0; i < spots.size(); i++) {
            if (i > 0) {
                Deadline.look();
            }
            Violation violation = violation(rule, spots.get(i));
            if (note.further().isEmpty() || foundBefore.add(violation)) {
                found.add(violation);
            }
        }
    }

    /** What another rule has found in the same note counts too. */
    void add(NoteEvaluation others) {
        if (others.violations != null && others.violated != null) {
            collected().addAll(others.violations);
            count().or(others.violated);
        }
    }

    /** How many rules were violated. */
    int violated() {
        return violated == null ? 0 : violated.cardinality();
    }

    /** The violations that the report tells, in its order. */
    List<Violation> told() {
        if (violations == null) {
            return List.of();
        }
        List<Violation> told = violations.inOrder();
        keepFixesApart(told);
        return told;
    }

    /** How many violations the report leaves out. */
    int omitted() {
        return violations == null ? 0 : violations.omitted();
    }

    /** A bit for each rule that is violated, at its place in the edition. */
    private BitSet count() {
        BitSet counted = violated;
        if (counted == null) {
            counted = new BitSet();
            violated = counted;
        }
        return counted;
    }

    private ViolationCollector<Violation> collected() {
        ViolationCollector<Violation> collected = violations;
        if (collected == null) {
            collected = new ViolationCollector<>(BY_PLACE, Violation::rule);
            violations = collected;
        }
        return collected;
    }

    /** The message tells what a person sees; the places are those of what was written. */
    private Violation violation(RuleBook.Entry by, Spot seen) {
        Spot spot = note.visible().written(seen);
        return new Violation(
                by.rule().id(),
                by.rule().severity(),
                by.rule().clause(),
                by.message().fill(block, seen),
                spot.section(),
                lines.line(spot.start()),
                lines.column(spot.start()),
                spot.start(),
                spot.end(),
                spot.found(),
                spot.expected(),
                spot.nearest(),
                spot.fix());
    }

    /** Of fixes to the same text the first stays, so that all fixes of a report can be applied together. */
    private static void keepFixesApart(List<Violation> violations) {
        Fix last = null;
        for (int i = 0; i < violations.size(); i++) {
            Fix fix = violations.get(i).fix();
            if (fix != null && last != null && (fix.start() < last.end() || fix.equals(last))) {
                violations.set(i, violations.get(i).withoutFix());
            } else if (fix != null) {
                last = fix;
            }
        }
    }
}
