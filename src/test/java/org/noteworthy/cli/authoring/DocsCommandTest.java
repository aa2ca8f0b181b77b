package org.noteworthy.cli.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.append;
import static org.noteworthy.cli.Folders.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.terminal.Shell;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.engine.RuleCache;

/** {@code docs}: what the pages say, that they are the same each time, and what is left alone. */
class DocsCommandTest {
    @TempDir
    private Path temp;

    private Path pages;

    @BeforeEach
    void name() {
        pages = temp.resolve("pages");
    }

    @Test
    void everyRuleAndEveryClauseOfEveryEditionHasAPageThatTheIndexLinks() throws IOException {
        assertThat(docs(Path.of("rules")).status()).isZero();
        Library library = Library.open(Path.of("rules"), RuleCache.none());
        String index = page("README.md");
        for (String version : library.versions()) {
            Edition edition = library.named(version).edition();
            for (Rule rule : edition.rules()) {
                assertThat(index).contains("](rules/" + rule.id() + ".md)");
                assertThat(page("rules/" + rule.id() + ".md"))
                        .contains("\n## Violated when", "\n## What it says\n", "\n## A note that violates it\n")
                        .contains("\n## A note that passes it\n", "](../clauses/" + rule.clause() + ".md)")
                        .contains("| severity | ", "\n- Since edition ");
            }
            for (Clause clause : edition.clauses()) {
                assertThat(index).contains("](clauses/" + clause.id() + ".md)");
                assertThat(page("clauses/" + clause.id() + ".md")).contains("| checked by | ");
            }
            for (Rule rule : edition.rules()) {
                assertThat(page("clauses/" + rule.clause() + ".md"))
                        .contains("](../rules/")
                        .contains("\n## A note that violates it\n", "\n## A note that passes it\n");
            }
        }
    }

    @Test
    void theSameEditionsGiveTheSameBytes() throws IOException {
        docs(Path.of("rules"));
        Map<String, String> first = all();
        docs(Path.of("rules"));
        assertThat(all()).isEqualTo(first);
    }

    @Test
    void whatNoEditionHasAnyMoreLosesItsPageAndWhatOlderOnesHaveIsRetired() throws IOException {
        Path rules = Folders.copyRules(temp.resolve("rules"));
        Files.writeString(rules.resolve("2020-05-12/status-short.drl"), """
                // Asks for less.
                rule "status-short"
                    @severity("info")  @clause("content.status")
                when
                    $note : Note( status.length > 900 )
                then
                    report.violation( $note.status, "STATUS is long. Shorten it." );
                end
                """);
        docs(rules);
        assertThat(page("rules/status-short.md")).contains("| state | in the latest edition |");
        Files.delete(rules.resolve("2020-05-12/status-short.drl"));
        Files.delete(rules.resolve("2020-05-12/status-brief.drl"));
        docs(rules);
        assertThat(pages.resolve("rules/status-short.md")).doesNotExist();
        assertThat(page("rules/status-brief.md")).contains("| state | retired, last in edition 2020-03-25 |");
    }

    @Test
    void textsOfTheEditionShowAsTheyAreAndDoNothing() throws IOException {
        Path rules = Folders.copyRules(temp.resolve("rules"));
        append(rules.resolve("2020-05-12/guidance.md"), """

                ## content.hostile — <img src=x onerror=alert(1)> | cell

                <script>alert(2)</script> [here](javascript:alert(3)) `code` *bold* https://example.com ![x](y)
                --> <!-- ```
                """);
        docs(rules);
        String clause = page("clauses/content.hostile.md");
        assertThat(clause.lines().skip(1)).allSatisfy(line -> assertThat(line).doesNotContain("<"));
        assertThat(clause)
                .contains("&lt;script&gt;alert(2)&lt;/script&gt; \\[here\\](javascript:alert(3))")
                .contains("\\`code\\` \\*bold\\* https\\://example.com !\\[x\\](y)");
        assertThat(page("README.md")).contains("onerror=alert(1)&gt; \\| cell |");
    }

    @Test
    void aFolderWithForeignFilesIsLeftAsItIs() throws IOException {
        Files.createDirectories(pages.resolve("rules"));
        Files.writeString(pages.resolve("rules/status-brief.md"), "# My own page\n");
        refused("holds rules/status-brief.md, which noteworthy docs did not write");
        assertThat(all()).isEqualTo(Map.of("rules/status-brief.md", "# My own page\n"));
    }

    @Test
    void aForeignFileAmongOwnPagesStopsIt() throws IOException {
        docs(Path.of("rules"));
        Files.writeString(pages.resolve("todo.txt"), "");
        Map<String, String> before = all();
        refused("holds todo.txt, which noteworthy docs did not write");
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aLinkIsForeignAndNothingIsWrittenThroughIt() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.createDirectory(pages);
        Files.createSymbolicLink(pages.resolve("rules"), elsewhere);
        refused("holds rules, which noteworthy docs did not write");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(pages, "mine");
        refused("is not a folder");
        assertThat(pages).hasContent("mine");
    }

    @Test
    void aRefusedEditionHasNoPages() throws IOException {
        Path rules = Folders.copyRules(temp.resolve("rules"));
        replace(rules.resolve("2020-05-12/status-brief.drl"), "rule \"", "rule ");
        Shell.Said said = docs(rules);
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.side()).contains("2020-05-12/status-brief.drl");
        assertThat(pages).doesNotExist();
    }

    private void refused(String why) {
        Shell.Said said = docs(Path.of("rules"));
        assertThat(said.side()).startsWith("noteworthy: ").contains(why);
        assertThat(said.out()).isEmpty();
        assertThat(said.status()).isEqualTo(2);
    }

    private Shell.Said docs(Path rules) {
        return Shell.run("docs", "--rules", rules.toString(), "--fixtures", "test-fixtures", pages.toString());
    }

    private String page(String name) throws IOException {
        return Files.readString(pages.resolve(name));
    }

    private Map<String, String> all() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(pages)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                all.put(pages.relativize(path).toString(), Files.readString(path));
            }
        }
        return all;
    }
}
