package org.noteworthy.authoring.lint;

import java.util.Locale;
import org.noteworthy.playbooks.edition.Severity;

/** What a diagnostic is about, under a word that stays the same. */
public enum Code {
    FOLDER(
            Severity.ERROR,
            "The folder, or a file that is not a rule, table, guidance or settings.",
            "The edition is refused, and no note is judged by it.",
            "Give the folder the name of the edition's first day, and make every file in it readable and no larger than"
                    + " the diagnostic says."),
    SETTINGS(
            Severity.ERROR,
            "Something wrong in playbook.yaml.",
            "The edition is refused, since its title, its first day or a limit cannot be told.",
            "Write each setting on a line of its own, as the other editions have it."),
    GUIDANCE(
            Severity.ERROR,
            "Something wrong in guidance.md.",
            "The edition is refused, since its rules could not cite their clauses.",
            "Begin each clause with a heading like \"## content.status — Status\", and list hashes as drift --hashes prints"
                    + " them."),
    TABLE(
            Severity.ERROR,
            "Something wrong in a table.",
            "The edition is refused: a cell is missing, stands there twice, or points at a row that is not there.",
            "Correct the cell that the diagnostic points at. Save tables as CSV in UTF-8."),
    RULE(
            Severity.ERROR,
            "Something wrong in a rule.",
            "The edition is refused, since a rule of it is not understood.",
            "Correct the word that the diagnostic points at; \"noteworthy vocabulary\" lists what a rule may say."),
    NEVER_FIRES(
            Severity.WARNING,
            "A rule that no note can violate.",
            "Its condition contradicts itself, or asks for a value that there is not.",
            "Change the condition, or remove the rule."),
    ALWAYS_FIRES(
            Severity.WARNING,
            "A rule that every note which it judges violates.",
            "Its condition is true of whatever is written.",
            "Change the condition, or remove the rule."),
    NO_EFFECT(
            Severity.WARNING,
            "A part of a condition that changes nothing.",
            "The rest of the condition says the same without it, so it was probably meant otherwise.",
            "Remove the part, or write what was meant."),
    STOPS_AT_LINE_END(
            Severity.WARNING,
            "A dot in a pattern that stops at a line end of a text with several lines.",
            "The pattern finds what it looks for in one line only, which is seldom meant.",
            "Begin the pattern with (?s) where a dot may stand for a line end too."),
    UNKNOWN_VALUE(
            Severity.WARNING,
            "A value in a rule that is in no table.",
            "No note can ever have it, so the comparison is always false, or always true.",
            "Write the value as the table has it, or add it there."),
    SAME_CONDITION(
            Severity.WARNING,
            "Two rules that the same notes violate.",
            "Whoever breaks one is told twice.",
            "Remove one of the two, or change its condition."),
    IMPLIED_RULE(
            Severity.WARNING,
            "A rule that is never violated without another one.",
            "Each note that it finds is found by the other rule as well.",
            "Leave out of it what the other rule tells already, or remove it."),
    TOO_LARGE(
            Severity.WARNING,
            "A condition that is too large to be looked through.",
            "The rule is used as it is; whether it can ever fire was not found out.",
            "Split the rule, if you want it looked through."),
    SWITCHED_OFF(
            Severity.WARNING,
            "A rule that is switched off.",
            "It says \"enabled false\" and judges nothing.",
            "Remove \"enabled false\", or the rule."),
    CLAUSE_WITHOUT_RULE(
            Severity.WARNING,
            "A clause that neither a rule nor a person judges.",
            "Nobody would notice a note that breaks it.",
            "Write a rule for it, or say who judges it: \"Judged by: a person.\" or \"Judged by: nobody.\""),
    REPEATED_ROW(
            Severity.WARNING,
            "A table row that says what another one says.",
            "Only the first of them is ever used.",
            "Remove one of the two."),
    SHADOWED_ROW(
            Severity.WARNING,
            "A name that is found in another row first.",
            "The row at which the diagnostic points is never reached by that name.",
            "Remove the name here or there."),
    LOOK_ALIKE(
            Severity.WARNING,
            "A name with letters of several scripts.",
            "What looks like one letter is another one, so whoever types the name as it looks does not reach this row.",
            "Type the name anew."),
    STATUS_BEGINS_STATUS(
            Severity.WARNING,
            "A status that is the beginning of another one.",
            "Whoever begins with the shorter and goes on so has chosen the longer.",
            "Word them so that none begins another."),
    UNUSED_ROWS(
            Severity.WARNING,
            "Table rows that no rule of the edition asks for.",
            "They change no verdict.",
            "Remove them, or write the rule that they are for."),
    UNUSED_TABLE(
            Severity.WARNING,
            "A table that nothing reads.",
            "Its name is none of those that an edition has, so its rows count for nothing.",
            "Rename it, or remove it."),
    UNREAD_FILE(
            Severity.WARNING,
            "A file that nothing reads.",
            "It is neither playbook.yaml nor guidance.md, a rule or a table.",
            "Rename it, or move it out of the edition."),
    UNKNOWN_LANGUAGE(
            Severity.WARNING,
            "Rows in a language without section labels.",
            "The language of a note is told by the labels of its sections, so nothing is ever found in these rows by it.",
            "Correct the language, or add its labels to tables/sections.csv."),
    MISSING_LANGUAGE(
            Severity.WARNING,
            "A table without rows in a language that has section labels.",
            "Notes in that language are recognised, and what they say is not understood by this table.",
            "Add the rows, or remove the labels from tables/sections.csv."),
    WAIVERS(
            Severity.ERROR,
            "Something wrong in waivers.csv.",
            "The waivers are refused as a whole, and those that were read before go on counting.",
            "Correct the row that the diagnostic points at: one rule, an engagement, a note or an author, and two days."),
    WAIVER_OF_UNKNOWN_RULE(
            Severity.ERROR,
            "A waiver of a rule that no edition has.",
            "It lets nothing stand, whatever it was meant for.",
            "Correct the name of the rule, or remove the row."),
    WAIVER_EXPIRED(
            Severity.WARNING,
            "A waiver that has expired.",
            "Its last day is over, so the violations that it let stand count again.",
            "Remove the row; or agree on it again, and add a row with the new days."),
    WAIVER_NOT_YET_VALID(
            Severity.WARNING,
            "A waiver that is not valid yet.",
            "Its first day is still to come, so it lets nothing stand.",
            "Wait for that day, or correct it."),
    DAMAGED_CONFIRMATION(
            Severity.WARNING,
            "Something wrong in tables/confirmations.csv.",
            "No note is judged by it, and the rule counts as not confirmed. Mostly a spreadsheet has rewritten a day or a"
                    + " hash.",
            "Write days like 2020-03-25, and hashes as \"noteworthy clauses\" shows them.");

    private final Severity severity;
    private final String about;
    private final String why;
    private final String wayOut;

    Code(Severity severity, String about, String why, String wayOut) {
        this.severity = severity;
        this.about = about;
        this.why = why;
        this.wayOut = wayOut;
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

    /** What it comes to. */
    public String why() {
        return why;
    }

    /** What to do about it. */
    public String wayOut() {
        return wayOut;
    }
}
