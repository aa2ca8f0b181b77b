package org.noteworthy.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.noteworthy.notes.Deployment;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.Tables.RoleNoteTypeRow;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.StatusRow;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WorkloadRow;

/**
 * A way to break one rule.
 *
 * @param area part of the note that it changes; two slips in one area would undo each other
 * @param fits whether the rule binds the note
 * @param spoil makes a clean note break the rule
 */
record Slip(String rule, String area, Predicate<Draft> fits, Consumer<Draft> spoil) {
    private static final List<String> STRANGE_ROLES = List.of("Program Manager", "FTX", "FastTrak Enginer", "CSM");
    private static final List<String> STRANGE_TASKS = List.of("Skype Time", "Exchnge Time", "Admin", "Travel Time");

    /** One for each rule about single notes. */
    static final List<Slip> ALL = List.of(
            any("role-known", "role", draft -> draft.roleGiven = draft.words.any(STRANGE_ROLES)),
            any("role-note-type", "covid", Slip::foreignNoteType),
            new Slip("covid-note-type", "covid", draft -> !types(draft, false).isEmpty(), draft -> {
                accelerate(draft);
                draft.noteType = draft.words.any(types(draft, false));
            }),
            new Slip("executive-summary", "covid", draft -> draft.role.equals("FTA"), draft -> {
                accelerate(draft);
                draft.deployment = null;
                draft.tagged = false;
                draft.head = draft.sentences(1) + " " + draft.words.tag();
            }),
            any("covid-tag", "covid", draft -> {
                accelerate(draft);
                draft.deployment = Deployment.ACTIVE;
                draft.tagged = false;
                draft.tail += draft.words.chance(40)
                        ? " "
                                + draft.words.any(
                                        draft.words.tables().tags().get(0).insteadOf())
                        : "";
            }),
            any("covid-tag-suspected", "covid", draft -> {
                draft.covidAccelerated = null;
                draft.deployment = null;
                draft.tagged = false;
                draft.tail += " " + draft.words.word(WordKind.COVID, draft.prose.language());
            }),
            any("covid-tag-paused", "covid", draft -> {
                accelerate(draft);
                draft.deployment = draft.words.chance(60) ? Deployment.PAUSED : Deployment.STOPPED;
                draft.entitlement = null;
                draft.tagged = true;
            }),
            template("covid-tag-paused-status", "covid", draft -> {
                accelerate(draft);
                draft.deployment = null;
                draft.write(SectionKind.STATUS, status(draft, "paused").label());
            }),
            any("entitlement-status", "covid", draft -> {
                draft.covidAccelerated = false;
                draft.tagged = false;
                draft.deployment = Deployment.PAUSED;
                draft.entitlement = draft.words.chance(50)
                        ? new EntitlementStatus("In Progress", "Customer timeline", "Revisit next quarter")
                        : new EntitlementStatus("Blocked", "", null);
            }),
            template(
                    "workload-prefix",
                    "prefix",
                    draft -> draft.head = draft.words.chance(50) ? "" : draft.sentences(1)),
            template("workload-known", "prefix", draft -> {
                String code = draft.workloads.get(0).code();
                draft.head = draft.words.chance(50) ? "[" + code + "L]" : "[SKYPE]";
            }),
            template("workload-format", "prefix", draft -> draft.head = loosePrefix(draft)),
            template("status-present", "status", draft -> drop(draft, SectionKind.STATUS)),
            template("summary-present", "summary", draft -> drop(draft, SectionKind.SUMMARY)),
            template("next-action-present", "action", draft -> drop(draft, SectionKind.NEXT_ACTION)),
            template("status-allowed", "status", draft -> draft.write(SectionKind.STATUS, otherStatus(draft))),
            template("status-brief", "status", draft -> {
                StringBuilder told = new StringBuilder(draft.content(SectionKind.STATUS));
                while (told.length() <= draft.words.tables().settings().statusCharacters()) {
                    told.append(". ").append(draft.sentences(1));
                }
                draft.write(SectionKind.STATUS, told.toString());
            }),
            template(
                    "next-action-dated",
                    "action",
                    draft -> draft.write(SectionKind.NEXT_ACTION, draft.words.any(draft.prose.actions()))),
            template("next-action-upcoming", "action", draft -> {
                draft.writtenOn = draft.day;
                String past =
                        draft.date(draft.day.minusDays(1 + draft.words.random().nextInt(20)));
                draft.write(SectionKind.NEXT_ACTION, draft.words.any(draft.prose.actions()) + draft.gap() + past);
            }),
            template(
                    "concern-nature",
                    "concerns",
                    draft -> draft.write(SectionKind.CONCERNS, draft.words.any(draft.prose.worries()))),
            template(
                    "insight-id",
                    "concerns",
                    draft -> draft.write(
                            SectionKind.CONCERNS,
                            draft.words.nature(draft.prose.language(), true) + " - "
                                    + draft.words.any(draft.prose.worries()))),
            template("insight-id-suspected", "concerns", draft -> {
                String defect = draft.words.word(WordKind.DEFECT, draft.prose.language());
                draft.write(SectionKind.CONCERNS, draft.words.workload().name() + " " + defect + ".");
            }),
            template(
                    "section-label",
                    "sections",
                    draft -> draft.labels.put(
                            SectionKind.NEXT_ACTION,
                            draft.words.insteadOfLabel(SectionKind.NEXT_ACTION, draft.prose.language()))),
            template("section-order", "sections", draft -> Collections.swap(draft.sections, 0, 1)),
            template("section-once", "sections", draft -> draft.sections.add(draft.words.any(draft.sections))),
            template("time-entry", "time", draft -> draft.timeTask = ""),
            template("time-task-known", "time", draft -> draft.timeTask = draft.words.any(STRANGE_TASKS)),
            new Slip(
                    "time-task-workload",
                    "time",
                    draft -> draft.templated() && draft.workloads.stream().noneMatch(WorkloadRow::core),
                    draft -> draft.timeTask = draft.words.taskOfNone(draft.workloads)),
            new Slip(
                    "time-task-core",
                    "time",
                    draft -> draft.templated()
                            && (draft.coreTopic || draft.workloads.stream().allMatch(WorkloadRow::core)),
                    draft -> draft.timeTask = draft.words.taskOfNone(List.of())));

