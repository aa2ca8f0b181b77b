package org.noteworthy.checking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.notes.Note;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;

/** The rules of a playbook as a check looks them up: by name, with their texts taken apart. */
final class RuleBook {
    private final Edition edition;
    private final Scopes scopes;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, String> assumedRole;

    /** A rule, its place in the edition and its text. */
    record Entry(int index, Rule rule, Message message) {}

    RuleBook(Playbook playbook) {
        edition = playbook.edition();
        scopes = new Scopes(playbook);
        assumedRole = Map.of("role", playbook.parser().assumedRole());
        List<Rule> rules = edition.rules();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            entries.put(rule.id(), new Entry(i, rule, new Message(rule.message(), rule.fact())));
        }
    }

    Edition edition() {
        return edition;
    }

    int size() {
        return entries.size();
    }

    Map<String, String> assumedRole() {
        return assumedRole;
    }

    Scopes.Scope scope(Note note) {
        return scopes.of(note);
    }

    Entry entry(String rule) {
        Entry entry = entries.get(rule);
        if (entry == null) {
            throw new IllegalStateException("The engine holds a rule that the edition does not: " + rule);
        }
        return entry;
    }
}
