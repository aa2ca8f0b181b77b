package org.noteworthy.playbooks.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.waiver.Waiver.State;
import org.noteworthy.playbooks.waiver.Waiver.Subject;

/** What owners write into the file of waivers, and what they are told of it. */
class WaiverFileTest {
    private static final String HEADER = "rule,engagement,note,author,justification,owner,from,until\n";
    private static final String GOOD = "status-brief,E-1,,,Agreed.,Pat,2026-01-01,2026-12-31\n";
    private static final LocalDate DAY = LocalDate.parse("2026-06-01");

    @TempDir
    private Path rules;

    private WaiverFile read(String text) throws IOException {
        Files.writeString(rules.resolve(WaiverFile.NAME), text);
        return WaiverFile.in(rules);
    }

    @Test
    void aFolderNeedsNone() {
        assertThat(WaiverFile.in(rules).isSound()).isTrue();
        assertThat(WaiverFile.in(rules).waivers().isEmpty()).isTrue();
    }

    @Test
    void columnsStandInAnyOrderAndSubjectsThatNobodyNeedsMayBeMissing() throws IOException {
        WaiverFile file = read("""
                until;from;owner;justification;author;rule
                2026-12-31;2026-01-01;Pat;"Agreed; see the mail.";kim;status-brief
                """);
        assertThat(file.diagnostics()).isEmpty();
        assertThat(file.waivers().all())
                .containsExactly(new Waiver(
                        2,
                        "status-brief",
                        new Subject(null, null, "kim"),
                        "Agreed; see the mail.",
                        "Pat",
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-12-31")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "*,E-1,,,J,P,2026-01-01,2026-12-31           | 2:1  | \"*\" is not the name of one rule.",
                "status-*,E-1,,,J,P,2026-01-01,2026-12-31    | 2:1  | \"status-*\" is not the name of one rule.",
                "status-brief status-present,E-1,,,J,P,2026-01-01,2026-12-31 | 2:1 | is not the name of one rule.",
                ",E-1,,,J,P,2026-01-01,2026-12-31            | 2:1  | The cell rule is empty.",
                "r,,,,J,P,2026-01-01,2026-12-31              | 2:1  | names neither an engagement, nor a note, nor an author",
                "r,*,,,J,P,2026-01-01,2026-12-31             | 2:3  | \"*\" is not one engagement.",
                "r,,*,,J,P,2026-01-01,2026-12-31             | 2:4  | \"*\" is not one note.",
                "r,,,k*,J,P,2026-01-01,2026-12-31            | 2:5  | \"k*\" is not one author.",
                "r,E-1,,,,P,2026-01-01,2026-12-31            | 2:9  | The cell justification is empty.",
                "r,E-1,,,J,,2026-01-01,2026-12-31            | 2:11 | The cell owner is empty.",
                "r,E-1,,,J,P,,2026-12-31                     | 2:13 | The cell from is empty.",
                "r,E-1,,,J,P,2026-01-01,                     | 2:24 | The cell until is empty.",
                "r,E-1,,,J,P,2026-12-31,2026-01-01           | 2:24 | begins on 2026-12-31 and ends on 2026-01-01, which is earlier.",
                "r,E-1,,,J,P,2026-01-01,2026-12-31+02:00     | 2:24 | The cell until says \"2026-12-31+02:00\", which is not a day.",
                "r,E-1,,,J,P,2026-01-01T00:00Z,2026-12-31    | 2:13 | The cell from says \"2026-01-01T00:00Z\", which is not a day.",
                "r,E-1,,,J,P,2026-01-01,31.12.2026           | 2:24 | The cell until says \"31.12.2026\", which is not a day.",
                "r,E-1,,,J,P,2026-01-01,2026-02-30           | 2:24 | The cell until says \"2026-02-30\", which is not a day.",
                "r,E-1,,,J,P,2026-01-01                      | 2:1  | The row has 7 cells, the header has 8.",
            })
    void whatIsWrongIsToldAtItsPlaceAndNothingCounts(String row, String place, String sentence) throws IOException {
        WaiverFile file = read(HEADER + row + "\n");
        assertThat(file.diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.toString())
                        .startsWith("waivers.csv:" + place + ": ")
                        .contains(sentence));
        assertThat(file.waivers().isEmpty()).isTrue();
    }

