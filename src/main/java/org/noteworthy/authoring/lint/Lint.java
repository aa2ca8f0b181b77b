package org.noteworthy.authoring.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.noteworthy.playbooks.edition.Confirmation;
import org.noteworthy.playbooks.edition.Confirmations;
import org.noteworthy.playbooks.edition.Flaw;
import org.noteworthy.playbooks.edition.ReadRule;
import org.noteworthy.playbooks.edition.WrittenEdition;

/** Looks through an edition: everything for which it is refused, and warnings of what looks unintended in the rest. */
public final class Lint {
    private final WrittenEdition edition;
    private final Findings findings;
    private final Set<String> spoilt;

    private Lint(WrittenEdition edition) {
        this.edition = edition;
        findings = new Findings(edition.files());
        spoilt = edition.flaws().stream().map(Flaw::name).collect(Collectors.toSet());
    }

    /** All findings, sorted by place; compiles nothing and runs nothing of the edition. */
    public static List<Finding> of(WrittenEdition edition) {
        return new Lint(edition).look();
    }

    private List<Finding> look() {
        edition.flaws().forEach(flaw -> findings.add(new Finding(code(flaw), flaw)));
        List<ReadRule> sound = edition.rules().stream()
                .filter(rule -> !isSpoilt(rule.rule().file()))
                .toList();
        List<ReadRule> live =
                sound.stream().filter(rule -> rule.written().enabled()).toList();
        edition.files().unread().forEach(this::unread);
        Confirmations.of(edition.files())
                .doubts()
                .forEach(doubt -> findings.add(new Finding(Code.DAMAGED_CONFIRMATION, doubt)));
        new RuleDoubts(edition, findings).look(sound, live);
        new TableDoubts(edition, file -> !isSpoilt(file), findings).look();
        if (edition.rules().size() == sound.size()
                && edition.files().names().stream().noneMatch(this::isSpoiltRule)) {
            new Uses(edition, findings).look(live);
            confirmations(sound);
        }
        return findings.sorted();
    }

    /** Confirmations name rules that the edition has, switched off ones among them. */
    private void confirmations(List<ReadRule> rules) {
        Set<String> ids = rules.stream().map(rule -> rule.rule().id()).collect(Collectors.toCollection(TreeSet::new));
        for (Confirmation confirmation : Confirmations.of(edition.files()).rows()) {
            if (!ids.contains(confirmation.rule())) {
                findings.add(
                        Code.DAMAGED_CONFIRMATION,
                        Confirmation.FILE,
                        confirmation.line(),
                        1,
                        0,
                        "There is no rule \"" + confirmation.rule() + "\" in this edition."
                                + findings.insteadOf(confirmation.rule(), ids)
                                + " Correct the name, or remove the row.");
            }
        }
    }

    private void unread(String name) {
        findings.add(
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

    private Code code(Flaw flaw) {
        String file = flaw.name();
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
