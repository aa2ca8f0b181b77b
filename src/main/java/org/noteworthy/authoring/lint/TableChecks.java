package org.noteworthy.authoring.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.noteworthy.notes.text.Spelling;
import org.noteworthy.playbooks.edition.TableRow;
import org.noteworthy.playbooks.edition.WrittenEdition;

/** Checks tables: names that are never reached or said twice, statuses that begin each other, stray rows. */
final class TableChecks {
    private static final Set<String> READ = new TreeSet<>(List.of(
            "confirmations.csv",
            "core-topics.csv",
            "date-reasons.csv",
            "date-words.csv",
            "entitlement-statuses.csv",
            "natures.csv",
            "note-types.csv",
            "role-note-types.csv",
            "roles.csv",
            "sections.csv",
            "statuses.csv",
            "tags.csv",
            "time-tasks.csv",
            "words.csv",
            "workloads.csv"));
    private static final Set<String> CONCERN_WORDS =
            Set.of("defect", "negation", "concern", "any", "definite", "and", "or", "beside", "insight");

    private static final List<String> WORDS_BY_THEMSELVES =
            List.of("none", "insightId", "besideName", "vendor", "ordinary", "notASlip", "beforeAPause");

    private final WrittenEdition edition;
    private final Predicate<String> sound;
    private final LintDiagnostics diagnostics;

    /** {@code sound} tells of which files nothing is wrong: of others it is told already. */
    TableChecks(WrittenEdition edition, Predicate<String> sound, LintDiagnostics diagnostics) {
        this.edition = edition;
        this.sound = sound;
        this.diagnostics = diagnostics;
    }

    /**
     * A name or phrase in a table.
     *
     * @param spelling by which it is found, which may be shorter than what is written
     * @param meaning what it stands for
     */
    private record Name(TableRow row, String column, String written, String spelling, String meaning) {
        String folded() {
            return Spelling.folded(spelling);
        }

        String language() {
            return row.cell("language");
        }

        /** Where it stands, as a sentence about another row says it. */
        String seenFrom(TableRow other) {
            String line = "line " + row.line();
            return row.file().equals(other.file()) ? line : line + " of " + row.file();
        }
    }

    void look() {
        strayTables();
        lookAlikes();
        new LanguageChecks(diagnostics).look(READ.stream().flatMap(this::rows).toList());
        first(names("roles.csv", "code", "code", "name", "aliases"));
        first(names("note-types.csv", "noteType", "noteType", "aliases"));
        first(names("core-topics.csv", "topic", "topic", "aliases"));
        first(names("workloads.csv", "code", "code", "writtenAs", "name", "aliases"));
        first(tasks());
        first(names("tags.csv", "meaning", "tag", "insteadOf"));
        first(names("entitlement-statuses.csv", "value", "value"));
        List<Name> labels = names("statuses.csv", "status", "label");
        List<Name> phrases = names("statuses.csv", "status", "insteadOf");
        first(labels);
        first(phrases);
        beginnings(labels, phrases);
        first(joined(
                joined(names("sections.csv", "section", "label"), names("sections.csv", "section", "insteadOf")),
                words(Set.of("covid"))));
        first(joined(natures(), words(CONCERN_WORDS)));
        WORDS_BY_THEMSELVES.forEach(kind -> first(words(Set.of(kind))));
        first(joined(words(Set.of("no")), words(Set.of("yes"))));
        dateWords();
        products();
    }

    private Stream<TableRow> rows(String table) {
        List<TableRow> rows = edition.rows(table);
        return rows.stream().filter(row -> sound.test(row.file()));
    }

    private List<Name> names(String table, String meaning, String... columns) {
        List<Name> names = new ArrayList<>();
        rows(table).forEach(row -> {
            for (String column : columns) {
                row.parts(column).forEach(part -> names.add(new Name(row, column, part, part, row.cell(meaning))));
            }
        });
        return names;
    }

    private List<Name> words(Set<String> kinds) {
        return names("words.csv", "kind", "word").stream()
                .filter(name -> kinds.contains(name.meaning()))
                .toList();
    }

    /** A word may say several things of time; the same one said twice in a language is one too many. */
    private void dateWords() {
        names("date-words.csv", "kind", "word").stream()
                .collect(Collectors.groupingBy(name -> name.meaning() + " " + name.language()))
                .values()
                .forEach(this::first);
    }

    private List<Name> natures() {
        return rows("natures.csv")
                .map(row -> new Name(
                        row,
                        "phrase",
                        row.cell("phrase"),
                        row.cell("phrase"),
                        row.cell("nature") + " " + row.cell("firstParty")))
                .toList();
    }

    /** A task is also found without its last word, where the settings say so, and by each name of its workload. */
    private List<Name> tasks() {
        String suffix = " " + edition.tables().settings().timeTaskSuffix();
        List<Name> tasks = new ArrayList<>();
        for (Name name : names("time-tasks.csv", "timeTask", "timeTask", "aliases")) {
            tasks.add(name);
            if (name.written().endsWith(suffix)) {
                String bare = name.written().substring(0, name.written().length() - suffix.length());
                tasks.add(new Name(name.row(), name.column(), name.written(), bare, name.meaning()));
            }
        }
        names("workloads.csv", "timeTask", "code", "writtenAs", "name", "aliases").stream()
                .filter(name -> !name.meaning().isEmpty())
                .forEach(tasks::add);
        return tasks;
    }

