package org.noteworthy.authoring.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Excerpt;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.language.parsing.RuleFile;
import org.noteworthy.playbooks.language.words.PlainWords;

/**
 * A rule as people want it told: what it says, the clause behind it, and how it came to be so.
 *
 * @param clause null if the edition's guidance has lost it
 * @param violatedWhen sentences all of which hold where the rule is violated
 * @param editions those that have a rule of this id, oldest first
 * @param changes what differs from one of them to the next, oldest first; editions that changed nothing are left out
 */
public record Explanation(
        Edition edition,
        Rule rule,
        @Nullable Clause clause,
        List<String> violatedWhen,
        List<String> editions,
        List<Changed> changes) {
    public Explanation {
        violatedWhen = List.copyOf(violatedWhen);
        editions = List.copyOf(editions);
        changes = List.copyOf(changes);
    }

    /**
     * What an edition changed.
     *
     * @param version the edition since which it is so
     * @param details such as {@code severity: error → warning}
     */
    public record Changed(String version, List<String> details) {
        public Changed {
            details = List.copyOf(details);
        }
    }

    /** Explains a rule of an edition, with its past and future in the other editions. */
    public static Explanation of(Library library, Playbook playbook, Rule rule) {
        List<String> editions = new ArrayList<>();
        List<Changed> changes = new ArrayList<>();
        Playbook before = null;
        for (String version : library.versions()) {
            Playbook now = library.serving(version).orElse(null);
            if (now == null) {
                continue;
            }
            List<String> details = before == null || editions.isEmpty() ? List.of() : details(before, now, rule.id());
            if (!details.isEmpty()) {
                changes.add(new Changed(version, details));
            }
            if (now.edition().rule(rule.id()).isPresent()) {
                editions.add(version);
            }
            before = now;
        }
        return new Explanation(
                playbook.edition(),
                rule,
                playbook.edition().clause(rule.clause()).orElse(null),
                violatedWhen(playbook, rule),
                editions,
                changes);
    }

    /** The condition of a rule in sentences, all of which hold where it is violated. */
    static List<String> violatedWhen(Playbook playbook, Rule rule) {
        String text = playbook.files()
                .text(rule.file(), new Diagnostics(playbook.edition().version()))
                .orElse("");
        return RuleFile.read(text).rules().stream()
                .filter(written -> written.name().equals(rule.id()))
                .findFirst()
                .map(written -> PlainWords.violatedWhen(written, playbook.tables()))
                .orElse(List.of());
    }

    private static List<String> details(Playbook from, Playbook to, String id) {
        Optional<Rule> before = from.edition().rule(id);
        Optional<Rule> after = to.edition().rule(id);
        if (before.isEmpty() || after.isEmpty()) {
            return before.isPresent() ? List.of("taken out") : after.isPresent() ? List.of("put in again") : List.of();
        }
        List<String> details = new ArrayList<>();
        Map<String, String> now = EditionDiff.said(after.get());
        EditionDiff.said(before.get()).forEach((part, was) -> {
            if (!part.equals(EditionDiff.CONDITION)) {
                compare(part, was, now.get(part), details);
            }
        });
        compareConditions(violatedWhen(from, before.get()), violatedWhen(to, after.get()), details);
        if (before.get().clause().equals(after.get().clause())) {
            compareClauses(from.edition(), to.edition(), after.get().clause(), details);
        }
        return details;
    }

    private static void compareConditions(List<String> was, List<String> is, List<String> details) {
        List<String> gone = without(was, is);
        List<String> come = without(is, was);
        if (gone.size() == 1 && come.size() == 1) {
            compare("violated when", gone.get(0), come.get(0), details);
            return;
        }
        gone.forEach(sentence -> details.add("violated when, without " + Excerpt.beginning(sentence)));
        come.forEach(sentence -> details.add("violated when, with " + Excerpt.beginning(sentence)));
    }

    private static List<String> without(List<String> sentences, List<String> others) {
        return sentences.stream().filter(sentence -> !others.contains(sentence)).toList();
    }

    private static void compareClauses(Edition from, Edition to, String id, List<String> details) {
        Map<String, String> was = from.clause(id).map(EditionDiff::said).orElse(Map.of());
        Map<String, String> now = to.clause(id).map(EditionDiff::said).orElse(Map.of());
        was.forEach((part, text) -> {
            if (now.containsKey(part)) {
                compare("clause, " + part, text, now.get(part), details);
            } else {
                details.add("clause, without " + Excerpt.beginning(part));
            }
        });
        now.keySet().stream()
                .filter(part -> !was.containsKey(part))
                .forEach(part -> details.add("clause, with " + Excerpt.beginning(part)));
    }

    private static void compare(String part, String was, @Nullable String now, List<String> details) {
        String is = Objects.requireNonNullElse(now, "");
        if (!was.equals(is)) {
            details.add(part + ": " + Excerpt.change(was, is));
        }
    }
}
