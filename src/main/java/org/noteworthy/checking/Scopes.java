package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Outcomes;
import org.noteworthy.checking.outcome.RuleOutcome;
import org.noteworthy.checking.outcome.RuleOutcome.Outcome;
import org.noteworthy.notes.Interaction;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteField;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;

/**
 * Which rules of a playbook can judge a note: those whose roles and note types cover it and whose needs are known.
 *
 * <p>Notes of the same role and note type share one answer, which is worked out once, if the same fields are known of
 * those that a rule asks for.
 */
final class Scopes {
    private final List<Rule> rules;
    private final int asked;
    private final Map<Key, Scope> scopes = new ConcurrentHashMap<>();

    private record Key(@Nullable String role, @Nullable String noteType, int known) {}

    Scopes(Playbook playbook) {
        rules = playbook.edition().rules();
        int bits = NoteField.NOTE_TYPE.bit();
        for (Rule rule : rules) {
            bits |= needed(rule).mapToInt(NoteField::bit).reduce(0, (some, more) -> some | more);
        }
        asked = bits;
    }

    /** How the rules stand to notes of one kind. */
    static final class Scope {
        private final List<RuleOutcome> before;
        private final boolean[] judges;
        private final Outcomes clean;

        private Scope(List<RuleOutcome> before) {
            this.before = List.copyOf(before);
            judges = new boolean[before.size()];
            Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
            for (int i = 0; i < judges.length; i++) {
                Outcome outcome = before.get(i).outcome();
                judges[i] = outcome == Outcome.PASSED;
                counts.merge(outcome, 1, Integer::sum);
            }
            clean = new Outcomes(
                    0,
                    counts.getOrDefault(Outcome.PASSED, 0),
                    counts.getOrDefault(Outcome.NOT_APPLICABLE, 0),
                    counts.getOrDefault(Outcome.NEEDS_PERSON, 0));
        }

        /** How each rule stands before it is asked: it passes, does not apply, or needs a person. */
        List<RuleOutcome> before() {
            return before;
        }

        /** Whether the rule at that place of the edition can judge the note. */
        boolean judges(int rule) {
            return judges[rule];
        }

        /** The outcomes of a note that breaks that many rules, while others failed on it. */
        Outcomes outcomes(int violated, int failed) {
            return violated == 0 && failed == 0
                    ? clean
                    : new Outcomes(
                            violated,
                            clean.passed() - violated - failed,
                            clean.notApplicable(),
                            clean.needsPerson() + failed);
        }
    }

    Scope of(Note note) {
        int known = NoteField.knownBits(note.record()) & asked;
        Key key = new Key(note.role().code(), note.noteType().name(), known);
        Scope scope = scopes.get(key);
        return scope == null ? scopes.computeIfAbsent(key, this::scope) : scope;
    }

    /** Whether a rule about an engagement can judge the fact that it would report. */
    static boolean judges(Rule rule, Object fact) {
        if (fact instanceof Interaction interaction) {
            return covers(rule.roles(), interaction.role().code());
        }
        return fact instanceof Note note
                && covers(rule.roles(), note.role().code())
                && covers(rule.noteTypes(), note.noteType().name())
                && needed(rule).allMatch(field -> field.isKnown(note.record()));
    }

    private Scope scope(Key key) {
        return new Scope(rules.stream().map(rule -> before(rule, key)).toList());
    }

    private static RuleOutcome before(Rule rule, Key key) {
        boolean typeKnown = NoteField.NOTE_TYPE.isIn(key.known());
        boolean covered = rule.subject() == Rule.Subject.NOTE
                && covers(rule.roles(), key.role())
                && (!typeKnown || covers(rule.noteTypes(), key.noteType()));
        if (!covered) {
            return new RuleOutcome(Outcome.NOT_APPLICABLE, List.of());
        }
        List<String> missing = new ArrayList<>();
        needed(rule).filter(field -> !field.isIn(key.known())).forEach(field -> missing.add(field.key()));
        if (!typeKnown && !rule.noteTypes().isEmpty() && !missing.contains(NoteField.NOTE_TYPE.key())) {
            missing.add(NoteField.NOTE_TYPE.key());
        }
        return new RuleOutcome(missing.isEmpty() ? Outcome.PASSED : Outcome.NEEDS_PERSON, missing);
    }

    private static boolean covers(List<String> wanted, @Nullable String given) {
        return wanted.isEmpty() || given != null && wanted.contains(given);
    }

    private static Stream<NoteField> needed(Rule rule) {
        return rule.needs().stream().flatMap(key -> NoteField.of(key).stream());
    }
}
