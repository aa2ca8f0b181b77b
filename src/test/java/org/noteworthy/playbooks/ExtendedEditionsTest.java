package org.noteworthy.playbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.replace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.cli.terminal.Shell;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.engine.RuleCache;

/** Editions that hold only what differs from another one, and what is wrong with such. */
class ExtendedEditionsTest {
    private static final String FIRST = "2019-09-27";
    private static final String SECOND = "2020-03-25";
    private static final String THIRD = "2020-05-12";
    private static final Library SHIPPED = Library.open(Path.of("rules"), RuleCache.none());

    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    private Path rules;

    /** The first edition as a whole folder; the others hold their settings, and the files that differ. */
    @BeforeEach
    void write() throws IOException {
        rules = temp.resolve("rules");
        List<String> versions = List.of(FIRST, SECOND, THIRD);
        for (int i = 0; i < versions.size(); i++) {
            EditionFiles files = files(versions.get(i));
            EditionFiles base = i == 0 ? EditionFiles.none(FIRST) : files(versions.get(i - 1));
            for (String name : files.names()) {
                if (!Arrays.equals(content(files, name), content(base, name))) {
                    Path file = rules.resolve(versions.get(i)).resolve(name);
                    Files.createDirectories(file.getParent());
                    Files.write(file, content(files, name));
                }
            }
            if (i > 0) {
                extend(
                        versions.get(i),
                        "\n# The rest is that of this edition.\nextends: " + versions.get(i - 1) + "\n");
            }
        }
    }

    @Test
    void theWholeIsTheSameAsAFolderThatHoldsAllOfIt() {
        assertThat(rules.resolve(THIRD).resolve("status-brief.drl")).doesNotExist();
        assertThat(digests(run("playbooks").out()))
                .isEqualTo(Stream.of(FIRST, SECOND, THIRD)
                        .map(version -> files(version).digest())
                        .toList());
        assertThat(run("lint", rules.resolve(THIRD).toString()).out()).endsWith(": 0 errors, 0 warnings\n");
        assertThat(run("explain", "status-brief", "--playbook", THIRD).out())
                .contains("  file      " + rules.resolve(FIRST).resolve("status-brief.drl") + ":");
    }

    @Test
    void settingsThatAreNotGivenAreThoseOfTheBase() throws IOException {
        Path settings = rules.resolve(SECOND).resolve("playbook.yaml");
        String own = Files.readString(settings);
        int shared = own.indexOf("\n# The role of");
        Files.writeString(settings, own.substring(0, shared) + own.substring(own.indexOf("\n# The rest is")));
        assertThat(digests(run("playbooks").out())).contains(files(SECOND).digest());
        replace(rules.resolve(FIRST).resolve("playbook.yaml"), "statusCharacters: 300", "statusCharacters: 20");
        assertThat(checked("On track, and a little more than that", SECOND)).contains("status-brief");
        assertThat(checked("On track, and a little more than that", THIRD)).doesNotContain("status-brief");
    }

    @Test
    void aFileOfItsOwnReplacesTheOneOfTheBase() throws IOException {
        Path rule = rules.resolve(THIRD).resolve("status-brief.drl");
        Files.copy(rules.resolve(FIRST).resolve("status-brief.drl"), rule);
        replace(rule, "> limits.statusCharacters", "> 20");
        assertThat(checked("On track, and a little more than that", SECOND)).doesNotContain("status-brief");
        assertThat(checked("On track, and a little more than that", THIRD)).contains("status-brief");
    }

    @Test
    void aFileOfTheBaseIsLeftOut() throws IOException {
        assertThat(checked("Going well", THIRD)).contains("status-allowed");
        extend(THIRD, "without:\n- status-allowed.drl\n");
        assertThat(checked("Going well", THIRD)).doesNotContain("status-allowed");
        assertThat(checked("Going well", SECOND)).contains("status-allowed");
        assertThat(run("compare", SECOND, THIRD).out()).contains("removed  rule  status-allowed\n");
    }

    @Test
    void aChangeOfTheBaseIsAChangeOfWhatExtendsIt() throws IOException {
        Library before = Library.open(rules, RuleCache.none());
        replace(rules.resolve(FIRST).resolve("status-brief.drl"), "@severity(\"info\")", "@severity(\"warning\")");
        Library after = before.reopened();
        for (String version : List.of(FIRST, SECOND, THIRD)) {
            assertThat(after.named(version).edition().digest())
                    .isNotEqualTo(before.named(version).edition().digest());
        }
        assertThat(after.sameAs(before)).isFalse();
    }

