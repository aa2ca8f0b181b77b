package org.noteworthy.authoring.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.report.Words;

/** What the fixtures show of one edition: its rules violated and passed, its clauses, and the words of its tables. */
public final class FixtureCoverage {
    private final Edition edition;
    private final Set<String> violated = new TreeSet<>();
    private final Set<String> passed = new TreeSet<>();
    private final Named workloads;
    private final Named statuses;
    private final Named roles;
    private final Named noteTypes;

    /** The words of one table, and which of them a fixture has. */
    private record Named(String thing, String things, List<String> all, Set<String> seen) {
        Named(String thing, String things, List<String> all) {
            this(thing, things, all.stream().distinct().toList(), new TreeSet<>());
        }

        void saw(@Nullable String word) {
            if (word != null) {
                seen.add(word);
            }
        }

        List<String> unseen() {
            return all.stream().filter(word -> !seen.contains(word)).toList();
        }

        String count() {
            return (all.size() - unseen().size()) + " of " + all.size() + " " + things;
        }
    }

    FixtureCoverage(Playbook playbook) {
        edition = playbook.edition();
        Tables tables = playbook.tables();
        workloads = new Named(
                "workload",
                "workloads",
                tables.workloads().stream().map(Tables.WorkloadRow::code).toList());
        statuses = new Named(
                "status",
                "statuses",
                tables.statuses().stream().map(Tables.StatusRow::status).toList());
        roles = new Named(
                "role",
                "roles",
                tables.roles().stream().map(Tables.RoleRow::code).toList());
        noteTypes = new Named(
                "note type",
                "note types",
                tables.noteTypes().stream().map(Tables.NoteTypeRow::name).toList());
    }

    void saw(FixtureOutcome outcome) {
        violated.addAll(outcome.violated());
        passed.addAll(outcome.passed());
        for (Checked checked : outcome.notes()) {
            Note note = checked.note();
            note.prefix().workloads().forEach(workloads::saw);
            statuses.saw(note.status().selected());
            roles.saw(note.role().code());
            noteTypes.saw(note.noteType().name());
        }
    }

    /** Whether nothing of the edition was left out. */
    public boolean complete() {
        return lines().size() == 1;
    }

    /** One line of counts, and one for each thing that was left out. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int rules = edition.rules().size();
        lines.add(edition.version() + ": " + Words.count(rules, "rule") + ", "
                + (rules - unseen(violated).size()) + " violated and "
                + (rules - unseen(passed).size())
                + " passed at least once; "
                + Words.count(edition.clauses().size(), "clause") + ", "
                + count(Clause.Judge.RULES) + " judged by rules, " + count(Clause.Judge.PERSON)
                + " by a person; seen " + workloads.count() + ", " + statuses.count() + ", " + roles.count() + ", "
                + noteTypes.count());
        unseen(violated).forEach(rule -> lines.add("  " + rule + " is violated by no fixture"));
        unseen(passed).forEach(rule -> lines.add("  " + rule + " is passed by no fixture"));
        for (Clause clause : edition.clauses()) {
            if (clause.judge() == Clause.Judge.RULES && rulesOf(clause).isEmpty()) {
                lines.add("  " + clause.id() + " has no rule and is not marked for a person");
            } else if (!rulesOf(clause).isEmpty() && rulesOf(clause).stream().noneMatch(violated::contains)) {
                lines.add("  " + clause.id() + " is a clause that no fixture violates");
            }
        }
        for (Named words : List.of(workloads, statuses, roles, noteTypes)) {
            words.unseen().forEach(word -> lines.add("  the " + words.thing() + " \"" + word + "\" is in no fixture"));
        }
        return lines;
    }

    private List<String> unseen(Set<String> seen) {
        return edition.rules().stream()
                .map(Rule::id)
                .filter(id -> !seen.contains(id))
                .toList();
    }

    private long count(Clause.Judge judge) {
        return edition.clauses().stream()
                .filter(clause -> judge == Clause.Judge.RULES ? !rulesOf(clause).isEmpty() : clause.judge() == judge)
                .count();
    }

    private List<String> rulesOf(Clause clause) {
        return edition.rules().stream()
                .filter(rule -> rule.clause().equals(clause.id()))
                .map(Rule::id)
                .toList();
    }
}
