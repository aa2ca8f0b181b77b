package org.noteworthy.bench;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.noteworthy.notes.DateWordKind;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.DateWordRow;
import org.noteworthy.notes.Tables.NatureRow;
import org.noteworthy.notes.Tables.RoleNoteTypeRow;
import org.noteworthy.notes.Tables.RoleRow;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.SectionRow;
import org.noteworthy.notes.Tables.StatusRow;
import org.noteworthy.notes.Tables.TimeTaskRow;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;
import org.noteworthy.notes.Tables.WorkloadRow;

/** Draws words from the tables of a playbook, so that the corpus speaks as the playbook does. */
record Words(Tables tables, Random random) {

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T any(List<T> choices, Predicate<T> wanted) {
        return any(choices.stream().filter(wanted).toList());
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    String label(SectionKind kind, String language) {
        return tables.sections().stream()
                .filter(row -> row.section() == kind && row.language().equals(language))
                .map(SectionRow::label)
                .findFirst()
                .orElseThrow();
    }

    String insteadOfLabel(SectionKind kind, String language) {
        return any(any(
                        tables.sections(),
                        row -> row.section() == kind && row.language().equals(language))
                .insteadOf());
    }

    StatusRow status(String status, String language) {
        return any(
                tables.statuses(),
                row -> row.status().equals(status) && row.language().equals(language));
    }

    String nature(String language, boolean firstParty) {
        return any(
                        tables.natures(),
                        (NatureRow row) -> row.language().equals(language) && row.firstParty() == firstParty)
                .phrase();
    }

    /** A word of that kind, in the language if the table has one, else in any. */
    String word(WordKind kind, String language) {
        List<WordRow> rows =
                tables.words().stream().filter(row -> row.kind() == kind).toList();
        List<WordRow> ofLanguage =
                rows.stream().filter(row -> row.language().equals(language)).toList();
        return any(ofLanguage.isEmpty() ? rows : ofLanguage).word();
    }

    /** A word that says when, in the language if the table has one, else in any. */
    String dateWord(DateWordKind kind, String language) {
        List<DateWordRow> rows =
                tables.dateWords().stream().filter(row -> row.kind() == kind).toList();
        List<DateWordRow> ofLanguage =
                rows.stream().filter(row -> row.language().equals(language)).toList();
        return any(ofLanguage.isEmpty() ? rows : ofLanguage).word();
    }

    RoleRow role(String code) {
        return any(tables.roles(), row -> row.code().equals(code));
    }

    List<String> noteTypes(String role, Predicate<RoleNoteTypeRow> wanted) {
        return tables.roleNoteTypes().stream()
                .filter(row -> row.role().equals(role) && wanted.test(row))
                .map(RoleNoteTypeRow::noteType)
                .toList();
    }

    WorkloadRow workload() {
        return any(tables.workloads(), row -> !row.core());
    }

    WorkloadRow core() {
        return any(tables.workloads(), WorkloadRow::core);
    }

    String coreTask() {
        return String.valueOf(core().timeTask());
    }

    /** A task that is neither the core one nor of any of the workloads. */
    String taskOfNone(List<WorkloadRow> workloads) {
        return any(
                        tables.timeTasks(),
                        (TimeTaskRow task) -> !task.name().equals(coreTask())
                                && workloads.stream()
                                        .noneMatch(row -> task.name().equals(row.timeTask())))
                .name();
    }

    String tag() {
        return tables.tags().get(0).tag();
    }
}
