package org.noteworthy.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What NEXT ACTION says of time, in the six languages. */
class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | April 30, 2019 | 2019-04-30",
                "en | April 30 2019 | 2019-04-30",
                "en | 30 April 2019 | 2019-04-30",
                "en | the 30th of April 2019 | 2019-04-30",
                "en | March 30th, 2020 | 2020-03-30",
                "en | Apr. 6, 2020 | 2020-04-06",
                "en | May 5, 2020 | 2020-05-05",
                "en | 5 may 2020 | 2020-05-05",
                "en | 04/30/2019 | 2019-04-30",
                "en | 4/5/2020 | 2020-04-05",
                "en | 4/30/20 | 2020-04-30",
                "en | 30/04/2019 | 2019-04-30",
                "en | 4-6-2020 | 2020-04-06",
                "en | 2019-04-30 | 2019-04-30",
                "en | 2019/4/30 | 2019-04-30",
                "en | 2020-04-06T10:00 | 2020-04-06",
                "en | 30.04.2019 | 2019-04-30",
                "en | 20-May-2020 | 2020-05-20",
                "en | 20May2020 | 2020-05-20",
                "en | May 4-6, 2020 | 2020-05-06",
                "en | 4-6 May 2020 | 2020-05-06",
                "en | April 30, 2019 and June 1, 2020, not May 1, 2018 | 2020-06-01",
                "en | February 29, 2020 | 2020-02-29",
                "de | 30. April 2019 | 2019-04-30",
                "de | am Mittwoch, den 8. April 2020 | 2020-04-08",
                "de | 1. März 2021 | 2021-03-01",
                "de | 10. Okt. 2020 | 2020-10-10",
                "de | 30.04.2019 | 2019-04-30",
                "es | 30 de abril, 2019 | 2019-04-30",
                "es | 30 de abril de 2019 | 2019-04-30",
                "es | 30 de abril del 2019 | 2019-04-30",
                "es | 1º de mayo de 2020 | 2020-05-01",
                "pt | 30 de abril de 2019 | 2019-04-30",
                "pt | 10 out 2020 | 2020-10-10",
                "ja | 2019 年 4 月 30 日 | 2019-04-30",
                "ja | ２０１９年４月３０日まで | 2019-04-30",
                "zh | 2019年4月30日 | 2019-04-30",
                "zh | 2019 年 4 月 30 号 | 2019-04-30"
            })
    void readsFullDates(String language, String written, LocalDate date) {
        NextAction next = next(language, written, null);

        assertThat(next.dated()).isTrue();
        assertThat(next.lastDate()).isEqualTo(date.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | May 2019",
                "en | end of May 2019",
                "en | in May",
                "en | by march",
                "en | may 5",
                "en | 5 May",
                "en | April",
                "en | on Sat",
                "en | Sunday",
                "en | Fri, 10 am",
                "en | Friday's call",
                "en | 4/30",
                "en | next week",
                "en | in 3 days",
                "en | two weeks",
                "en | tomorrow",
                "en | EOD",
                "en | this afternoon",
                "en | weekly",
                "en | bi-weekly call",
                "en | every Tuesday",
                "en | every other week",
                "en | Daily",
                "en | 12 may be moved",
                "de | 30.4.",
                "de | am Montag",
                "de | im Mai",
                "de | Ende April",
                "de | nächste Woche",
                "de | in zwei Wochen",
                "de | Wöchentlich",
                "de | Morgen",
                "de | Okt",
                "es | el 30 de abril",
                "es | mañana",
                "es | próxima semana",
                "es | el lunes",
                "es | semanal",
                "es | en 3 días",
                "pt | 30 de Abril",
                "pt | amanhã",
                "pt | na segunda-feira",
                "pt | semanalmente",
                "pt | em 3 dias",
                "ja | 4月30日",
                "ja | 30日",
                "ja | 来週",
                "ja | 毎週火曜日",
                "ja | １週間後",
                "ja | 月曜日に電話",
                "zh | 4月",
                "zh | 四月三十日",
                "zh | 下周一",
                "zh | 每周",
                "zh | 星期一",
                "zh | 3天后",
                "zh | 明天",
                "ja | 令和2年4月30日",
                "zh | 109年4月30日",
                "en | Call Sat",
                "en | Call 21/04",
                "en | the 21st",
                "en | in 2 wks",
                "en | Q3 FY20",
                "pt | na sexta às 10h",
                "de | KW 20",
                "zh | 三天后",
                "en | 99/99/2019 or Monday"
            })
    void readsPartsOfDatesRelativeDaysAndRecurrence(String language, String written) {
        NextAction next = next(language, written, LocalDate.of(2030, 1, 1));

        assertThat(next.dated()).isTrue();
        assertThat(next.lastDate()).isNull();
        assertThat(next.past()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They may call back",
                "may",
                "march on",
                "We march on",
                "mar",
                "sat down",
                "Sat down",
                "June 31, 2020",
                "May 0",
                "30 day trial",
                "10.1.2.3/24",
                "1/3 of users",
                "two weeks ago",
                "the sun",
                "wed the two",
                "soon",
                "ASAP",
                "as soon as possible",
                "later",
                "version 2.3.4",
                "v1.2",
                "16.0.12527",
                "1.1.1.1",
                "10.0.0.1",
                "10:30",
                "at 10 am",
                "10-30",
                "3-5 users",
                "24/7",
                "13/13",
                "0/5",
                "50%",
                "2020",
                "KB2020",
                "365 ProPlus",
                "2020-13-01",
                "2020-02-30",
                "99/99/2019",
                "6th",
                "1st party",
                "5 users",
                "30.4",
                "20190430",
                "",
                "-",
                "!!!"
            })
    void takesNothingElseForATime(String written) {
        NextAction next = next("en", written, null);

        assertThat(next.dated()).isFalse();
        assertThat(next.lastDate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "de, bald",
        "de, so bald wie möglich",
        "de, Version 2.3",
        "de, do so",
        "es, pronto",
        "es, mar",
        "pt, em breve",
        "pt, set",
        "ja, 近日中",
        "ja, 日",
        "zh, 尽快"
    })
    void takesNothingElseForATimeInOtherLanguages(String language, String written) {
        assertThat(next(language, written, null).dated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "April 5, 2020 | true",
                "April 6, 2020 | false",
                "April 7, 2020 | false",
                "April 5 | false",
                "April 5, 2020, then April 7, 2020 | false",
                "April 5, 2020, then April 4, 2020 | true",
                "weekly since 04/01/2020 | true",
                "weekly | false",
                "April 31, 2019 | false"
            })
    void isPastWhenEveryFullDateLiesBeforeTheDayOfTheNote(String written, boolean past) {
        assertThat(next("en", written, LocalDate.of(2020, 4, 6)).past()).isEqualTo(past);
        assertThat(next("en", written, null).past()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Enable the 30 day trial | length | 30 day",
                "en | Set it to 90 days | length | 90 days",
                "en | Sent two weeks ago | past | two weeks ago",
                "en | As agreed last week | past | last week",
                "de | Hat vor zwei Wochen gemailt | past | vor zwei Wochen",
                "es | Enviado hace dos semanas | past | hace dos semanas",
                "pt | Enviado há duas semanas | past | há duas semanas",
                "ja | 先週の会議 | past | 先週",
                "zh | 上周的会议 | past | 上周",
                "en | Call on 31 June | noDay | 31 June",
                "en | Call on June 31, 2020 | noDay | June 31, 2020",
                "en | Call 2020-02-30 | noDay | 2020-02-30",
                "en | Call at 10:30 | clock | 10:30",
                "en | 6th | ordinal | 6th",
                "en | Move 1/3 of the users | part | 1/3",
                "en | Meet in room 4/12 | number | 4/12",
                "en | Follow up may | word | may",
                "en | Call them sat | word | sat"
            })
    void tellsWhatLooksLikeATimeAndIsNone(String language, String written, String reason, String seen) {
        NextAction next = next(language, written, null);
        String sentence = RealPlaybook.march2020().tables().dateReasons().stream()
                .filter(row -> row.reason().key().equals(reason))
                .findFirst()
                .orElseThrow()
                .sentence();

        assertThat(next.dated()).isFalse();
        assertThat(next.whyUndated()).isEqualTo(sentence.replace("{seen}", seen));
        assertThat(next.lookalike().spots()).singleElement().satisfies(spot -> {
            assertThat(spot.found()).isEqualTo(seen);
            assertThat(spot.section()).isEqualTo("NEXT ACTION");
        });
    }

    @Test
    void pointsAtTheWholeSectionWhereNothingLooksLikeATime() {
        NextAction next = next("en", "Call them soon", null);

        assertThat(next.whyUndated()).isEqualTo("NEXT ACTION does not say when.");
        assertThat(next.lookalike().spots()).isEqualTo(next.spots());
        assertThat(next("en", "tomorrow", null).whyUndated()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 04/05/2020, 2020-04-05, true, 2020-05-04",
        "en, 04/05/2020 or 04/01/2020, 2020-04-05, true, 2020-05-04",
        "en, 01/04/2020 or 04/05/2020, 2020-04-05, true, 2020-05-04",
        "en, 04/30/2020, 2020-04-30, true, ''",
        "en, 30/04/2020, 2020-04-30, true, ''",
        "en, 01/04/2020, 2020-01-04, true, ''",
        "en, 05/04/2020, 2020-05-04, false, ''",
        "de, 04/05/2020, 2020-05-04, false, ''",
        "es, 04/05/2020, 2020-05-04, false, ''",
        "pt, 04/05/2020, 2020-05-04, false, ''",
        "ja, 04/05/2020, 2020-04-05, true, ''",
        "zh, 04/05/2020, 2020-04-05, true, ''"
    })
    void tellsBothReadingsOfADateWhereTheLanguageDoesNotTellWhichIsMeant(
            String language, String written, String read, boolean past, String other) {
        NextAction next = next(language, written, LocalDate.of(2020, 5, 2));

        assertThat(next.lastDate()).isEqualTo(read);
        assertThat(next.past()).isEqualTo(past);
        if (past && !other.isEmpty()) {
            assertThat(next.whyPast()).startsWith("\"04/05/2020\" in").contains(read, other);
        } else if (past) {
            assertThat(next.whyPast()).startsWith("Every date in").endsWith("the latest is " + read + ".");
        } else {
            assertThat(next.whyPast()).isEmpty();
        }
    }

    /** Were one of these read again and again, this would not come to its end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "one ",
                "1/1/",
                "2 to ",
                "in the ",
                "May ",
                "1 - ",
                "1st ",
                "Wed    ",
                "last week of ",
                "一",
                "2020年",
                "a",
                "9",
                " "
            })
    void readsLongTextsOnce(String part) {
        String text = part.repeat(400_000 / part.length());

        assertThat(next("en", text + ".", null).length()).isPositive();
    }

    @Test
    void readsOnlyWhatStandsUnderItsLabel() {
        String text = "[EXO] April 1, 2020\nSTATUS: Monday\nNEXT ACTION: call\nCONCERNS: tomorrow";

        assertThat(RealPlaybook.read(text).nextAction().dated()).isFalse();
    }

    @Test
    void readsADateThatGoesOnOverLinesAndBlanks() {
        assertThat(next("en", "call on April\u00A030,\r\n  2019", null).lastDate())
                .isEqualTo("2019-04-30");
    }

    @Test
    void tellsTheLatestDateInFigures() {
        assertThat(next("en", "April 5, 2020", null).lastDate()).isEqualTo("2020-04-05");
        assertThat(next("en", "weekly", null).lastDate()).isNull();
    }

    private static NextAction next(String language, String written, @Nullable LocalDate writtenOn) {
        String text = "[EXO]\nNEXT ACTION: " + written;
        NoteRecord record = new NoteRecord(
                "n", text, null, null, null, writtenOn, null, null, null, null, null, null, null, language);
        return RealPlaybook.march2020().parser().parse(record).nextAction();
    }
}
