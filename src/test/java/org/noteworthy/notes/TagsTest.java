package org.noteworthy.notes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.notes.Covid.TagUse;

/** What a note says of COVID-19: the tag, the slips of it, and the names in words. */
class TagsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "#covid, #covid",
                "#COVID, #COVID",
                "#Covid., #Covid",
                "(#covid), #covid",
                "[#covid], #covid",
                "\"#covid\", #covid",
                "**#covid**, #covid",
                "_#covid_, #covid",
                "`#covid`, #covid",
                "#covid#MDATP, #covid",
                "#covid/x, #covid",
                "#covid's, #covid",
                "#covid-, #covid",
                "#covid。, #covid",
                "使用#covid, #covid",
                "＃covid, ＃covid",
                "#ｃｏｖｉｄ, #ｃｏｖｉｄ",
                "@#covid, #covid",
                "😀#covid😀, #covid"
            })
    void isTheTagInAnyCaseAndWidthAsAWholeTag(String written, String found) {
        String text = "[EXO]\nSUMMARY: x " + written + " y";
        Covid covid = RealPlaybook.read(text).covid();

        assertThat(covid.tagged()).isTrue();
        assertThat(covid.related()).isTrue();
        assertThat(covid.uses()).singleElement().satisfies(use -> {
            assertThat(use.written()).isEqualTo(found);
            assertThat(text.substring(use.start(), use.end())).isEqualTo(found);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#covid19",
                "#COVID19",
                "#covid-19",
                "#covid_19",
                "#covid2019",
                "#corona",
                "#coronavirus",
                "#pandemic",
                "#covids",
                "#covd",
                "#cvoid",
                "#ovid",
                "#covid1"
            })
    void namesAnotherTagThatIsMeantToBeIt(String slip) {
        String text = "[EXO]\nSUMMARY: x " + slip + ".";
        Covid covid = RealPlaybook.read(text).covid();

        assertThat(covid.tagged()).isFalse();
        assertThat(covid.mentioned()).isTrue();
        assertThat(covid.slip()).isEqualTo(new TagUse(17, 17 + slip.length(), slip));
        assertThat(covid.missingTag().spots()).singleElement().satisfies(spot -> {
            assertThat(spot.nearest()).isEqualTo("#covid");
            assertThat(spot.fix())
                    .extracting(Fix::start, Fix::end, Fix::text)
                    .containsExactly(17, 17 + slip.length(), "#covid");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "##covid",
                "# #",
                "#",
                "ID #123",
                "Exchange#1",
                "#1",
                "x#covid",
                "1#covid",
                "http://x.y/z#covid",
                "http://x.y/#covid",
                "https://x.y/?a=b&#covid",
                "#Unresponsive",
                "#MDATP",
                "#covidsafe",
                "#postcovid",
                "postcovid",
                "covidious",
                "x＃covid"
            })
    void isSomethingElse(String written) {
        Covid covid = RealPlaybook.read("[EXO]\nSUMMARY: x " + written + " y").covid();

        assertThat(covid.tagged()).isFalse();
        assertThat(covid.mentioned()).isFalse();
        assertThat(covid.related()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "because of COVID-19, COVID-19",
        "covid, covid",
        "Covid 19, Covid 19",
        "COVID‑19 hit, COVID‑19",
        "the pandemic, pandemic",
        "Coronavirus!, Coronavirus",
        "wegen der Corona-Pandemie, Corona-Pandemie",
        "la pandemia, pandemia",
        "新型コロナウイルスの, 新型コロナウイルス",
        "因新冠肺炎, 新冠肺炎",
        "[COVID], COVID",
        "# covid, covid"
    })
    void findsTheFirstNameInWords(String written, String found) {
        String text = "[EXO]\nSUMMARY: x " + written + " y";
        Covid covid = RealPlaybook.read(text).covid();
        TagUse word = requireNonNull(covid.word());

        assertThat(covid.tagged()).isFalse();
        assertThat(text.substring(word.start(), word.end())).isEqualTo(found).isEqualTo(word.written());
    }

    @Test
    void isFoundAnywhereInTheNote() {
        for (String text : new String[] {
            "#covid",
            "#covid\n[EXO]",
            "[EXO] #covid\nSTATUS: x",
            "[EXO]#covid",
            "[#covid] x",
            "[EXO+#covid]\nSTATUS: x",
            "[EXO]\n#covid",
            "[EXO]\nSTATUS: #covid",
            "[EXO]\r\nCONCERNS:\r\n- #covid\r\n"
        }) {
            assertThat(RealPlaybook.read(text).covid().tagged()).as(text).isTrue();
        }
    }

    @Test
    void isTakenOutWithTheBlankBeforeIt() {
        String text = "#covid a #covid b\t#covid";

        assertThat(RealPlaybook.read(text).covid().tags().spots())
                .extracting(Spot::fix)
                .containsExactly(Fix.safe(0, 7, ""), Fix.safe(8, 15, ""), Fix.safe(17, 24, ""));
    }

    @Test
    void isNotTakenOutWhereThatMakesATagOfWhatFollows() {
        assertThat(RealPlaybook.read("[EXO] #covid#covid").covid().tags().spots())
                .singleElement()
                .satisfies(spot -> assertThat(spot.fix()).isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "EXECUTIVE SUMMARY: x #covid ~ true",
                "Exec Summary: x\\n- #covid ~ true",
                "RESUMEN EJECUTIVO: #covid ~ true",
                "执行摘要：x #covid ~ true",
                "SUMMARY: #covid\\nEXECUTIVE SUMMARY: x ~ false",
                "EXECUTIVE SUMMARY: x\\nSTATUS: On track\\nSUMMARY: #covid ~ false",
                "#covid\\nEXECUTIVE SUMMARY: x ~ false",
                "EXECUTIVE SUMMARY: x #covid19 ~ false",
                "SUMMARY: #covid ~ false"
            })
    void tellsWhetherItStandsInTheExecutiveSummary(String text, boolean inside) {
        assertThat(RealPlaybook.read(text.translateEscapes()).covid().taggedInExecutiveSummary())
                .isEqualTo(inside);
    }

    @Test
    void isRelatedToCovidWhenTheCustomerIsKnownToHaveAccelerated() {
        NoteRecord record =
                new NoteRecord("n", "[EXO]", null, null, null, null, null, null, null, null, true, null, null, null);

        assertThat(RealPlaybook.march2020().parser().parse(record).covid().related())
                .isTrue();
    }
}
