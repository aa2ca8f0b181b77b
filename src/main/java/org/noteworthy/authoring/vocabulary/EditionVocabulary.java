package org.noteworthy.authoring.vocabulary;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.form.FormComparison;
import org.noteworthy.authoring.lint.TableValues;
import org.noteworthy.notes.NoteField;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.playbooks.language.words.Manual;

/**
 * Everything that a rule may say, as the manual lists it, with what the tables and the guidance of an edition give.
 *
 * @param comparisons by the words for the kind of a property
 * @param language what else stands in a rule, by the names of the manual's chapters
 * @param tables columns of tables that take certain words, or words that other tables give
 */
public record EditionVocabulary(
        List<Property> properties,
        Map<String, List<FormComparison>> comparisons,
        List<Metadata> metadata,
        List<ClauseName> clauses,
        Map<String, List<Manual.Phrase>> language,
        List<TableColumn> tables,
        List<Manual.Limit> limits) {

    /**
     * What a rule may ask of a fact.
     *
     * @param saysNot null unless it says yes or no
     * @param values those that the tables give; null where it has any others
     */
    public record Property(
            String fact,
            String path,
            String kind,
            boolean place,
            boolean list,
            String says,
            @Nullable String saysNot,
            @Nullable List<Choice> values) {}

    /**
     * What a rule says of itself.
     *
     * @param required whether every rule has it
     * @param several whether it takes more than one value, between commas
     */
    public record Metadata(
            String name, String example, String means, boolean required, boolean several, List<Choice> values) {}

    /** A clause that a rule may stand for. */
    public record ClauseName(String id, String title, String judgedBy) {}

    /** That of an edition. */
    public static EditionVocabulary of(Tables tables, List<Clause> clauses) {
        Map<String, List<Choice>> values = values(tables);
        return new EditionVocabulary(
                Manual.FACTS.stream()
                        .flatMap(fact -> Manual.properties(fact).stream())
                        .map(listed -> property(listed, values))
                        .toList(),
                FormComparison.byKind(),
                metadata(tables, clauses),
                clauses.stream()
                        .map(clause -> new ClauseName(
                                clause.id(), clause.title(), clause.judge().word()))
                        .toList(),
                chapters(),
                TableColumn.all(tables),
                Manual.limits());
    }

    private static Property property(Manual.Listed listed, Map<String, List<Choice>> values) {
        return new Property(
                listed.fact(),
                listed.path(),
                listed.kind(),
                listed.place(),
                listed.kind().equals("a list of texts"),
                listed.says(),
                listed.saysNot(),
                values.get(listed.path()));
    }

    private static Map<String, List<Choice>> values(Tables tables) {
        Map<String, List<Choice>> values = new LinkedHashMap<>();
        TableValues.of(tables)
                .forEach((path, all) -> values.put(
                        path,
                        all.stream()
                                .map(value -> new Choice(value, says(path, value, tables)))
                                .toList()));
        return values;
    }

    private static String says(String path, String value, Tables tables) {
        return switch (path) {
            case "role.code" -> roleName(tables, value);
            case "status.selected" ->
                tables.statuses().stream()
                        .filter(row -> row.status().equals(value))
                        .findFirst()
                        .map(Tables.StatusRow::label)
                        .orElse("");
            case "prefix.workloads" ->
                tables.workloads().stream()
                        .filter(row -> row.code().equals(value))
                        .findFirst()
                        .map(Tables.WorkloadRow::name)
                        .orElse("");
            default -> "";
        };
    }

    private static String roleName(Tables tables, String code) {
        return tables.roles().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .map(Tables.RoleRow::name)
                .orElse("");
    }

    private static List<Metadata> metadata(Tables tables, List<Clause> clauses) {
        Map<String, List<Choice>> values = Map.of(
                "severity",
                Arrays.stream(Severity.values())
                        .map(severity -> Choice.of(severity.word()))
                        .toList(),
                "clause",
                clauses.stream()
                        .map(clause -> new Choice(clause.id(), clause.title()))
                        .toList(),
                "roles",
                tables.roles().stream()
                        .map(row -> new Choice(row.code(), row.name()))
                        .toList(),
                "noteTypes",
                tables.noteTypes().stream().map(row -> Choice.of(row.name())).toList(),
                "needs",
                NoteField.keys().stream().map(Choice::of).toList());
        return Manual.chapters().stream()
                .filter(chapter -> chapter.name().equals("annotations"))
                .flatMap(chapter -> chapter.phrases().stream())
                .map(phrase -> metadata(phrase, values))
                .toList();
    }

    private static Metadata metadata(Manual.Phrase phrase, Map<String, List<Choice>> values) {
        String name = phrase.written().replace("@", "");
        boolean one = name.equals("severity") || name.equals("clause");
        List<Choice> taken = values.getOrDefault(name, List.of());
        return new Metadata(name, phrase.example(), phrase.means(), one, !one && !taken.isEmpty(), taken);
    }

    private static Map<String, List<Manual.Phrase>> chapters() {
        Map<String, List<Manual.Phrase>> language = new LinkedHashMap<>();
        Manual.chapters().forEach(chapter -> language.put(chapter.name(), chapter.phrases()));
        return language;
    }
}
