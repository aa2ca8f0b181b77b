package org.noteworthy.playbooks.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an edition of the playbook says, to be read by people and reports.
 *
 * @param version its name, which is the folder's name: a date such as {@code 2020-03-25}
 * @param inForceFrom first day on which it binds
 * @param source where its text comes from
 * @param digest {@code sha256:…} over every file of its folder
 * @param clauses in the order of {@code guidance.md}
 * @param rules sorted by id
 * @param page short hashes of the paragraphs of the source page, in its order; empty where nobody noted them
 * @param confirmations which rules were held against the text of their clauses, in the order of the table
 */
public record Edition(
        String version,
        LocalDate inForceFrom,
        String title,
        String source,
        String digest,
        List<Clause> clauses,
        List<Rule> rules,
        List<String> page,
        List<Confirmation> confirmations) {
    public Edition {
        clauses = List.copyOf(clauses);
        rules = List.copyOf(rules);
        page = List.copyOf(page);
        confirmations = List.copyOf(confirmations);
    }

    /** The rule of that id, if this edition has it. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The clause of that id, if this edition has it. */
    public Optional<Clause> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    /** The rules that stand for that clause. */
    public List<Rule> rulesFor(Clause clause) {
        return rules.stream().filter(rule -> rule.clause().equals(clause.id())).toList();
    }

    /** The confirmation of the rule of that id, if there is one. */
    public Optional<Confirmation> confirmation(String rule) {
        return confirmations.stream()
                .filter(confirmation -> confirmation.rule().equals(rule))
                .findFirst();
    }
}
