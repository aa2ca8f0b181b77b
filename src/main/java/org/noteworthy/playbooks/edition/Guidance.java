package org.noteworthy.playbooks.edition;

import java.util.List;

/**
 * What an edition says of its clauses.
 *
 * @param clauses in the order of {@code guidance.md}
 * @param page short hashes of the paragraphs of the page that it retells, in the order of the page
 * @param confirmations which rules were held against which text of their clauses
 */
public record Guidance(List<Clause> clauses, List<String> page, List<Confirmation> confirmations) {
    public Guidance {
        clauses = List.copyOf(clauses);
        page = List.copyOf(page);
        confirmations = List.copyOf(confirmations);
    }
}
