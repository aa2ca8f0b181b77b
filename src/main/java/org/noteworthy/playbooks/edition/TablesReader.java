package org.noteworthy.playbooks.edition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.Tables.CoreTopicRow;
import org.noteworthy.notes.Tables.EntitlementRow;
import org.noteworthy.notes.Tables.NatureRow;
import org.noteworthy.notes.Tables.NoteTypeRow;
import org.noteworthy.notes.Tables.RoleNoteTypeRow;
import org.noteworthy.notes.Tables.RoleRow;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.SectionRow;
import org.noteworthy.notes.Tables.Settings;
import org.noteworthy.notes.Tables.StatusRow;
import org.noteworthy.notes.Tables.TagMeaning;
import org.noteworthy.notes.Tables.TagRow;
import org.noteworthy.notes.Tables.TimeTaskRow;
import org.noteworthy.notes.Tables.WordKind;
import org.noteworthy.notes.Tables.WordRow;
import org.noteworthy.notes.Tables.WorkloadRow;
import org.noteworthy.notes.text.Nearest;

/** Reads the tables of an edition and sees to it that they hold together. */
public final class TablesReader {
    private final EditionFiles files;
    private final Diagnostics diagnostics;

    public TablesReader(EditionFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
    }

    /** The rows of every table as they are written, as far as they can be read. */
    public static List<TableRow> rows(EditionFiles files) {
        Diagnostics toldElsewhere = new Diagnostics(files.folder());
        return files.names().stream()
                .filter(name -> name.startsWith(EditionFiles.TABLES))
                .map(name -> name.substring(EditionFiles.TABLES.length()))
                .flatMap(name -> Table.readMaybeEmpty(files, name, List.of(), toldElsewhere).rows().stream())
                .map(Table.Row::written)
                .toList();
    }

    public Tables read(Settings settings) {
        List<RoleRow> roles = roles();
        List<NoteTypeRow> noteTypes = noteTypes();
        List<TimeTaskRow> timeTasks = timeTasks();
        if (!settings.assumedRole().isEmpty()) {
            Set<String> codes = names(roles, RoleRow::code);
            if (!codes.isEmpty() && !codes.contains(settings.assumedRole())) {
                diagnostics.add(
                        EditionFiles.SETTINGS,
                        0,
                        "The assumed role \"" + settings.assumedRole() + "\" is not a code of tables/roles.csv."
                                + diagnostics.insteadOf(settings.assumedRole(), codes));
            }
        }
        return new Tables(
                settings,
                roles,
                noteTypes,
                roleNoteTypes(roles, noteTypes),
                workloads(timeTasks),
                timeTasks,
                statuses(),
                sections(),
                natures(),
                entitlements(),
                coreTopics(),
                tags(),
                words(),
                new DateTablesReader(files, diagnostics).words(),
                new DateTablesReader(files, diagnostics).reasons());
    }

    private List<RoleRow> roles() {
        Table table = Table.read(files, "roles.csv", List.of("code", "name", "aliases"), diagnostics);
        table.requireUnique(List.of(), "code", "name", "aliases");
        return map(table, row -> new RoleRow(row.required("code"), row.required("name"), row.list("aliases")));
    }

    private List<NoteTypeRow> noteTypes() {
        Table table = Table.read(files, "note-types.csv", List.of("noteType", "aliases"), diagnostics);
        table.requireUnique(List.of(), "noteType", "aliases");
        return map(table, row -> new NoteTypeRow(row.required("noteType"), row.list("aliases")));
    }

    private List<RoleNoteTypeRow> roleNoteTypes(List<RoleRow> roles, List<NoteTypeRow> noteTypes) {
        Table table = Table.read(files, "role-note-types.csv", List.of("role", "noteType", "covid"), diagnostics);
        table.requireUnique(List.of("role"), "noteType");
        Set<String> codes = names(roles, RoleRow::code);
        Set<String> types = names(noteTypes, NoteTypeRow::name);
        return map(table, row -> {
            reference(row, "role", codes, "roles.csv");
            reference(row, "noteType", types, "note-types.csv");
            return new RoleNoteTypeRow(row.required("role"), row.required("noteType"), row.flag("covid"));
        });
    }

    private List<WorkloadRow> workloads(List<TimeTaskRow> timeTasks) {
        Table table = Table.read(
                files,
                "workloads.csv",
                List.of("code", "name", "timeTask", "writtenAs", "aliases", "core"),
                diagnostics);
        table.requireUnique(List.of(), "code", "name", "writtenAs", "aliases");
        Set<String> tasks = names(timeTasks, TimeTaskRow::name);
        return map(table, row -> {
            String task = row.optional("timeTask");
            if (!task.isEmpty()) {
                reference(row, "timeTask", tasks, "time-tasks.csv");
            }
            return new WorkloadRow(
                    row.required("code"),
                    row.required("name"),
                    task.isEmpty() ? null : task,
                    row.list("writtenAs"),
                    row.list("aliases"),
                    row.flag("core"));
        });
    }

