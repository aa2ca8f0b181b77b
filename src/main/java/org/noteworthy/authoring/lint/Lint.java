package org.noteworthy.authoring.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.noteworthy.playbooks.edition.Confirmation;
import org.noteworthy.playbooks.edition.Confirmations;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.ReadRule;
import org.noteworthy.playbooks.edition.WrittenEdition;

/** Looks through an edition: everything for which it is refused, and warnings of what looks unintended in the rest. */
public final class Lint {
    private final WrittenEdition edition;
    private final LintDiagnostics diagnostics;
    private final Set<String> spoilt;

    private Lint(WrittenEdition edition) {
        this.edition = edition;
        diagnostics = new LintDiagnostics(edition.files());
        spoilt = edition.diagnostics().stream().map(Diagnostic::name).collect(Collectors.toSet());
    }

    /** All diagnostics, sorted by place; compiles nothing and runs nothing of the edition. */
    public static List<LintDiagnostic> of(WrittenEdition edition) {
        return new Lint(edition).look();
    }

    private List<LintDiagnostic> look() {
        edition.diagnostics().forEach(diagnostic -> diagnostics.add(new LintDiagnostic(code(diagnostic), diagnostic)));
        List<ReadRule> sound = edition.rules().stream()
                .filter(rule -> !isSpoilt(rule.rule().file()))
                .toList();
        List<ReadRule> live =
                sound.stream().filter(rule -> rule.written().enabled()).toList();
        edition.files().unread().forEach(this::unread);
        Confirmations.of(edition.files())
                .diagnostics()
                .forEach(damage -> diagnostics.add(new LintDiagnostic(Code.DAMAGED_CONFIRMATION, damage)));
        new RuleChecks(edition, diagnostics).look(sound, live);
        new TableChecks(edition, file -> !isSpoilt(file), diagnostics).look();
        if (edition.rules().size() == sound.size()
                && edition.files().names().stream().noneMatch(this::isSpoiltRule)) {
            new Uses(edition, diagnostics).look(live);
            confirmations(sound);
        }
        return diagnostics.sorted();
    }

    /** Confirmations name rules that the edition has, switched off ones among them. */
    private void confirmations(List<ReadRule> rules) {
        Set<String> ids = rules.stream().map(rule -> rule.rule().id()).collect(Collectors.toCollection(TreeSet::new));
        for (Confirmation confirmation : Confirmations.of(edition.files()).rows()) {
            if (!ids.contains(confirmation.rule())) {
                diagnostics.add(
                        Code.DAMAGED_CONFIRMATION,
                        Confirmation.FILE,
                        confirmation.line(),
                        1,
                        0,
                        "There is no rule \"" + confirmation.rule() + "\" in this edition."
                                + diagnostics.insteadOf(confirmation.rule(), ids)
                                + " Correct the name, or remove the row.");
            }
        }
    }

    private void unread(String name) {
        diagnostics.add(
                Code.UNREAD_FILE,
                name,
                0,
                0,
                0,
                "Nothing reads this. An edition is made of playbook.yaml, guidance.md, rules that end in .drl, and tables"
                        + " that lie in tables/ and end in .csv, all in small letters. Rename it, or move it elsewhere.");
    }

    private boolean isSpoilt(String file) {
        return spoilt.contains(file);
    }

    private boolean isSpoiltRule(String file) {
        return file.endsWith(".drl") && isSpoilt(file);
    }

    private Code code(Diagnostic diagnostic) {
        String file = diagnostic.name();
        if (file.endsWith(".drl")) {
            return Code.RULE;
        }
        return switch (file) {
            case "playbook.yaml" -> Code.SETTINGS;
            case "guidance.md" -> Code.GUIDANCE;
            default -> file.startsWith("tables/") ? Code.TABLE : Code.FOLDER;
        };
    }
}