    private static Slip any(String rule, String area, Consumer<Draft> spoil) {
        return new Slip(rule, area, draft -> true, spoil);
    }

    private static Slip template(String rule, String area, Consumer<Draft> spoil) {
        return new Slip(rule, area, Draft::templated, spoil);
    }

    private static List<String> types(Draft draft, boolean covid) {
        return draft.words.noteTypes(draft.role, row -> row.covid() == covid);
    }

    private static StatusRow status(Draft draft, String key) {
        return draft.words.status(key, draft.prose.language());
    }

    /** The customer accelerates, and the note says so in the right note type. */
    private static void accelerate(Draft draft) {
        draft.covidAccelerated = true;
        draft.tagged = !draft.halted();
        draft.noteType = types(draft, true).get(0);
    }

    private static void foreignNoteType(Draft draft) {
        List<String> own = draft.words.noteTypes(draft.role, row -> true);
        draft.noteType = draft.words
                .any(draft.words.tables().roleNoteTypes(), (RoleNoteTypeRow row) -> !own.contains(row.noteType()))
                .noteType();
    }

    private static String loosePrefix(Draft draft) {
        String code = draft.workloads.get(0).code();
        return switch (draft.words.random().nextInt(4)) {
            case 0 -> code;
            case 1 -> "[" + code.toLowerCase(Locale.ROOT) + "]";
            case 2 -> "[ " + code + " ]";
            default -> "[" + code + ", " + draft.words.workload().code() + "]";
        };
    }

    /** Leaves a section out, or its content, or half of its label. */
    private static void drop(Draft draft, SectionKind kind) {
        switch (draft.words.random().nextInt(3)) {
            case 0 -> draft.sections.remove(kind);
            case 1 -> draft.contents.put(kind, "");
            default -> {
                String label = draft.words.label(kind, draft.prose.language());
                draft.labels.put(kind, label.substring(0, label.length() / 2));
            }
        }
    }

    private static String otherStatus(Draft draft) {
        StatusRow row = status(draft, "on-track");
        return switch (draft.words.random().nextInt(3)) {
            case 0 -> row.insteadOf().isEmpty() ? row.label() + "q" : draft.words.any(row.insteadOf());
            case 1 -> row.label().substring(0, row.label().length() - 1) + "q";
            default -> draft.words.any(draft.prose.worries());
        };
    }
}
