package org.noteworthy.bench;

import static org.noteworthy.bench.HandWrittenResult.always;
import static org.noteworthy.bench.HandWrittenResult.expected;
import static org.noteworthy.bench.HandWrittenResult.found;
import static org.noteworthy.playbooks.edition.Severity.ERROR;
import static org.noteworthy.playbooks.edition.Severity.WARNING;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.notes.Note;

/**
 * The rules of edition 2020-03-25 about single notes as somebody would write them by hand, without a rule engine: the
 * measure of how much the engine costs. It holds nothing that a policy owner could change.
 */
final class HandWrittenChecker {
    /** The rules that it knows. */
    static final Set<String> RULES = Set.of(
            "concern-nature",
            "covid-note-type",
            "covid-tag",
            "covid-tag-paused",
            "covid-tag-paused-status",
            "covid-tag-suspected",
            "entitlement-status",
            "executive-summary",
            "insight-id",
            "insight-id-suspected",
            "next-action-dated",
            "next-action-present",
            "next-action-upcoming",
            "role-known",
            "role-note-type",
            "section-label",
            "section-once",
            "section-order",
            "status-allowed",
            "status-brief",
            "status-present",
            "summary-present",
            "time-entry",
            "time-task-core",
            "time-task-known",
            "time-task-workload",
            "workload-format",
            "workload-known",
            "workload-prefix");

    private static final String EDITION = "2020-03-25";
    private static final int RULES_ABOUT_ENGAGEMENTS = 2;
    private static final Map<String, String> ASSUMED = Map.of("role", "FE");

    private final String digest;

    HandWrittenChecker(String digest) {
        this.digest = digest;
    }

    /** Judges a note that the playbook's parser has read. */
    Report check(Note note) {
        HandWrittenResult result = new HandWrittenResult(note);
        checkRole(note, result);
        checkCovid(note, result);
        boolean engineer = isEngineer(note.role().code());
        HandWrittenTemplateRules.check(note, engineer, result);
        checkTimeTask(note, engineer, result);
        Map<String, String> assumed = note.role().assumed() ? ASSUMED : Map.of();
        return result.report(EDITION, digest, RULES_ABOUT_ENGAGEMENTS, assumed);
    }

    private static boolean isEngineer(@Nullable String role) {
        return "FE".equals(role) || "SME".equals(role);
    }

    private static void checkRole(Note note, HandWrittenResult result) {
        boolean typed = note.record().noteType() != null;
        if (result.judges(true, true) && !note.role().known()) {
            result.violated(
                    "role-known",
                    ERROR,
                    "scope.roles",
                    note.role(),
                    spot -> "The role \"" + note.role().given() + "\" is not in this playbook. Use one of "
                            + expected(spot) + ".");
        }
        if (result.judges(true, typed)
                && note.role().known()
                && !note.noteType().ofRole()) {
            result.violated(
                    "role-note-type",
                    ERROR,
                    "scope.roles",
                    note.noteType(),
                    spot -> "The note type \"" + note.noteType().given() + "\" is not one that "
                            + note.role().code() + " uses. Record the note as " + expected(spot) + ".");
        }
        if (result.judges(true, typed)
                && note.covid().related()
                && note.role().known()
                && !note.noteType().forCovid()) {
            result.violated(
                    "covid-note-type",
                    ERROR,
                    "covid.role",
                    note.noteType().covidChoice(),
                    spot -> "This note is about an acceleration because of COVID-19, and "
                            + note.role().code() + " does not record those as \""
                            + note.noteType().given() + "\". Record it as " + expected(spot) + ".");
        }
        boolean status = !typed || "Enterprise Status".equals(note.noteType().name());
        if (result.judges("FTA".equals(note.role().code()) && status, typed)
                && note.covid().related()
                && !note.covid().taggedInExecutiveSummary()
                && (note.covid().tagged() || !note.deployment().halted())) {
            result.violated(
                    "executive-summary",
                    ERROR,
                    "covid.role.fta",
                    note.executiveSummary(),
                    always(
                            "#covid is not inside the EXECUTIVE SUMMARY section. Write the acceleration and #covid into that section."));
        }
    }

