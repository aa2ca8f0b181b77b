package org.noteworthy.authoring.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.notes.Tables;

/** The values that properties have because the tables of an edition give them. */
public final class TableValues {
    private TableValues() {}

    /** Values that a property has in this edition and no others, by its path. */
    public static Map<String, List<String>> of(Tables tables) {
        Map<String, List<String>> closed = new HashMap<>();
        closed.put(
                "role.code", tables.roles().stream().map(Tables.RoleRow::code).toList());
        closed.put(
                "noteType.name",
                tables.noteTypes().stream().map(Tables.NoteTypeRow::name).toList());
        closed.put(
                "timeTask.name",
                tables.timeTasks().stream().map(Tables.TimeTaskRow::name).toList());
        closed.put(
                "status.selected",
                tables.statuses().stream()
                        .map(Tables.StatusRow::status)
                        .distinct()
                        .toList());
        closed.put(
                "prefix.workloads",
                tables.workloads().stream().map(Tables.WorkloadRow::code).toList());
        closed.put(
                "language",
                tables.sections().stream()
                        .map(Tables.SectionRow::language)
                        .distinct()
                        .toList());
        closed.values().removeIf(List::isEmpty);
        return closed;
    }
}
