package org.noteworthy.authoring.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.checking.outcome.RuleOutcome;
import org.noteworthy.notes.Note;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.language.Condition;
import org.noteworthy.playbooks.language.DrlText;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.words.ConditionResult;
import org.noteworthy.playbooks.language.words.Evaluation;

/** Why a rule ended for a note as it did, in sentences for the owner of the rule. */
public final class OutcomeExplanation {
    private OutcomeExplanation() {}

    /**
     * Of a rule that does not judge the note, why not; of one that passed, each condition that was not true; of a violated
     * one, the conditions that were.
     */
    public static List<String> of(Playbook playbook, Rule rule, Checked checked) {
        if (rule.subject() == Rule.Subject.ENGAGEMENT) {
            return List.of("It judges the notes and interactions of an engagement together, and no note by itself.");
        }
        RuleOutcome outcome = checked.outcome(rule.id());
        return switch (outcome.outcome()) {
            case NOT_APPLICABLE -> outOfScope(rule, checked);
            case NEEDS_PERSON ->
                List.of(
                        outcome.missing().isEmpty()
                                ? "It failed on this note."
                                : "It needs " + String.join(", ", outcome.missing())
                                        + ", which is not known of the note.");
            case PASSED -> conditions(playbook, rule, checked, false);
            case VIOLATED -> conditions(playbook, rule, checked, true);
        };
    }

    /** What a rule about whole engagements looks for, as it says it. */
    public static String soughtTogether(Playbook playbook, Rule rule) {
        return playbook.files()
                .written(rule)
                .map(written -> written.patterns().stream().map(DrlText::of).collect(Collectors.joining(" ")))
                .orElse(rule.condition());
    }

    private static List<String> outOfScope(Rule rule, Checked checked) {
        List<String> sentences = new ArrayList<>();
        String role = checked.note().role().code();
        if (!rule.roles().isEmpty() && !rule.roles().contains(String.valueOf(role))) {
            sentences.add("It binds " + String.join(", ", rule.roles()) + "; the note is "
                    + (role == null
                            ? "of \"" + checked.note().role().given() + "\", which is not a role of the playbook."
                            : "of " + role + "."));
        }
        if (sentences.isEmpty()) {
            String type = checked.note().noteType().name();
            sentences.add("It covers " + String.join(", ", rule.noteTypes()) + "; the note is recorded as "
                    + (type == null
                            ? "\"" + checked.note().noteType().given() + "\", which is not a note type of the playbook."
                            : type + "."));
        }
        return sentences;
    }

    private static List<String> conditions(Playbook playbook, Rule rule, Checked checked, boolean holding) {
        WrittenRule written = playbook.files().written(rule).orElse(null);
        if (written == null) {
            return List.of(rule.condition());
        }
        FactPattern pattern = written.patterns().get(0);
        Evaluation evaluation = Evaluation.of(pattern, holding ? violating(pattern, checked.note()) : checked.note());
        List<String> sentences = new ArrayList<>();
        for (Condition condition : pattern.conditions()) {
            if (evaluation.holds(condition) == holding) {
                evaluation.deciding(condition).stream()
                        .map(ConditionResult::sentence)
                        .forEach(sentences::add);
            }
        }
        return sentences.isEmpty() ? List.of("It has no conditions.") : sentences;
    }

    /** The block of a note in which all conditions of a rule are true. */
    private static Note violating(FactPattern pattern, Note note) {
        for (Note block : note.further()) {
            Evaluation evaluation = Evaluation.of(pattern, block);
            if (pattern.conditions().stream().allMatch(evaluation::holds)) {
                return block;
            }
        }
        return note;
    }
}
