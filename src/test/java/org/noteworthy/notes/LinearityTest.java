package org.noteworthy.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noteworthy.notes.parsing.NoteParser;

/**
 * Reading a note costs time linear in its length, whatever it consists of.
 *
 * <p>No test asserts a speed. Texts of 2 MiB must be read within hundreds of times what they need, which a quadratic
 * reader would miss by minutes, on a busy machine too.
 */
class LinearityTest {
    private static final NoteParser PARSER = RealPlaybook.march2020().parser();
    private static final int LENGTH = 2 * 1024 * 1024;

    static List<String> units() {
        return List.of(
                "[",
                "]",
                "[[]]",
                "<p>",
                "<p ",
                "<p a='",
                "<p a=\">",
                "<!--",
                "<style>",
                "</p>",
                "<a href='http://a'>",
                "&",
                "&amp;",
                "&#1",
                "\\[",
                "\u0301",
                "a\u0301\u0327",
                "\u1161",
                "(",
                "【",
                "#",
                "##",
                "# ",
                "#a#a#a",
                "#covid ",
                "#covid",
                ":",
                ": ",
                " ",
                "\t",
                "\u00A0",
                "\u200B",
                "\n",
                "\r",
                "\r\n",
                "\n \n",
                "- ",
                "- - - - ",
                "-\n",
                "*",
                "* ",
                "_",
                "`",
                "\\",
                ">",
                "| ",
                "1.",
                "1. ",
                "1.1.1.1",
                "1/",
                "1-",
                "99999",
                "1 ",
                "may ",
                "may may may ",
                "in may ",
                "in ",
                "end of ",
                "end ",
                "1 may ",
                "30 de ",
                "May 1, ",
                "年",
                "月",
                "1年",
                "1年1月",
                "日 ",
                "中文",
                "概要",
                "概要：",
                "コア ",
                "ファースト ",
                "STATUS:",
                "STATUS: ",
                "STATUS:\n",
                "STATUS\n",
                "STATUS ",
                "a STATUS: ",
                "a STATUS: a\n",
                "a SUMMARY: a\nSTATUS a\n",
                "a NEXT ACTION: CONCERNS: SUMMARY: a\n",
                "Status ",
                "NEXT ",
                "NEXT ACTION ",
                "SUMMARY - ",
                "a:\n",
                "STATUX:\n",
                "STATUX (a):\n",
                "STATUS/a:\n",
                "NEXT STEPS: ",
                "Risks:\n",
                "EXEC SUMMARY:\nStatus:\n",
                "[EXO]\nSTATUS:\nSUMMARY:\n[TEAMS]\nSTATUS:\nSUMMARY:\n",
                "[EXO] STATUS: SUMMARY: [TEAMS] STATUS: SUMMARY: ",
                "[EXQ] STATUS: ",
                "Teams\nSTATUS:\n",
                "x. Summary:",
                "WORKLOAD: ",
                "[EXO]",
                "[EXO] ",
                "[EXO][EXO]",
                "[EXO]+",
                "[EXO+",
                "EXO ",
                "EXO+",
                "Exchange Online ",
                "Insight ",
                "Insight :",
                "not a ",
                "1st ",
                "no ",
                "bug ",
                "Microsoft ",
                "covid ",
                "a",
                "a ",
                "\uD83D\uDE00",
                "\uD83D",
                "'",
                "\"( ",
                "On ",
                "Pending ",
                "Going well ",
                "every 2 ");
    }

    @ParameterizedTest
    @MethodSource("units")
    void readsMebibytesOfAnything(String unit) {
        for (String head : List.of("", "[EXO]\nSTATUS: On track\nNEXT ACTION: ", "[EXO]\nCONCERNS: ")) {
            String text = repeated(head, unit, LENGTH);
            Note note = Assertions.assertTimeoutPreemptively(
                    Duration.ofMinutes(1), () -> PARSER.parse(NoteRecord.of("n", text)), () -> "after <" + head + ">");

            assertThat(note.record().text()).hasSize(LENGTH);
        }
    }

    private static String repeated(String head, String unit, int length) {
        StringBuilder text = new StringBuilder(length + unit.length()).append(head);
        while (text.length() < length) {
            text.append(unit);
        }
        text.setLength(length);
        return text.toString();
    }
}