    @Test
    void everyRowsFaultIsToldAtOnceAndTheGoodOnesDoNotCountAlone() throws IOException {
        WaiverFile file = read(HEADER + GOOD + "*,,,,,,,\n" + GOOD.replace("Agreed.", "Again."));
        assertThat(file.waivers().isEmpty()).isTrue();
        assertThat(file.diagnostics()).extracting(Diagnostic::line).contains(3, 4);
        assertThat(file.diagnostics())
                .extracting(Diagnostic::sentence)
                .anyMatch(sentence -> sentence.startsWith("This waiver stands in line 2 already"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule,engagment,justification,owner,from,until | There is no column \"engagment\" in waivers.csv. Maybe you mean engagement.",
                "rule,note,note,justification,owner,from,until | The column note stands here twice.",
                "rule,justification,owner,from,until           | There is neither a column engagement, nor note, nor author",
                "rule,note,owner,from,until                    | The column justification is missing.",
                "note,justification,owner,from,until           | The column rule is missing.",
            })
    void aHeaderThatIsWrongIsTold(String header, String sentence) throws IOException {
        assertThat(read(header + "\n").diagnostics())
                .anySatisfy(diagnostic -> assertThat(diagnostic.toString())
                        .startsWith("waivers.csv:1:")
                        .contains(sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\"rule", "rule,note,justification,owner,from,until\n\"open"})
    void whatIsNoTableIsRefused(String text) throws IOException {
        assertThat(read(text).isSound()).isFalse();
    }

    @Test
    void misleadingCharactersAndOtherCharsetsAreRefused() throws IOException {
        assertThat(read(HEADER + GOOD.replace("Agreed.", "Agreed\u202E.")).diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.toString()).contains("waivers.csv:2:", "U+202E"));
        Files.write(rules.resolve(WaiverFile.NAME), "rulé".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(WaiverFile.in(rules).diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.toString()).contains("not UTF-8"));
    }

    @Test
    void sizesAreBounded() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 10_000; i++) {
            rows.append("r,,n").append(i).append(",,J,P,2026-01-01,2026-12-31\n");
        }
        assertThat(read(rows.toString()).waivers().all()).hasSize(10_000);
        assertThat(read(rows + GOOD).diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.toString()).contains("more than 10000 rows"));
        assertThat(read(HEADER + GOOD.replace("Agreed.", "x".repeat(1_001))).isSound())
                .isFalse();
        assertThat(read(HEADER + GOOD + "\n".repeat(1 << 20)).diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.toString()).contains("larger than 1 MiB"));
    }

    @Test
    void whatIsNoFileOrLiesElsewhereIsRefused(@TempDir Path elsewhere) throws IOException {
        Path file = rules.resolve(WaiverFile.NAME);
        Files.createDirectory(file);
        assertThat(WaiverFile.in(rules).diagnostics().toString()).contains("This is not a file");
        Files.delete(file);
        Path outside = Files.writeString(elsewhere.resolve("mine.csv"), HEADER + GOOD);
        Files.createSymbolicLink(file, outside);
        assertThat(WaiverFile.in(rules).diagnostics().toString()).contains("leads out of the rules folder");
        Files.delete(file);
        Files.createSymbolicLink(file, rules.resolve("gone.csv"));
        assertThat(WaiverFile.in(rules).diagnostics().toString()).contains("a link that leads nowhere");
        Files.writeString(rules.resolve("gone.csv"), HEADER + GOOD);
        assertThat(WaiverFile.in(rules).isSound()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, NOT_YET_VALID",
        "2026-01-01, IN_FORCE",
        "2026-12-31, IN_FORCE",
        "2027-01-01, EXPIRED",
    })
    void bothDaysCount(LocalDate day, State state) throws IOException {
        Waiver waiver = read(HEADER + GOOD).waivers().all().get(0);
        assertThat(waiver.on(day)).isEqualTo(state);
        Subject subject = new Subject("E-1", "N-1", "kim");
        assertThat(read(HEADER + GOOD)
                        .waivers()
                        .first("status-brief", subject, day)
                        .isPresent())
                .isEqualTo(state == State.IN_FORCE);
    }

    @ParameterizedTest
    @CsvSource({
        "E-1,,,        true",
        "E-2,,,        false",
        "e-1,,,        false",
        ",N-1,,        true",
        ",N-2,,        false",
        ",,kim,        true",
        ",,sam,        false",
        "E-1,N-1,kim,  true",
        "E-1,N-1,sam,  false",
        "E-2,,kim,     false",
    })
    void allThatIsNamedMustMatch(
            @Nullable String engagement, @Nullable String note, @Nullable String author, boolean covered)
            throws IOException {
        String row = "r," + text(engagement) + "," + text(note) + "," + text(author) + ",J,P,2026-01-01,2026-12-31\n";
        Waivers waivers = read(HEADER + row).waivers();
        assertThat(waivers.first("r", new Subject("E-1", "N-1", "kim"), DAY).isPresent())
                .isEqualTo(covered);
        assertThat(waivers.first("r", new Subject(null, null, null), DAY)).isEmpty();
        assertThat(waivers.first("r2", new Subject("E-1", "N-1", "kim"), DAY)).isEmpty();
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void whatLooksTheSameIsTheSame() throws IOException {
        Waivers waivers =
                read(HEADER + "r,,,Zo\u00EB,J,P,2026-01-01,2026-12-31\n").waivers();
        assertThat(waivers.first("r", new Subject(null, null, "Zoe\u0308"), DAY))
                .isPresent();
    }

    @Test
    void ofSeveralTheFirstIsTold() throws IOException {
        Waivers waivers = read(HEADER + """
                        r,,,kim,By author.,P,2026-01-01,2026-12-31
                        r,,N-1,,By note.,P,2026-01-01,2026-12-31
                        """).waivers();
        Subject subject = new Subject("E-1", "N-1", "kim");
        assertThat(waivers.covering("r", subject, DAY))
                .extracting(Waiver::justification)
                .containsExactly("By author.", "By note.");
        assertThat(waivers.first("r", subject, DAY))
                .hasValueSatisfying(first -> assertThat(first.line()).isEqualTo(2));
    }
}
