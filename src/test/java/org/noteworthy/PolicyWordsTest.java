package org.noteworthy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.noteworthy.notes.DateWordKind;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.engine.RuleCache;

/** The policy lives in rules/: no label, code, status, role, note type, task, tag or message of it stands in Java. */
class PolicyWordsTest {
    private static final Set<DateWordKind> NAMES =
            EnumSet.of(DateWordKind.MONTH, DateWordKind.WEEKDAY, DateWordKind.RELATIVE_DAY, DateWordKind.RECURRENCE);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]++|\\\\.)*+)\"");

    @Test
    void noWordOfAnyPlaybookStandsInTheCode() throws IOException {
        Set<String> words = new TreeSet<>();
        Library library = Library.open(Path.of("rules"), RuleCache.none());
        for (String version : library.versions()) {
            Tables tables = library.named(version).tables();
            tables.roles().forEach(row -> words.addAll(List.of(row.code(), row.name())));
            tables.noteTypes().forEach(row -> words.add(row.name()));
            tables.workloads().forEach(row -> words.addAll(List.of(row.code(), row.name())));
            tables.timeTasks().forEach(row -> words.add(row.name()));
            tables.statuses().forEach(row -> words.add(row.label()));
            tables.sections().forEach(row -> words.add(row.label()));
            tables.natures().forEach(row -> words.add(row.phrase()));
            tables.entitlements().forEach(row -> words.add(row.value()));
            tables.tags().forEach(row -> words.add(row.tag()));
            tables.dateReasons().forEach(row -> words.add(row.sentence()));
            tables.dateWords().stream()
                    .filter(row -> NAMES.contains(row.kind()))
                    .forEach(row -> words.add(row.word()));
            library.named(version).edition().rules().stream().map(Rule::message).forEach(words::add);
            library.named(version).edition().rules().stream().map(Rule::id).forEach(words::add);
        }
        List<String> found = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher literals = LITERAL.matcher(Files.readString(source));
                while (literals.find()) {
                    if (words.contains(literals.group(1))) {
                        found.add(source + ": \"" + literals.group(1) + "\"");
                    }
                }
            }
        }
        assertThat(words).contains("EXO", "On track", "STATUS", "#covid");
        assertThat(found).isEmpty();
    }
}
