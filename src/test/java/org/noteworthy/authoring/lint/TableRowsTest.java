package org.noteworthy.authoring.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.cli.Folders;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;

/** Rows that say what another one says, or that are never reached, are told where they stand. */
class TableRowsTest {
    private static final String EDITION = "2020-05-12";

    @TempDir
    Path temp;

    private Path rules;

    @BeforeEach
    void copy() throws IOException {
        rules = Folders.copyRules(temp.resolve("rules"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statuses.csv            | paused,en,On  track,,us                         | shadowed-row",
                "statuses.csv            | on-track,en,On　Track,,us                       | repeated-row",
                "sections.csv            | summary,ja,状況まとめ,2,CURRENT  STATUS,us        | shadowed-row",
                "words.csv               | vendor,en,Ｍicrosoft,us                         | repeated-row",
                "words.csv               | none,en,nоne,us                                | nothing",
                "natures.csv             | funding,en,1st　party,,us                       | shadowed-row",
                "core-topics.csv         | telephony,ｎetwork,us                           | shadowed-row",
                "roles.csv               | X,Some Role,ＦＥ,us                              | shadowed-row",
                "date-words.csv          | weekday,en,Mon　day,,us                         | nothing",
                "tags.csv                | #other,covid,#covid 19,us                      | nothing",
                "statuses.csv            | on-track,en,On track,,us                       | table",
                "role-note-types.csv     | FTM,Service Intent,,us                         | table",
                "words.csv               | none,en,none,us                                | table",
                "confirmations.csv       | concern-nature,h2bc4a142fb59,2026-11-30,us     | damaged-confirmation"
            })
    void areTold(String table, String row, String code) throws IOException {
        Path file = rules.resolve(EDITION).resolve("tables").resolve(table);
        int line = Files.readAllLines(file).size() + 1;
        Files.writeString(file, row + "\n", StandardOpenOption.APPEND);

        List<LintDiagnostic> found = Lint.of(Library.written(rules.resolve(EDITION)));

        List<String> codes = found.stream()
                .filter(each -> each.detail().line() == line)
                .map(each -> each.code().word())
                .toList();
        if (code.equals("nothing")) {
            assertThat(codes).as(found.toString()).doesNotContain("repeated-row", "shadowed-row", "table");
        } else {
            assertThat(codes).as(found.toString()).contains(code);
        }
    }

    @Test
    void aWaiverBesideAWiderOneIsTold() throws IOException {
        Files.writeString(rules.resolve("waivers.csv"), """
                rule,engagement,note,author,justification,owner,from,until
                status-brief,E-1,,,Agreed,Ann,2020-01-01,2099-12-31
                status-brief,E-1,N-7,,Agreed,Ann,2020-02-01,2098-12-31
                status-brief,E-2,N-8,,Agreed,Ann,2020-02-01,2098-12-31
                status-brief,E-1,,kim,Agreed,Ann,2019-02-01,2098-12-31
                """);
        Library library = Library.open(rules, RuleCache.none());
        List<Linted> editions = library.versions().stream()
                .map(version -> Linted.of(version, library.written(version)))
                .toList();

        List<LintDiagnostic> found = Linted.ofWaivers("rules", library.waivers(), editions, LocalDate.of(2020, 6, 1))
                .diagnostics();

        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo(Code.SHADOWED_ROW);
            assertThat(each.detail().line()).isEqualTo(3);
            assertThat(each.detail().sentence()).contains("line 2");
        });
    }
}
