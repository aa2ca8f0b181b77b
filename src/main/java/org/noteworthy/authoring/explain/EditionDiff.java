package org.noteworthy.authoring.explain;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Rule;

/** What differs between two editions: rules, clauses, settings and table rows that came, went or changed. */
public record EditionDiff(List<Change> changes) {
    static final String CONDITION = "condition";

    public EditionDiff {
        changes = List.copyOf(changes);
    }

    /** Whether something came, went or changed. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One difference.
     *
     * @param what {@code rule}, {@code clause}, {@code settings}, or the name of a table
     * @param name id of the rule or clause, key of the row
     * @param details what changed in it, e.g. {@code severity: error → warning}
     * @param cells its parts that differ; all of them where it came or went
     */
    public record Change(Kind kind, String what, String name, List<String> details, List<Cell> cells) {
        public Change {
            details = List.copyOf(details);
            cells = List.copyOf(cells);
        }
    }

    /** A part of what differs, such as a cell of a row; null where it is not there. */
    public record Cell(
            String name, @Nullable String from, @Nullable String to) {}

    /** Compares two playbooks, the earlier one first. */
    public static EditionDiff of(Playbook from, Playbook to) {
        return of(ComparedEdition.of(from), ComparedEdition.of(to));
    }

    /** Compares two editions or drafts, the earlier one first. */
    public static EditionDiff of(ComparedEdition from, ComparedEdition to) {
        List<Change> changes = new ArrayList<>();
        compare("rule", rules(from.rules()), rules(to.rules()), changes);
        compare("clause", clauses(from.clauses()), clauses(to.clauses()), changes);
        compare("settings", settings(from.tables()), settings(to.tables()), changes);
        Tables one = from.tables();
        Tables other = to.tables();
        compare("roles", rows(one.roles(), 1), rows(other.roles(), 1), changes);
        compare("note-types", rows(one.noteTypes(), 1), rows(other.noteTypes(), 1), changes);
        compare("role-note-types", rows(one.roleNoteTypes(), 2), rows(other.roleNoteTypes(), 2), changes);
        compare("workloads", rows(one.workloads(), 1), rows(other.workloads(), 1), changes);
        compare("time-tasks", rows(one.timeTasks(), 1), rows(other.timeTasks(), 1), changes);
        compare("statuses", rows(one.statuses(), 3), rows(other.statuses(), 3), changes);
        compare("sections", rows(one.sections(), 3), rows(other.sections(), 3), changes);
        compare("natures", rows(one.natures(), 3), rows(other.natures(), 3), changes);
        compare("entitlement-statuses", rows(one.entitlements(), 2), rows(other.entitlements(), 2), changes);
        compare("core-topics", rows(one.coreTopics(), 1), rows(other.coreTopics(), 1), changes);
        compare("tags", rows(one.tags(), 1), rows(other.tags(), 1), changes);
        compare("words", rows(one.words(), 3), rows(other.words(), 3), changes);
        compare("date-words", rows(one.dateWords(), 3), rows(other.dateWords(), 3), changes);
        compare("date-reasons", rows(one.dateReasons(), 1), rows(other.dateReasons(), 1), changes);
        return new EditionDiff(changes);
    }

    private static void compare(
            String what,
            Map<String, Map<String, String>> from,
            Map<String, Map<String, String>> to,
            List<Change> changes) {
        from.forEach((name, cells) -> {
            Map<String, String> now = to.get(name);
            if (now == null) {
                changes.add(new Change(Kind.REMOVED, what, name, List.of(), differing(cells, Map.of())));
            } else if (!now.equals(cells)) {
                changes.add(new Change(Kind.CHANGED, what, name, details(cells, now), differing(cells, now)));
            }
        });
        to.keySet().stream()
                .filter(name -> !from.containsKey(name))
                .forEach(name -> changes.add(new Change(
                        Kind.ADDED, what, name, List.of(), differing(Map.of(), to.getOrDefault(name, Map.of())))));
    }

    private static List<String> details(Map<String, String> from, Map<String, String> to) {
        List<String> details = new ArrayList<>();
        from.forEach((cell, value) -> {
            String now = to.get(cell);
            if (now == null) {
                details.add("without " + cell);
            } else if (!now.equals(value)) {
                details.add(cell + ": " + shown(value) + " → " + shown(now));
            }
        });
        to.keySet().stream().filter(cell -> !from.containsKey(cell)).forEach(cell -> details.add("with " + cell));
        return details;
    }

    private static List<Cell> differing(Map<String, String> from, Map<String, String> to) {
        Set<String> names = new LinkedHashSet<>(from.keySet());
        names.addAll(to.keySet());
        return names.stream()
                .map(name -> new Cell(name, from.get(name), to.get(name)))
                .filter(cell -> !Objects.equals(cell.from(), cell.to()))
                .toList();
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private static Map<String, Map<String, String>> rules(List<Rule> all) {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        for (Rule rule : all) {
            rules.put(rule.id(), said(rule));
        }
        return rules;
    }

    /** What a rule says, under the words for each part of it. */
    static Map<String, String> said(Rule rule) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("severity", rule.severity().word());
        cells.put("clause", rule.clause());
        cells.put("roles", String.join(", ", rule.roles()));
        cells.put("note types", String.join(", ", rule.noteTypes()));
        cells.put("needs", String.join(", ", rule.needs()));
        cells.put(CONDITION, rule.condition().replaceAll("\\s+", " "));
        cells.put("message", rule.message());
        return cells;
    }

    private static Map<String, Map<String, String>> clauses(List<Clause> all) {
        Map<String, Map<String, String>> clauses = new LinkedHashMap<>();
        for (Clause clause : all) {
            clauses.put(clause.id(), said(clause));
        }
        return clauses;
    }

    /** What a clause says, under the words for each part of it; a reading is a part by itself. */
    static Map<String, String> said(Clause clause) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("title", clause.title());
        cells.put("text", clause.text().replaceAll("\\s+", " "));
        clause.readings().forEach(reading -> cells.put("reading " + reading.replaceAll("\\s+", " "), "yes"));
        cells.put("judged by", clause.judge().word());
        return cells;
    }

    private static Map<String, Map<String, String>> settings(Tables tables) {
        return Map.of("playbook.yaml", cells(tables.settings()));
    }

    private static Map<String, Map<String, String>> rows(List<? extends Record> rows, int keys) {
        Map<String, Map<String, String>> byKey = new LinkedHashMap<>();
        for (Record row : rows) {
            Map<String, String> cells = cells(row);
            String key = String.join(" / ", cells.values().stream().limit(keys).toList());
            byKey.put(key, cells);
        }
        return byKey;
    }

    private static Map<String, String> cells(Record row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            cells.put(component.getName(), cell(row, component));
        }
        return cells;
    }

    private static String cell(Record row, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(row);
            if (value instanceof List<?> list) {
                return String.join("; ", list.stream().map(Object::toString).toList());
            }
            if (value instanceof Tables.Keyed keyed) {
                return keyed.key();
            }
            return value instanceof Boolean flag ? (flag ? "yes" : "") : Objects.toString(value, "");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A table row cannot be read", e);
        }
    }
}
