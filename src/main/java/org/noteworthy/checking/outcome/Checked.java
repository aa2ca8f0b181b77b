package org.noteworthy.checking.outcome;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.noteworthy.checking.outcome.RuleOutcome.Outcome;
import org.noteworthy.notes.Note;
import org.noteworthy.playbooks.edition.Rule;

/**
 * A judged note with all that was seen on the way: the report, the note as it was read, and how each rule ended.
 *
 * @param before how each rule of {@code rules} stood to the note before it was asked
 */
public record Checked(Report report, Note note, List<RuleOutcome> before, List<Rule> rules) {

    /** The same with that report. */
    public Checked with(Report other) {
        return new Checked(other, note, before, rules);
    }

    /** How each rule of the playbook ended for the note, by rule id. */
    public Map<String, RuleOutcome> ruleOutcomes() {
        Set<String> violated = new HashSet<>();
        report.violations().forEach(violation -> violated.add(violation.rule()));
        Set<String> failed = new HashSet<>();
        report.gaps().failed().forEach(rule -> failed.add(rule.rule()));
        Map<String, RuleOutcome> outcomes = new TreeMap<>();
        for (int i = 0; i < rules.size(); i++) {
            String id = rules.get(i).id();
            outcomes.put(
                    id,
                    violated.contains(id)
                            ? new RuleOutcome(Outcome.VIOLATED, List.of())
                            : failed.contains(id) ? new RuleOutcome(Outcome.NEEDS_PERSON, List.of()) : before.get(i));
        }
        return outcomes;
    }

    /** How that rule of the playbook ended for the note. */
    public RuleOutcome outcome(String rule) {
        RuleOutcome outcome = ruleOutcomes().get(rule);
        if (outcome == null) {
            throw new IllegalArgumentException("The playbook has no rule " + rule);
        }
        return outcome;
    }

    /** Whether the note violates that rule. */
    public boolean violates(String rule) {
        return report.violations().stream()
                .anyMatch(violation -> violation.rule().equals(rule));
    }
}