    @Test
    void decisionsAreReplayedByTheWholeThatMadeThem() throws IOException {
        Path note = note("Going well");
        String[] database = {"--database", temp.resolve("audit").toString()};
        run(database, "check", note.toString(), "--playbook", THIRD, "--audit", "--keep-notes", "all");
        Files.delete(rules.resolve(FIRST).resolve("status-allowed.drl"));
        assertThat(checked("Going well", THIRD)).doesNotContain("status-allowed");
        assertThat(run(database, "audit", "verify").status()).isZero();
        Shell.Said replayed = Shell.run("audit", "replay", database[0], database[1]);
        assertThat(replayed.out()).contains("1 decision");
        assertThat(replayed.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "extends: 2020-03-26 | There is no edition \"2020-03-26\" beside this one. Maybe you mean 2020-03-25.",
                "extends: 2020-05-12 | The edition extends itself. Name another edition, or remove extends.",
                "extends: ../2020-03-25 | The setting extends names no edition. Write one like \"extends: 2020-03-25\".",
                "extends: [2020-03-25, 2019-09-27] | The setting extends names no edition.",
                "extends: {a: b} | The setting extends cannot be read.",
                "extends: 2020-03-25\\nwithout: [statusbrief.drl] | has no file \"statusbrief.drl\" to leave out. Maybe you mean status-brief.drl.",
                "extends: 2020-03-25\\nwithout: [playbook.yaml] | has no file \"playbook.yaml\" to leave out.",
                "extends: 2020-03-25\\nwithout: [guidance.md] | The file guidance.md lies here and is left out. Remove one of the two.",
                "without: [covid-tag.drl] | Add extends with its name.",
                "extends: 2020-03-25\\ntitle: Late | The setting extends stands above other settings. Move it to the end of the file.",
            })
    void whatIsWrongIsToldWhereItStands(String ending, String sentence) throws IOException {
        Path settings = rules.resolve(THIRD).resolve("playbook.yaml");
        replace(settings, "extends: " + SECOND, ending.replace("\\n", "\n"));
        Shell.Said said = run("lint", rules.resolve(THIRD).toString());
        long line = Files.readString(settings)
                        .lines()
                        .takeWhile(each -> !each.matches("(extends|without):.*"))
                        .count()
                + 1;
        assertThat(said.out())
                .contains("/playbook.yaml:" + line + ":1: ")
                .contains(sentence)
                .contains(": 1 error,");
        assertThat(said.status()).isEqualTo(2);
        assertThat(run("playbooks").out()).contains(THIRD + "  rejected").contains(SECOND + "  active");
    }

    @Test
    void aCircleIsToldInEachOfItsEditions() throws IOException {
        extend(FIRST, "extends: " + THIRD + "\n");
        assertThat(run("playbooks").out())
                .contains("The editions extend each other in a circle: 2019-09-27, 2020-05-12, 2020-03-25, 2019-09-27.")
                .contains(FIRST + "  rejected", SECOND + "  rejected", THIRD + "  rejected");
    }

    @Test
    void aChainHasItsLimit() throws IOException {
        String before = THIRD;
        for (int day = 1; day <= 5; day++) {
            String version = "2020-06-0" + day;
            Files.createDirectories(rules.resolve(version));
            Files.writeString(
                    rules.resolve(version).resolve("playbook.yaml"),
                    "title: Day " + day + "\ninForceFrom: " + version + "\nextends: " + before + "\n");
            before = version;
        }
        assertThat(run("playbooks").out())
                .contains("2020-06-03  active")
                .contains("2020-06-04  rejected")
                .contains("More than 5 editions extend each other: 2020-06-04, 2020-06-03");
    }

    @Test
    void whatIsWrongInTheBaseIsToldThereAndWhereItIsTakenOver() throws IOException {
        replace(rules.resolve(FIRST).resolve("status-brief.drl"), "length", "lenght");
        Shell.Said said = run("lint", rules.resolve(THIRD).toString());
        assertThat(said.out())
                .contains(rules.resolve(FIRST).resolve("status-brief.drl") + ":5:")
                .contains("Maybe you mean length.")
                .contains("This edition takes over files of " + SECOND);
        assertThat(run("playbooks").out()).contains(SECOND + "  rejected").contains(THIRD + "  rejected");
        Files.copy(
                Path.of("rules", SECOND, "status-brief.drl"),
                rules.resolve(SECOND).resolve("status-brief.drl"));
        assertThat(run("playbooks").out())
                .contains(FIRST + "  rejected")
                .contains(SECOND + "  active")
                .contains(THIRD + "  active");
    }

    @Test
    void aBaseThatCannotBeReadRefusesWhatExtendsIt() throws IOException {
        Files.delete(rules.resolve(FIRST).resolve("playbook.yaml"));
        assertThat(run("lint", rules.resolve(SECOND).toString()).out())
                .contains(rules.resolve(FIRST).resolve("playbook.yaml") + ": ")
                .contains("The edition " + FIRST + ", which this one extends, cannot be read. Correct it first.");
    }

    @Test
    void aBaseThatIsALinkOutOfTheRulesFolderIsNotFollowed() throws IOException {
        Path outside = Files.move(rules.resolve(FIRST), temp.resolve("outside"));
        Files.createSymbolicLink(rules.resolve(FIRST), outside);
        assertThat(run("playbooks").out())
                .contains("The folder is a link that leads out of the rules folder.")
                .contains(SECOND + "  rejected", THIRD + "  rejected");
    }

    private void extend(String version, String ending) throws IOException {
        Path settings = rules.resolve(version).resolve("playbook.yaml");
        Files.writeString(settings, Files.readString(settings) + ending);
    }

    private static EditionFiles files(String version) {
        return SHIPPED.named(version).files();
    }

    private static byte[] content(EditionFiles files, String name) {
        return files.content(name).orElse(new byte[0]);
    }

    private static List<String> digests(String printed) {
        return Pattern.compile("sha256:[0-9a-f]{64}")
                .matcher(printed)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private Path note(String status) throws IOException {
        return Files.writeString(
                temp.resolve("note.md"),
                "[EXO]\nSTATUS: " + status + "\nSUMMARY: Held a workshop.\nNEXT ACTION: Call on Monday.\n");
    }

    private String checked(String status, String version) throws IOException {
        return run("check", note(status).toString(), "--playbook", version).out();
    }

    private Shell.Said run(String... arguments) {
        return run(new String[0], arguments);
    }

    private Shell.Said run(String[] more, String... arguments) {
        Stream<String> rulesAndCache = arguments[0].equals("audit")
                ? Stream.of()
                : Stream.of("--rules", rules.toString(), "--cache", cache.toString());
        return Shell.run(Stream.of(Arrays.stream(arguments), Arrays.stream(more), rulesAndCache)
                .flatMap(each -> each)
                .toArray(String[]::new));
    }
}
