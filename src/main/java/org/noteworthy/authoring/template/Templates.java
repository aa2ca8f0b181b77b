package org.noteworthy.authoring.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;

/**
 * Makes notes to begin with. A note has the sections that the rules on its role and note type ask about, in the order and
 * with the labels of the edition's table; where they ask about none, it has those of the template.
 */
public final class Templates {
    private static final String OPEN = "…";
    private static final String PREFIX = "prefix";
    private static final Pattern PROPERTY = Pattern.compile("(?:\\$?note\\.)?([a-z][A-Za-z]*)[A-Za-z0-9.]*");

    private final Playbook playbook;
    private final Tables tables;

    /** Those of an edition. */
    public Templates(Playbook playbook) {
        this.playbook = playbook;
        this.tables = playbook.tables();
    }

    /** The languages that have a label for every section of the template, in the order of the table. */
    public List<String> languages() {
        return tables.sections().stream()
                .filter(row -> row.place() > 0)
                .map(Tables.SectionRow::language)
                .distinct()
                .toList();
    }

    /** The note for that role, note type and language; where they are left out, for those that the edition takes then. */
    public Template make(
            @Nullable String role,
            @Nullable String noteType,
            @Nullable String timeTask,
            @Nullable String language,
            LocalDate writtenOn) {
        String code = role == null
                ? tables.settings().assumedRole()
                : named("role", role, tables.roles(), Tables.RoleRow::code, row -> with(row.aliases(), row.name()));
        String type = noteType == null
                ? null
                : named(
                        "note type",
                        noteType,
                        tables.noteTypes(),
                        Tables.NoteTypeRow::name,
                        Tables.NoteTypeRow::aliases);
        String tongue = language == null
                ? languages().get(0)
                : named("language", language, languages(), each -> each, each -> List.of());
        String workload = timeTask == null ? null : workload(timeTask);
        Set<String> asked = asked(code, type);
        List<Tables.SectionRow> sections = sections(asked, tongue);
        Written note = new Written();
        if (asked.contains(PREFIX) || sections.isEmpty()) {
            prefix(note, workload);
        }
        sections.forEach(section -> section(note, section, tongue));
        return new Template(code, type, tongue, writtenOn, note.text.toString(), note.places);
    }

    private static List<String> with(List<String> aliases, String name) {
        List<String> names = new ArrayList<>(aliases);
        names.add(name);
        return names;
    }

    /** What a row is called that was named by its name, or by another name for it. */
    private static <T> String named(
            String kind, String given, List<T> rows, Function<T, String> name, Function<T, List<String>> others) {
        String folded = Letters.fold(given.strip());
        for (T row : rows) {
            if (Letters.fold(name.apply(row)).equals(folded)
                    || others.apply(row).stream()
                            .anyMatch(other -> Letters.fold(other).equals(folded))) {
                return name.apply(row);
            }
        }
        List<String> names = rows.stream().map(name).toList();
        throw new UsageException(
                "There is no " + kind + " \"" + given + "\" in this edition." + Nearest.insteadOf(given, names));
    }

    /** The code of the workload whose time is recorded under that task; null where that is none of its own. */
    private @Nullable String workload(String timeTask) {
        String suffix = " " + tables.settings().timeTaskSuffix();
        String task = named(
                "time tracking task",
                timeTask,
                tables.timeTasks(),
                Tables.TimeTaskRow::name,
                row -> with(
                        row.aliases(),
                        row.name().endsWith(suffix)
                                ? row.name().substring(0, row.name().length() - suffix.length())
                                : row.name()));
        return tables.workloads().stream()
                .filter(row -> task.equals(row.timeTask()))
                .map(Tables.WorkloadRow::code)
                .findFirst()
                .orElse(null);
    }

    /** The facts that rules on such a note ask about, each by the first word of its properties. */
    private Set<String> asked(String role, @Nullable String noteType) {
        Set<String> asked = new HashSet<>();
        for (Rule rule : playbook.edition().rules()) {
            boolean covers = rule.subject() == Rule.Subject.NOTE
                    && (rule.roles().isEmpty() || rule.roles().contains(role))
                    && (rule.noteTypes().isEmpty() || rule.noteTypes().contains(String.valueOf(noteType)));
            if (covers) {
                String place = playbook.files()
                        .written(rule)
                        .map(written -> written.consequence().place().written())
                        .orElse("");
                Matcher properties = PROPERTY.matcher(rule.condition() + " " + place);
                while (properties.find()) {
                    asked.add(properties.group(1));
                }
            }
        }
        return asked;
    }

    /** The rows of the sections that are asked about, one each; without any, those of the template. */
    private List<Tables.SectionRow> sections(Set<String> asked, String language) {
        List<Tables.SectionRow> rows = firstOfEach(language);
        List<Tables.SectionRow> needed =
                rows.stream().filter(row -> asked.contains(row.section().key())).toList();
        return needed.isEmpty() ? rows.stream().filter(row -> row.place() > 0).toList() : needed;
    }

    private List<Tables.SectionRow> firstOfEach(String language) {
        Set<Tables.SectionKind> seen = new HashSet<>();
        return tables.sections().stream()
                .filter(row -> row.language().equals(language)
                        && row.section() != Tables.SectionKind.OTHER
                        && seen.add(row.section()))
                .sorted(Comparator.comparingInt(Tables.SectionRow::place))
                .toList();
    }

    private void prefix(Written note, @Nullable String workload) {
        note.text.append('[');
        if (workload == null) {
            note.place(
                    OPEN,
                    Template.Kind.WORKLOAD,
                    null,
                    tables.workloads().stream().map(Tables.WorkloadRow::code).toList());
        } else {
            note.text.append(workload);
        }
        note.text.append("]\n");
    }

    private void section(Written note, Tables.SectionRow row, String language) {
        String key = row.section().key();
        note.text.append(row.label()).append(": ");
        switch (row.section()) {
            case STATUS -> note.place(OPEN, Template.Kind.STATUS, key, statuses(language));
            case NEXT_ACTION -> {
                note.place(OPEN, Template.Kind.TEXT, key, List.of());
                note.text.append(' ');
                note.place(OPEN, Template.Kind.DAY, key, List.of());
            }
            case CONCERNS -> note.place(OPEN, Template.Kind.TEXT, key, nothing(language));
            default -> note.place(OPEN, Template.Kind.TEXT, key, List.of());
        }
        note.text.append('\n');
    }

    private List<String> statuses(String language) {
        return tables.statuses().stream()
                .filter(row -> row.language().equals(language))
                .map(Tables.StatusRow::label)
                .toList();
    }

    /** How that language says that there is nothing. */
    private List<String> nothing(String language) {
        Optional<String> word = tables.words().stream()
                .filter(row ->
                        row.kind() == Tables.WordKind.NONE && row.language().equals(language))
                .map(Tables.WordRow::word)
                .findFirst();
        return word.map(List::of).orElse(List.of());
    }

    /** A note that is being written. */
    private static final class Written {
        private final StringBuilder text = new StringBuilder();
        private final List<Template.Place> places = new ArrayList<>();

        void place(String shown, Template.Kind kind, @Nullable String section, List<String> choices) {
            int start = text.length();
            text.append(shown);
            places.add(new Template.Place(start, text.length(), kind, section, choices));
        }
    }
}