    private static void checkCovid(Note note, HandWrittenResult result) {
        boolean tagged = note.covid().tagged();
        boolean halted = note.deployment().halted();
        if (result.judges(true, note.covidAccelerationKnown()) && note.covidAccelerated() && !halted && !tagged) {
            result.violated(
                    "covid-tag",
                    ERROR,
                    "covid.tag",
                    note.covid().missingTag(),
                    always(
                            "The customer accelerates because of COVID-19, and the note does not carry #covid. Add the tag exactly so."));
        }
        if (result.judges(true, true)
                && note.covid().mentioned()
                && !tagged
                && !note.covidAccelerationKnown()
                && !halted) {
            result.violated(
                    "covid-tag-suspected",
                    WARNING,
                    "covid.tag",
                    note.covid().mention(),
                    spot -> "The note mentions \"" + found(spot)
                            + "\" and does not carry #covid. If the customer accelerates because of"
                            + " COVID-19, add #covid; if not, record covidAccelerated as false.");
        }
        if (result.judges(true, note.deployment().known()) && halted && tagged) {
            result.violated(
                    "covid-tag-paused",
                    ERROR,
                    "covid.pause",
                    note.covid().tags(),
                    spot -> "The customer asked for the deployment to be "
                            + note.deployment().given()
                            + ", and the note carries " + found(spot)
                            + ". Remove the tag and update the entitlement status (L1/L2/L3) instead.");
        }
        if (result.judges(isEngineer(note.role().code()), true)
                && !note.deployment().known()
                && "paused".equals(note.status().selected())
                && tagged) {
            result.violated(
                    "covid-tag-paused-status",
                    WARNING,
                    "covid.pause",
                    note.status(),
                    always(
                            "STATUS says that the customer is paused, and the note carries #covid. If the customer asked to pause or"
                                    + " stop, remove the tag; if not, record deployment as active."));
        }
        boolean known = note.deployment().known() && note.record().entitlementStatus() != null;
        if (result.judges(true, known)
                && halted
                && (!note.entitlement().complete() || !note.entitlement().fitsPause())) {
            result.violated(
                    "entitlement-status",
                    ERROR,
                    "covid.entitlement-status",
                    note.entitlement(),
                    spot -> "The deployment is " + note.deployment().given()
                            + ", and the entitlement status does not say so. Set L1 to one of " + expected(spot)
                            + ", and fill in L2 and L3.");
        }
    }

    private static void checkTimeTask(Note note, boolean engineer, HandWrittenResult result) {
        boolean given = note.record().timeTask() != null;
        boolean outside = note.timeTask().outside();
        boolean known = note.timeTask().known();
        if (result.judges(engineer, given) && outside) {
            result.violated(
                    "time-entry",
                    ERROR,
                    "location.time",
                    note.timeTask(),
                    always(
                            "The note was recorded outside the Time section. Record it there, under the time tracking task of its"
                                    + " workload."));
        }
        if (result.judges(engineer, given) && !outside && !known) {
            result.violated(
                    "time-task-known",
                    WARNING,
                    "location.time-task",
                    note.timeTask(),
                    always("The time tracking task \"" + note.timeTask().given()
                            + "\" is not in the portal's list. Name the task of the workload in the prefix."));
        }
        if (result.judges(engineer, given)
                && known
                && !note.prefix().withCore()
                && !note.timeTask().ofPrefix()) {
            result.violated(
                    "time-task-workload",
                    ERROR,
                    "location.workload-task",
                    note.timeTask(),
                    spot -> "The task \"" + note.timeTask().given()
                            + "\" is of none of the workloads in the prefix. Record the note under " + expected(spot)
                            + ", or correct the prefix.");
        }
        if (result.judges(engineer, given)
                && !outside
                && (note.prefix().core() || note.activity().core())
                && !note.timeTask().core()) {
            result.violated(
                    "time-task-core",
                    ERROR,
                    "location.core",
                    note.timeTask(),
                    spot -> "Work that fits no single workload is recorded under " + expected(spot) + ", not under \""
                            + note.timeTask().given() + "\".");
        }
    }
}