    /** Where several rows have a name, the first one counts. */
    private void first(List<Name> names) {
        Map<String, Name> firsts = new HashMap<>();
        for (Name name : names) {
            Name first = firsts.putIfAbsent(name.folded(), name);
            if (first == null || first.row().equals(name.row())) {
                continue;
            }
            if (!first.meaning().equals(name.meaning())) {
                shadowed(name, "it is found in " + first.seenFrom(name.row()) + " first");
            } else if (first.row().file().equals(name.row().file())
                    && first.language().equals(name.language())) {
                diagnostics.add(
                        Code.REPEATED_ROW,
                        name.row(),
                        name.column(),
                        name.written(),
                        "\"" + name.written() + "\" is read like \"" + first.written() + "\" in "
                                + first.seenFrom(name.row()) + " and says the same. Remove one of the two.");
            }
        }
    }

    private void shadowed(Name name, String reason) {
        diagnostics.add(
                Code.SHADOWED_ROW,
                name.row(),
                name.column(),
                name.written(),
                "\"" + name.written() + "\" is never reached here: " + reason + ". Remove it here or there.");
    }

    private void beginnings(List<Name> labels, List<Name> phrases) {
        Map<String, List<Name>> bySpelling = labels.stream().collect(Collectors.groupingBy(Name::folded));
        for (Name other : labels) {
            Spelling.beginnings(other.written())
                    .forEach(beginning ->
                            bySpelling.getOrDefault(beginning, List.of()).forEach(label -> begins(label, other)));
        }
        for (Name phrase : phrases) {
            Stream.concat(Stream.of(phrase.folded()), Spelling.beginnings(phrase.written()).stream())
                    .flatMap(beginning -> bySpelling.getOrDefault(beginning, List.of()).stream())
                    .forEach(label -> shadowed(
                            phrase,
                            "it begins with the status \"" + label.written() + "\" in " + label.seenFrom(phrase.row())
                                    + " and is taken for that"));
        }
    }

    private void begins(Name label, Name other) {
        if (label.meaning().equals(other.meaning())) {
            shadowed(
                    other,
                    "it begins with \"" + label.written() + "\" in " + label.seenFrom(other.row())
                            + ", which stands for the same");
        } else {
            diagnostics.add(
                    Code.STATUS_BEGINS_STATUS,
                    label.row(),
                    label.column(),
                    label.written(),
                    "The status \"" + label.written() + "\" is the beginning of \"" + other.written() + "\" in "
                            + other.seenFrom(label.row()) + ": whoever begins with the first and goes on so has chosen"
                            + " the second. Word them so that none begins another.");
        }
    }

    /** Products are looked for in concerns after all other words. */
    private void products() {
        Map<String, Name> words = joined(natures(), words(CONCERN_WORDS)).stream()
                .collect(Collectors.toMap(Name::folded, name -> name, (first, second) -> first));
        Stream.concat(
                        words(Set.of("vendor")).stream(),
                        names("workloads.csv", "core", "code", "writtenAs", "name", "aliases").stream()
                                .filter(name -> name.meaning().isEmpty()))
                .forEach(product -> {
                    Name word = words.get(product.folded());
                    if (word != null) {
                        shadowed(product, "in concerns it is read as the word in " + word.seenFrom(product.row()));
                    }
                });
    }

    private static List<Name> joined(List<Name> some, List<Name> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void strayTables() {
        for (String file : edition.files().names()) {
            String table = file.substring(file.indexOf('/') + 1);
            if (file.startsWith("tables/") && !READ.contains(table)) {
                diagnostics.add(
                        Code.UNUSED_TABLE,
                        file,
                        0,
                        0,
                        0,
                        "Nothing reads this table." + diagnostics.insteadOf(table, READ) + " Rename it, or remove it.");
            }
        }
    }

    /** Codes are of Latin letters, and no word has letters of one script that look like those of another. */
    private void lookAlikes() {
        Stream.of(names("roles.csv", "code", "code"), names("workloads.csv", "code", "code"))
                .flatMap(List::stream)
                .filter(name -> Scripts.foreign(name.written()).isPresent())
                .forEach(this::looksAlike);
        Stream.of(
                        names("roles.csv", "code", "name", "aliases"),
                        names("workloads.csv", "code", "writtenAs", "name", "aliases"),
                        names("statuses.csv", "status", "label", "insteadOf"),
                        names("sections.csv", "section", "label", "insteadOf"),
                        names("tags.csv", "meaning", "tag", "insteadOf"),
                        names("note-types.csv", "noteType", "noteType", "aliases"),
                        names("time-tasks.csv", "timeTask", "timeTask", "aliases"))
                .flatMap(List::stream)
                .filter(name -> Scripts.mixed(name.written()))
                .forEach(this::looksAlike);
    }

    private void looksAlike(Name name) {
        String letter = Scripts.foreign(name.written()).orElseThrow();
        diagnostics.add(
                Code.LOOK_ALIKE,
                name.row(),
                name.column(),
                name.written(),
                "\"" + name.written() + "\" has the letter " + letter
                        + ", which looks like another one. Type it anew.");
    }
}