    private List<TimeTaskRow> timeTasks() {
        Table table = Table.read(files, "time-tasks.csv", List.of("timeTask", "aliases"), diagnostics);
        table.requireUnique(List.of(), "timeTask", "aliases");
        return map(table, row -> new TimeTaskRow(row.required("timeTask"), row.list("aliases")));
    }

    private List<StatusRow> statuses() {
        Table table =
                Table.read(files, "statuses.csv", List.of("status", "language", "label", "insteadOf"), diagnostics);
        table.requireUnique(List.of("language"), "label", "insteadOf");
        return map(
                table,
                row -> new StatusRow(
                        row.required("status"),
                        row.required("language"),
                        row.required("label"),
                        row.list("insteadOf")));
    }

    private List<SectionRow> sections() {
        Table table = Table.read(
                files, "sections.csv", List.of("section", "language", "label", "place", "insteadOf"), diagnostics);
        table.requireUnique(List.of("language"), "label", "insteadOf");
        return present(map(table, row -> {
            SectionKind kind = key(row, "section", SectionKind.values(), SectionKind::key);
            return kind == null
                    ? null
                    : new SectionRow(
                            kind,
                            row.required("language"),
                            row.required("label"),
                            row.number("place"),
                            row.list("insteadOf"));
        }));
    }

    private List<NatureRow> natures() {
        Table table =
                Table.read(files, "natures.csv", List.of("nature", "language", "phrase", "firstParty"), diagnostics);
        table.requireUnique(List.of("language"), "phrase");
        return map(
                table,
                row -> new NatureRow(
                        row.required("nature"),
                        row.required("language"),
                        row.required("phrase"),
                        row.flag("firstParty")));
    }

    private List<EntitlementRow> entitlements() {
        Table table =
                Table.read(files, "entitlement-statuses.csv", List.of("level", "value", "fitsPause"), diagnostics);
        table.requireUnique(List.of("level"), "value");
        return map(
                table, row -> new EntitlementRow(row.required("level"), row.required("value"), row.flag("fitsPause")));
    }

    private List<CoreTopicRow> coreTopics() {
        Table table = Table.read(files, "core-topics.csv", List.of("topic", "aliases"), diagnostics);
        table.requireUnique(List.of(), "topic", "aliases");
        return map(table, row -> new CoreTopicRow(row.required("topic"), row.list("aliases")));
    }

    private List<TagRow> tags() {
        Table table = Table.readMaybeEmpty(files, "tags.csv", List.of("tag", "meaning", "insteadOf"), diagnostics);
        table.requireUnique(List.of(), "tag", "insteadOf");
        return present(map(table, row -> {
            TagMeaning meaning = key(row, "meaning", TagMeaning.values(), TagMeaning::key);
            String tag = row.required("tag");
            if (!tag.startsWith("#")) {
                row.report("tag", tag, "The tag \"" + tag + "\" does not begin with #. Write #" + tag + ".");
            }
            return meaning == null ? null : new TagRow(tag, meaning, row.list("insteadOf"));
        }));
    }

    private List<WordRow> words() {
        Table table = Table.read(files, "words.csv", List.of("kind", "language", "word"), diagnostics);
        table.requireUnique(List.of("kind", "language"), "word");
        return present(map(table, row -> {
            WordKind kind = key(row, "kind", WordKind.values(), WordKind::key);
            return kind == null ? null : new WordRow(kind, row.required("language"), row.required("word"));
        }));
    }

    static <T> List<T> map(Table table, Function<Table.Row, T> read) {
        List<T> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            rows.add(read.apply(row));
        }
        return rows;
    }

    static <T> List<T> present(List<@Nullable T> rows) {
        List<T> present = new ArrayList<>();
        for (T row : rows) {
            if (row != null) {
                present.add(row);
            }
        }
        return present;
    }

    /** A table that could not be read is told as such; the rows that point into it are not told again. */
    private void reference(Table.Row row, String column, Set<String> known, String table) {
        String cell = row.required(column);
        if (!cell.isEmpty() && !known.isEmpty() && !known.contains(cell)) {
            row.report(
                    column,
                    cell,
                    "\"" + cell + "\" is not in tables/" + table + "." + diagnostics.insteadOf(cell, known));
        }
    }

    static <E> @Nullable E key(Table.Row row, String column, E[] values, Function<E, String> key) {
        String cell = row.required(column);
        for (E value : values) {
            if (key.apply(value).equals(cell)) {
                return value;
            }
        }
        if (!cell.isEmpty()) {
            List<String> keys = Arrays.stream(values).map(key).toList();
            row.report(column, cell, "There is no " + column + " \"" + cell + "\"." + Nearest.insteadOf(cell, keys));
        }
        return null;
    }

    /** The names of rows, in their order. */
    public static <R> Set<String> names(List<R> rows, Function<R, String> name) {
        return rows.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
