package org.noteworthy.bench;

import static org.noteworthy.bench.HandWrittenResult.always;
import static org.noteworthy.bench.HandWrittenResult.expected;
import static org.noteworthy.bench.HandWrittenResult.found;
import static org.noteworthy.playbooks.edition.Severity.ERROR;
import static org.noteworthy.playbooks.edition.Severity.INFO;
import static org.noteworthy.playbooks.edition.Severity.WARNING;

import org.noteworthy.notes.Note;

/** The hand-written rules about the text of a note that is written by the template. */
final class HandWrittenTemplateRules {
    private HandWrittenTemplateRules() {}

    static void check(Note note, boolean engineer, HandWrittenResult result) {
        checkPrefix(note, engineer, result);
        checkStatus(note, engineer, result);
        checkSections(note, engineer, result);
        checkNextAction(note, engineer, result);
        checkConcerns(note, engineer, result);
    }

    private static void checkPrefix(Note note, boolean engineer, HandWrittenResult result) {
        if (result.judges(engineer, true) && !note.prefix().present()) {
            result.violated(
                    "workload-prefix",
                    ERROR,
                    "content.workload",
                    note.prefix().missing(),
                    always(
                            "The first line does not start with a workload. Start it with the code in brackets, e.g. [EXO], or"
                                    + " [CORE] if no workload fits."));
        }
        boolean known = note.prefix().known();
        if (result.judges(engineer, true) && note.prefix().present() && !known) {
            result.violated(
                    "workload-known",
                    ERROR,
                    "content.workload",
                    note.prefix().unknownCodes(),
                    spot -> "\"" + found(spot) + "\" is not a workload of this playbook. Use one of " + expected(spot)
                            + ".");
        }
        if (result.judges(engineer, true) && known && !note.prefix().exact()) {
            result.violated(
                    "workload-format",
                    WARNING,
                    "content.workload",
                    note.prefix(),
                    spot -> "The workload is written as \"" + found(spot) + "\". Write " + expected(spot)
                            + ": the code alone in square brackets, several joined by + without blanks.");
        }
    }

    private static void checkStatus(Note note, boolean engineer, HandWrittenResult result) {
        boolean present = note.status().present();
        if (result.judges(engineer, true) && !present) {
            result.violated(
                    "status-present",
                    ERROR,
                    "content.status",
                    note.status().missing(),
                    always("The note has no STATUS, or an empty one. Add a line like \"STATUS: On track, …\"."));
        }
        if (result.judges(engineer, true) && present && !note.status().allowed()) {
            result.violated(
                    "status-allowed",
                    ERROR,
                    "content.status",
                    note.status().opening(),
                    spot -> "STATUS starts with \"" + found(spot) + "\". Start it with one of: " + expected(spot)
                            + ".");
        }
        int length = note.status().length();
        int limit = note.limits().statusCharacters();
        if (result.judges(engineer, true) && length > limit) {
            result.violated(
                    "status-brief",
                    INFO,
                    "content.status",
                    note.status(),
                    always("STATUS has " + length + " characters; a brief statement has at most " + limit
                            + ". Move the details to SUMMARY."));
        }
    }

    private static void checkSections(Note note, boolean engineer, HandWrittenResult result) {
        if (result.judges(engineer, true) && !note.summary().present()) {
            result.violated(
                    "summary-present",
                    ERROR,
                    "content.summary",
                    note.summary().missing(),
                    always(
                            "The note has no SUMMARY, or an empty one. Add a line \"SUMMARY: …\" that says what was done in this"
                                    + " interaction."));
        }
        if (result.judges(engineer, true) && !note.sections().wellNamed()) {
            result.violated(
                    "section-label",
                    WARNING,
                    "content.template",
                    note.sections().misnamed(),
                    spot -> found(spot) + " is read as " + spot.nearest() + ", but is no label of the template. Write "
                            + spot.nearest() + "; a remark goes in brackets behind it.");
        }
        if (result.judges(engineer, true) && !note.sections().once()) {
            result.violated(
                    "section-once",
                    WARNING,
                    "content.template",
                    note.sections().repeats(),
                    spot -> found(spot) + " is given more than once. Put everything under one label.");
        }
        if (result.judges(engineer, true) && !note.sections().inOrder()) {
            result.violated(
                    "section-order",
                    WARNING,
                    "content.template",
                    note.sections().outOfOrder(),
                    spot -> found(spot) + " is out of order. The order is " + expected(spot) + ".");
        }
    }

    private static void checkNextAction(Note note, boolean engineer, HandWrittenResult result) {
        boolean present = note.nextAction().present();
        if (result.judges(engineer, true) && !present) {
            result.violated(
                    "next-action-present",
                    ERROR,
                    "content.next-action",
                    note.nextAction().missing(),
                    always(
                            "The note has no NEXT ACTION, or an empty one. Add a line \"NEXT ACTION: …\" that says what happens next"
                                    + " and when."));
        }
        if (result.judges(engineer, true) && present && !note.nextAction().dated()) {
            result.violated(
                    "next-action-dated",
                    ERROR,
                    "content.next-action",
                    note.nextAction().lookalike(),
                    always(note.nextAction().whyUndated()
                            + " Add a date, a weekday, a month or words like \"next week\" or \"weekly\"."));
        }
        if (result.judges(engineer, note.record().writtenOn() != null)
                && note.nextAction().past()) {
            result.violated(
                    "next-action-upcoming",
                    WARNING,
                    "content.next-action",
                    note.nextAction(),
                    always(note.nextAction().whyPast() + " Give the date of what comes next."));
        }
    }

    private static void checkConcerns(Note note, boolean engineer, HandWrittenResult result) {
        boolean natured = note.concerns().natured();
        boolean cited = note.concerns().insightCited();
        if (result.judges(engineer, true)
                && note.concerns().present()
                && !note.concerns().none()
                && !natured) {
            result.violated(
                    "concern-nature",
                    INFO,
                    "content.concerns",
                    note.concerns(),
                    always(
                            "The nature of the concern does not show. Say whether it is 1st party software, 3rd party software or"
                                    + " hardware, a business concern, security, project resources or funding."));
        }
        if (result.judges(engineer, true) && note.concerns().firstParty() && !cited) {
            result.violated(
                    "insight-id",
                    ERROR,
                    "content.insight",
                    note.concerns().firstPartyWords(),
                    always(
                            "A first-party software concern needs its FTC Insight ID. Add it to CONCERNS, e.g. \"Insight ID:"
                                    + " 2925\"."));
        }
        if (result.judges(engineer, true)
                && note.concerns().namesProduct()
                && note.concerns().namesDefect()
                && !natured
                && !cited) {
            result.violated(
                    "insight-id-suspected",
                    WARNING,
                    "content.insight",
                    note.concerns().defectWords(),
                    spot -> "CONCERNS reads like a defect of first-party software (\"" + found(spot)
                            + "\"). If it is one, say so and add the FTC Insight ID, e.g. \"Insight ID: 2925\"; if not, name"
                            + " the nature of the concern.");
        }
    }
}
