package org.noteworthy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.noteworthy.playbooks.Clause;
import org.noteworthy.playbooks.Edition;
import org.noteworthy.playbooks.Rule;

/** What the fixtures show of one edition: which rules were violated, which passed, and which clauses stand behind them. */
final class FixtureCoverage {
    private final Edition edition;
    private final Set<String> violated = new TreeSet<>();
    private final Set<String> passed = new TreeSet<>();

    FixtureCoverage(Edition edition) {
        this.edition = edition;
    }

    void saw(Set<String> violatedRules, Set<String> passedRules) {
        violated.addAll(violatedRules);
        passed.addAll(passedRules);
    }

    List<String> engagementRules() {
        return edition.rules().stream()
                .filter(rule -> rule.subject() == Rule.Subject.ENGAGEMENT)
                .map(Rule::id)
                .toList();
    }

    /** Whether every rule was violated and passed at least once, and every clause has a rule or a person to judge it. */
    boolean complete() {
        return unseen(violated).isEmpty() && unseen(passed).isEmpty() && loose().isEmpty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        long byRules = edition.clauses().stream().filter(this::hasRule).count();
        long byPerson = edition.clauses().stream()
                .filter(clause -> clause.judge() == Clause.Judge.PERSON)
                .count();
        int rules = edition.rules().size();
        lines.add(edition.version() + ": " + Words.count(rules, "rule") + ", "
                + (rules - unseen(violated).size()) + " violated and "
                + (rules - unseen(passed).size())
                + " passed at least once; " + Words.count(edition.clauses().size(), "clause") + ", " + byRules
                + " judged by rules, " + byPerson + " by a person");
        unseen(violated).forEach(rule -> lines.add("  " + rule + " is violated by no fixture"));
        unseen(passed).forEach(rule -> lines.add("  " + rule + " is passed by no fixture"));
        loose().forEach(clause -> lines.add("  " + clause + " has no rule and is not marked for a person"));
        return lines;
    }

    private List<String> unseen(Set<String> seen) {
        return edition.rules().stream()
                .map(Rule::id)
                .filter(id -> !seen.contains(id))
                .toList();
    }

    private List<String> loose() {
        return edition.clauses().stream()
                .filter(clause -> clause.judge() == Clause.Judge.RULES && !hasRule(clause))
                .map(Clause::id)
                .toList();
    }

    private boolean hasRule(Clause clause) {
        return edition.rules().stream().anyMatch(rule -> rule.clause().equals(clause.id()));
    }
}
