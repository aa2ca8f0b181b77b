package org.noteworthy.playbooks.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.notes.DateWordKind;

/** The tables about times, and what is told of rows that say nothing. */
class DateTablesTest {
    private static final String EDITION = "2020-03-25";
    private static final String WORDS = "kind,language,word,value,source\n";
    private static final String REASONS = "reason,sentence,source\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "monht,en,May,5, | There is no kind \"monht\".",
                "month,en,May,13, | Write the number of the month, from 1 to 12.",
                "month,en,May,, | Write the number of the month, from 1 to 12.",
                "month,en,May,05, | Write the number of the month, from 1 to 12.",
                "period,en,week,53-1, | Write the least and the greatest number, such as 1-53.",
                "period,en,week,53, | Write the least and the greatest number, such as 1-53.",
                "figures,de,/,dmy, | Write day-first or month-first.",
                "figures,de,-,day-first, | Between the numbers of a date stands",
                "weekday,en,Sat,yes, | Write own if the word counts only in notes of its language",
                "weekday,en,,, | The cell word is empty.",
                "weekday,,Sat,, | The cell language is empty."
            })
    void aRowThatSaysNothingIsToldWithItsPlace(String row, String told) {
        Diagnostics diagnostics = new Diagnostics(EDITION);
        read(WORDS + row + "\n", REASONS, diagnostics).words();

        assertThat(diagnostics.sorted())
                .isNotEmpty()
                .allSatisfy(diagnostic -> assertThat(diagnostic.line()).isEqualTo(2));
        assertThat(diagnostics.sorted())
                .anySatisfy(diagnostic -> assertThat(diagnostic.sentence()).contains(told));
    }

    @Test
    void theSameWordTwiceIsToldButNotWithAnotherMeaning() {
        Diagnostics diagnostics = new Diagnostics(EDITION);
        read(WORDS + "weekday,es,mar,,\nmonth,es,mar,3,\nweekday,es,Mar,,\n", REASONS, diagnostics)
                .words();

        assertThat(diagnostics.sorted()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.line()).isEqualTo(4);
            assertThat(diagnostic.sentence()).contains("stands in line 2 already");
        });
    }

    @Test
    void everyReasonNeedsItsSentence() {
        Diagnostics diagnostics = new Diagnostics(EDITION);
        read(WORDS, REASONS + "nothing,It does not say when.,\nlength,How long.,\n", diagnostics)
                .reasons();

        assertThat(diagnostics.sorted())
                .singleElement()
                .satisfies(
                        diagnostic -> assertThat(diagnostic.sentence())
                                .startsWith(
                                        "There is no sentence for past, noDay, ordinal, clock, part, number, word, allPast, eitherOrder."));
    }

    @Test
    void aSentenceNamesWhatIsKnown() {
        Diagnostics diagnostics = new Diagnostics(EDITION);
        read(WORDS, REASONS + "nothing,No {time} in {seen}.,\n", diagnostics).reasons();

        assertThat(diagnostics.sorted()).anySatisfy(diagnostic -> {
            assertThat(diagnostic.line()).isEqualTo(2);
            assertThat(diagnostic.sentence())
                    .isEqualTo("A sentence can name {latest}, {other}, {seen}, and not {time}.");
        });
    }

    @Test
    void whatIsWrittenIsRead() {
        Diagnostics diagnostics = new Diagnostics(EDITION);

        assertThat(read(WORDS + "period,de,KW,1-53,our team\n", REASONS, diagnostics)
                        .words())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.kind()).isEqualTo(DateWordKind.PERIOD);
                    assertThat(row.value()).isEqualTo("1-53");
                });
        assertThat(diagnostics.sorted()).isEmpty();
    }

    private static DateTablesReader read(String words, String reasons, Diagnostics diagnostics) {
        Map<String, byte[]> files = Map.of(
                "tables/date-words.csv", words.getBytes(StandardCharsets.UTF_8),
                "tables/date-reasons.csv", reasons.getBytes(StandardCharsets.UTF_8));
        return new DateTablesReader(EditionFiles.of(EDITION, files), diagnostics);
    }
}
