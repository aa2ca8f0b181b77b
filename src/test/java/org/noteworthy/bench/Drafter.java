package org.noteworthy.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.noteworthy.notes.DateWordKind;
import org.noteworthy.notes.Deployment;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.Tables.CoreTopicRow;
import org.noteworthy.notes.Tables.EntitlementRow;
import org.noteworthy.notes.Tables.RoleRow;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WorkloadRow;

/** Makes notes that break no rule: of all roles, languages and workloads, with fields known and unknown. */
final class Drafter {
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 3, 25);
    private static final List<String> ACTIVITIES =
            List.of("Workshop", "Check-in call", "Migration review", "Pilot kick-off", "Training");

    private final Words words;

    Drafter(Words words) {
        this.words = words;
    }

    Draft draft() {
        Draft draft =
                new Draft(words, language(), FIRST_DAY.plusDays(words.random().nextInt(45)));
        role(draft);
        people(draft);
        customer(draft);
        noteType(draft);
        if (draft.templated()) {
            workloads(draft);
            template(draft);
            timeTask(draft);
        } else {
            freely(draft);
        }
        draft.lineEnd = words.chance(10) ? "\r\n" : "\n";
        return draft;
    }

    private Prose language() {
        int drawn = words.random().nextInt(100);
        int sum = 0;
        for (Prose prose : Prose.ALL) {
            sum += prose.weight();
            if (drawn < sum) {
                return prose;
            }
        }
        throw new IllegalStateException("The weights of the languages add up to " + sum + " instead of 100");
    }

    private void role(Draft draft) {
        int drawn = words.random().nextInt(100);
        draft.role = drawn < 65
                ? "FE"
                : drawn < 85
                        ? "SME"
                        : drawn < 89 ? "FTM" : drawn < 92 ? "GMFTA" : drawn < 95 ? "MVM" : drawn < 98 ? "FTA" : "GWM";
        RoleRow row = words.role(draft.role);
        if (draft.role.equals("FE") && words.chance(25)) {
            return;
        }
        draft.roleGiven = words.chance(85)
                ? row.code()
                : words.chance(50) ? row.name() : row.code().toLowerCase(Locale.ROOT);
    }

    private void people(Draft draft) {
        draft.writtenOn = words.chance(92) ? draft.day : null;
        draft.author =
                words.chance(90) ? words.any(List.of("a.meyer", "j.ortiz", "k.sato", "l.silva", "m.chen")) : null;
        draft.engagement = words.chance(80) ? "E-" + (1000 + words.random().nextInt(900)) : null;
        draft.interaction = words.chance(75) ? "I-" + (10000 + words.random().nextInt(90000)) : null;
    }

    private void customer(Draft draft) {
        int drawn = words.random().nextInt(100);
        draft.deployment = drawn < 50
                ? null
                : drawn < 92 ? Deployment.ACTIVE : drawn < 97 ? Deployment.PAUSED : Deployment.STOPPED;
        drawn = words.random().nextInt(100);
        draft.covidAccelerated = drawn < 60 ? null : drawn >= 92;
        boolean accelerated = Boolean.TRUE.equals(draft.covidAccelerated);
        draft.tagged = !draft.halted() && (accelerated || draft.covidAccelerated == null && words.chance(12));
        if (words.chance(35)) {
            draft.entitlement = entitlement(draft.halted());
        }
    }

    private EntitlementStatus entitlement(boolean halted) {
        EntitlementRow first = words.any(
                words.tables().entitlements(), row -> row.level().equals("L1") && (row.fitsPause() || !halted));
        return new EntitlementStatus(first.value(), "Customer timeline", halted ? "Revisit next quarter" : null);
    }

    private void noteType(Draft draft) {
        if (words.chance(75)) {
            boolean related = draft.tagged || Boolean.TRUE.equals(draft.covidAccelerated);
            draft.noteType = words.any(words.noteTypes(draft.role, row -> row.covid() || !related));
        }
    }

    private void workloads(Draft draft) {
        int drawn = words.random().nextInt(100);
        if (drawn < 10) {
            draft.workloads = List.of(words.core());
        } else {
            List<WorkloadRow> chosen = new ArrayList<>();
            while (chosen.size() < (drawn < 85 ? 1 : drawn < 97 ? 2 : 3)) {
                WorkloadRow workload = words.workload();
                if (!chosen.contains(workload)) {
                    chosen.add(workload);
                }
            }
            draft.workloads = chosen;
        }
        draft.head = draft.prefix();
        if (words.chance(50)) {
            draft.coreTopic = words.chance(15);
            draft.activity = draft.coreTopic
                    ? words.any(words.tables().coreTopics(), (CoreTopicRow row) -> true)
                            .topic()
                    : words.any(ACTIVITIES);
        }
    }

    private void timeTask(Draft draft) {
        if (words.chance(70)) {
            draft.timeTask = fittingTask(draft);
        }
    }

    /** A task under which the note may be recorded, in one of its names. */
    private String fittingTask(Draft draft) {
        WorkloadRow workload = words.any(draft.workloads);
        String task = workload.timeTask();
        if (draft.coreTopic || workload.core() || task == null) {
            return words.coreTask();
        }
        return words.chance(80) ? task : words.chance(50) ? workload.code() : task.substring(0, task.lastIndexOf(' '));
    }

    private void template(Draft draft) {
        Prose prose = draft.prose;
        draft.section(SectionKind.STATUS, status(draft));
        draft.section(
                SectionKind.SUMMARY,
                draft.sentences(prose.full() ? 5 : 2 + words.random().nextInt(2)));
        draft.section(SectionKind.NEXT_ACTION, words.any(prose.actions()) + (prose.full() ? "、" : ", ") + when(draft));
        if (words.chance(85)) {
            draft.section(SectionKind.CONCERNS, concerns(draft));
        }
    }

    private String status(Draft draft) {
        int drawn = words.random().nextInt(100);
        boolean mayPause = !draft.tagged || draft.deployment != null;
        String key = drawn < 65 || drawn >= 90 && !mayPause
                ? "on-track"
                : drawn < 80 ? "pending-customer" : drawn < 90 ? "pending-internal" : "paused";
        String label = words.status(key, draft.prose.language()).label();
        return words.chance(30) ? label : label + (draft.prose.full() ? "、" : ", ") + words.any(draft.prose.tails());
    }

    private String when(Draft draft) {
        if (words.chance(60)) {
            return draft.date(draft.day.plusDays(1 + words.random().nextInt(30)));
        }
        DateWordKind kind = words.chance(75) ? DateWordKind.RELATIVE_DAY : DateWordKind.RECURRENCE;
        return words.dateWord(kind, draft.prose.language());
    }

    private String concerns(Draft draft) {
        String language = draft.prose.language();
        if (words.chance(55)) {
            return words.word(WordKind.NONE, language);
        }
        boolean firstParty = words.chance(20);
        String concern = words.nature(language, firstParty) + " - " + words.any(draft.prose.worries());
        return firstParty ? concern + " " + insight(language) : concern;
    }

    private String insight(String language) {
        return words.word(WordKind.INSIGHT, language) + " "
                + (2000 + words.random().nextInt(3000));
    }

    private void freely(Draft draft) {
        int count = draft.prose.full() ? 8 : 4;
        String type = draft.noteType;
        if (draft.role.equals("FTA") && (type == null || type.equals("Enterprise Status"))) {
            draft.section(SectionKind.EXECUTIVE_SUMMARY, draft.sentences(count / 2));
            draft.tail = draft.sentences(count / 2);
        } else {
            draft.tail = draft.sentences(count);
        }
    }
}
