package org.noteworthy.authoring.form;

import java.text.Normalizer;
import java.util.List;

/**
 * A rule as a form shows it. Whatever fields hold is in one form of composition, so that two forms that print the same are
 * equal.
 *
 * @param comment the lines above the rule, without the signs before them
 * @param severity a word such as {@code error}; empty where the rule does not say
 * @param clause id of the clause that it stands for; empty where the rule does not say
 * @param facts what it looks for, the first of which it judges
 */
public record RuleForm(
        List<String> comment,
        String name,
        String severity,
        String clause,
        List<String> roles,
        List<String> noteTypes,
        List<String> needs,
        boolean enabled,
        List<FormFact> facts,
        FormReport report) {
    public RuleForm {
        comment = comment.stream().map(line -> composed(line).stripTrailing()).toList();
        name = composed(name);
        severity = composed(severity);
        clause = composed(clause);
        roles = items(roles);
        noteTypes = items(noteTypes);
        needs = items(needs);
        facts = List.copyOf(facts);
    }

    private static List<String> items(List<String> values) {
        return values.stream()
                .map(value -> composed(value).strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
