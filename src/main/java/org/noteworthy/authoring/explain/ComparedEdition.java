package org.noteworthy.authoring.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.ReadRule;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.edition.WrittenEdition;

/**
 * An edition, or a draft of one, as it is compared with another.
 *
 * @param rules those that are switched on
 * @param text of a file of it
 */
public record ComparedEdition(
        List<Rule> rules, List<Clause> clauses, Tables tables, Function<String, Optional<String>> text) {
    public ComparedEdition {
        rules = List.copyOf(rules);
        clauses = List.copyOf(clauses);
    }

    /** One that judges. */
    public static ComparedEdition of(Playbook playbook) {
        return new ComparedEdition(
                playbook.edition().rules(),
                playbook.edition().clauses(),
                playbook.tables(),
                file -> playbook.files()
                        .text(file, new Diagnostics(playbook.edition().version())));
    }

    /** One that is only written; it holds together. */
    public static ComparedEdition of(WrittenEdition written) {
        return new ComparedEdition(
                written.rules().stream()
                        .filter(read -> read.written().enabled())
                        .map(ReadRule::rule)
                        .sorted(Comparator.comparing(Rule::id))
                        .toList(),
                written.clauses(),
                written.tables(),
                written::text);
    }

    /** The text of the file of a rule; empty where there is no such rule. */
    public Optional<String> textOf(String rule) {
        return rules.stream()
                .filter(each -> each.id().equals(rule))
                .findFirst()
                .flatMap(each -> text.apply(each.file()));
    }
}
