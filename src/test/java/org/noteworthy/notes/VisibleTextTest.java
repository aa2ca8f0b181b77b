package org.noteworthy.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.notes.parsing.VisibleTextReader;

/** A text is read as a person sees it, and every place in it is told as the place of what was written. */
class VisibleTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "On&nbsp;track|On\u00A0track",
                "R&amp;D|R&D",
                "R&D; done|R&D; done",
                "5 &lt; 6 &#8211; &#x2013;|5 < 6 \u2013 \u2013",
                "N&Auml;CHSTE&#160;AKTION|N\u00C4CHSTE\u00A0AKTION",
                "&#0; &#xD800; &unheardof; & &;|&#0; &#xD800; &unheardof; & &;",
                "<b>STATUS:</b> On track|STATUS: On track",
                "a<!-- STATUS: one of the four -->b|ab",
                "a<!-- never closed|a<!-- never closed",
                "if x < 5 and y > 3|if x < 5 and y > 3",
                "<tbd> by <name> at <https://a.example/?x=1>|<tbd> by <name> at <https://a.example/?x=1>",
                "<strong|<strong",
                "<b a='>'>x</b>|x",
                "a<style>b { c: d }</style>e|ae",
                "a<style>b|ab",
                "<a href=\"https://a.example/?i=1&amp;j=2\">Insight</a>, x|Insight <https://a.example/?i=1&j=2>, x",
                "<a href='https://a.example/'>https://a.example/</a>|https://a.example/",
                "<a href=\"mailto:a@b.example\">Ann</a>|Ann",
                "\\[EXO\\] \\#covid|[EXO] #covid",
                "CONTOSO\\_admin \\\\server\\[x|CONTOSO\\_admin \\\\server[x",
                "Ma\u0308rz, a\u0301rea|M\u00E4rz, \u00E1rea",
                "\u212Bngstr\u00F6m|\u00C5ngstr\u00F6m",
                "\u30D5\u30A9\u30ED\u30FC\u30A2\u30C3\u30D5\u309A|\u30D5\u30A9\u30ED\u30FC\u30A2\u30C3\u30D7",
                "\u1112\u1161\u11AB|\uD55C"
            })
    void isWhatAPersonSees(String written, String seen) {
        assertThat(VisibleTextReader.read(written).text()).isEqualTo(seen);
    }

    @Test
    void beginsALineWhereMarkupDoes() {
        assertThat(VisibleTextReader.read("[EXO]<br>STATUS<br />x\ny").text()).isEqualTo("[EXO]\nSTATUS\nx\ny");
    }

    @Test
    void readsTheBodyOfAMailByItsMarkupAlone() {
        VisibleText text = VisibleTextReader.read(
                "<html><body>\r\n<p>STATUS: On\r\n track</p><ul><li>one</li></ul></body></html>");

        assertThat(text.text().replaceAll("\\s*\\n\\s*", "/")).isEqualTo("/STATUS: On   track/one/");
    }

    @Test
    void leavesALetterUnderMoreMarksThanAnyLanguageHas() {
        String heap = "a" + "\u0301".repeat(31);

        assertThat(VisibleTextReader.read(heap + " Ma\u0308rz").text()).isEqualTo(heap + " M\u00E4rz");
    }

    @Test
    void showsPlacesOfWhatWasWritten() {
        String written = "<p><b>STATUS:</b> Pau&szlig;ed</p> Ma\u0308rz";
        VisibleText text = VisibleTextReader.read(written);

        assertThat(found(text, "STATUS:")).isEqualTo("STATUS:");
        assertThat(found(text, "Pau\u00DFed")).isEqualTo("Pau&szlig;ed");
        assertThat(found(text, "M\u00E4rz")).isEqualTo("Ma\u0308rz");
    }

    @Test
    void offersNoEditThatWouldTakeMarkupWithIt() {
        VisibleText text = VisibleTextReader.read("STATUS: <b>Going</b> well &amp; fine");

        assertThat(text.written(spot(text, "Going well", "On track")).fix()).isNull();
        assertThat(text.written(spot(text, "fine", "R&D <x>")).fix()).isEqualTo(Fix.safe(32, 36, "R&amp;D &lt;x&gt;"));
        assertThat(text.written(spot(text, "Going", "On")).fix()).isEqualTo(Fix.safe(11, 16, "On"));
    }

    @Test
    void addsBehindWhatStandsBefore() {
        VisibleText text = VisibleTextReader.read("<p>[EXO]</p><p>x</p>");
        int end = text.text().indexOf(']') + 1;

        assertThat(text.written(new Spot(null, end, end, null, List.of(), null, Fix.safe(end, end, "!")))
                        .fix())
                .isEqualTo(Fix.safe(8, 8, "!"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void keepsTheOrderAndThePlaceOfEachCharacter(long seed) {
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "<p>",
                "</p>",
                "<br>",
                "<!--",
                "-->",
                "<b>",
                "&amp;",
                "&",
                ";",
                "<",
                ">",
                "\\",
                "[",
                "#",
                "a",
                "\u0301",
                "\u0327",
                "\u1161",
                "\uD834\uDD5E",
                "\uD83D\uDE00",
                "\uD83D",
                "\n",
                " ",
                "<a href=\"http://a\">",
                "</a>",
                "<style>",
                "</style>",
                "\u304B",
                "\u3099",
                "'",
                "\"");
        for (int i = 0; i < 2_000; i++) {
            StringBuilder written = new StringBuilder();
            for (int j = random.nextInt(30); j > 0; j--) {
                written.append(pieces.get(random.nextInt(pieces.size())));
            }
            VisibleText text = VisibleTextReader.read(written.toString());
            int end = 0;
            for (int at = 0; at < text.text().length(); at++) {
                Spot spot = text.written(new Spot(null, at, at + 1, "", List.of(), null, null));
                assertThat(spot.start()).as("in <%s>", written).isLessThan(spot.end());
                assertThat(spot.end()).as("in <%s>", written).isBetween(end, written.length());
                end = spot.end();
            }
            if (!written.toString().matches("(?s).*[<&\\\\].*")) {
                assertThat(text.text()).isEqualTo(Normalizer.normalize(written, Normalizer.Form.NFC));
            }
        }
    }

    private static String found(VisibleText text, String seen) {
        return String.valueOf(text.written(spot(text, seen, "")).found());
    }

    private static Spot spot(VisibleText text, String seen, String instead) {
        int start = text.text().indexOf(seen);
        int end = start + seen.length();
        return new Spot(null, start, end, seen, List.of(), null, Fix.safe(start, end, instead));
    }
}
