package org.noteworthy.playbooks.lint;

import java.util.Locale;
import org.noteworthy.playbooks.Severity;

/** What a finding is about, under a word that stays the same. */
public enum Code {
    FOLDER(Severity.ERROR, "The folder, or a file that is no rule, table, guidance or settings."),
    SETTINGS(Severity.ERROR, "Something wrong in playbook.yaml."),
    GUIDANCE(Severity.ERROR, "Something wrong in guidance.md."),
    TABLE(Severity.ERROR, "Something wrong in a table."),
    RULE(Severity.ERROR, "Something wrong in a rule."),
    NEVER_FIRES(Severity.WARNING, "A rule that no note can violate."),
    ALWAYS_FIRES(Severity.WARNING, "A rule that every note which it judges violates."),
    NO_EFFECT(Severity.WARNING, "A part of a condition that changes nothing."),
    STOPS_AT_LINE_END(Severity.WARNING, "A dot in a pattern that stops at a line end of a text with several lines."),
    UNKNOWN_VALUE(Severity.WARNING, "A value in a rule that is in no table."),
    SAME_CONDITION(Severity.WARNING, "Two rules that the same notes violate."),
    IMPLIED_RULE(Severity.WARNING, "A rule that is never violated without another one."),
    TOO_LARGE(Severity.WARNING, "A condition that is too large to be looked through."),
    SWITCHED_OFF(Severity.WARNING, "A rule that is switched off."),
    NO_WAY_OUT(Severity.WARNING, "A message that does not say what to do."),
    CLAUSE_WITHOUT_RULE(Severity.WARNING, "A clause that neither a rule nor a person judges."),
    REPEATED_ROW(Severity.WARNING, "A table row that says what another one says."),
    SHADOWED_ROW(Severity.WARNING, "A name that is found in another row first."),
    STATUS_BEGINS_STATUS(Severity.WARNING, "A status that is the beginning of another one."),
    UNUSED_ROWS(Severity.WARNING, "Table rows that no rule of the edition asks for."),
    UNUSED_TABLE(Severity.WARNING, "A table that nothing reads."),
    UNREAD_FILE(Severity.WARNING, "A file that nothing reads."),
    UNKNOWN_LANGUAGE(Severity.WARNING, "A row in a language without section labels.");

    private final Severity severity;
    private final String about;

    Code(Severity severity, String about) {
        this.severity = severity;
        this.about = about;
    }

    /** The word for it, such as {@code never-fires}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Error for what is refused, warning for what only looks unintended. */
    public Severity severity() {
        return severity;
    }

    /** One sentence for people. */
    public String about() {
        return about;
    }
}
