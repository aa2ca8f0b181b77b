package org.noteworthy.authoring.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.noteworthy.notes.DateReason;
import org.noteworthy.notes.DateWordKind;
import org.noteworthy.notes.Tables;

/**
 * A column of a table in which certain words stand.
 *
 * @param table its file
 * @param closed whether nothing else may stand there; else these are the words that stand there so far
 */
public record TableColumn(String table, String column, boolean closed, List<Choice> values) {
    public TableColumn {
        values = List.copyOf(values);
    }

    /** Those of an edition. */
    static List<TableColumn> all(Tables tables) {
        List<Choice> roles = tables.roles().stream()
                .map(row -> new Choice(row.code(), row.name()))
                .toList();
        List<Choice> languages = choices(tables.sections().stream().map(Tables.SectionRow::language));
        List<Choice> yes = List.of(Choice.of("yes"));
        List<TableColumn> all = new ArrayList<>(List.of(
                new TableColumn("role-note-types.csv", "role", true, roles),
                new TableColumn(
                        "role-note-types.csv",
                        "noteType",
                        true,
                        choices(tables.noteTypes().stream().map(Tables.NoteTypeRow::name))),
                new TableColumn("role-note-types.csv", "covid", true, yes),
                new TableColumn(
                        "workloads.csv",
                        "timeTask",
                        true,
                        choices(tables.timeTasks().stream().map(Tables.TimeTaskRow::name))),
                new TableColumn("workloads.csv", "core", true, yes),
                new TableColumn(
                        "statuses.csv",
                        "status",
                        false,
                        choices(tables.statuses().stream().map(Tables.StatusRow::status))),
                new TableColumn("sections.csv", "section", true, keys(Tables.SectionKind.values())),
                new TableColumn(
                        "natures.csv",
                        "nature",
                        false,
                        choices(tables.natures().stream().map(Tables.NatureRow::nature))),
                new TableColumn("natures.csv", "firstParty", true, yes),
                new TableColumn(
                        "entitlement-statuses.csv",
                        "level",
                        false,
                        choices(tables.entitlements().stream().map(Tables.EntitlementRow::level))),
                new TableColumn("entitlement-statuses.csv", "fitsPause", true, yes),
                new TableColumn("tags.csv", "meaning", true, keys(Tables.TagMeaning.values())),
                new TableColumn("words.csv", "kind", true, keys(Tables.WordKind.values())),
                new TableColumn("date-words.csv", "kind", true, keys(DateWordKind.values())),
                new TableColumn("date-reasons.csv", "reason", true, keys(DateReason.values()))));
        Stream.of("statuses.csv", "sections.csv", "natures.csv", "words.csv", "date-words.csv")
                .forEach(table -> all.add(new TableColumn(table, "language", false, languages)));
        return all;
    }

    private static List<Choice> keys(Tables.Keyed[] values) {
        return choices(Arrays.stream(values).map(Tables.Keyed::key));
    }

    private static List<Choice> choices(Stream<String> values) {
        return values.distinct().map(Choice::of).toList();
    }
}
