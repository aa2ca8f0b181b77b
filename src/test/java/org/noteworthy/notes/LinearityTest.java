package org.noteworthy.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.noteworthy.notes.parsing.NoteParser;

/**
 * Reading a note costs time linear in its length, whatever it consists of.
 *
 * <p>No test asserts a speed. Texts of 1 MiB must be read within many times what they need, which a quadratic reader
 * would miss by minutes; and CPU time of four times the text must stay far from sixteen times.
 */
class LinearityTest {
    private static final NoteParser PARSER = RealPlaybook.march2020().parser();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int KIB = 1024;

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
    void readsAMebibyteOfAnything(String unit) {
        String text = repeated("", unit, KIB * KIB);
        Note note = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> PARSER.parse(NoteRecord.of("n", text)));

        assertThat(note.record().text()).hasSize(KIB * KIB);
    }

    @ParameterizedTest
    @MethodSource("units")
    void takesFourTimesTheTimeForFourTimesTheText(String unit) {
        for (String head : heads()) {
            String small = repeated(head, unit, 48 * KIB);
            String large = repeated(head, unit, 192 * KIB);
            double ratio = Double.MAX_VALUE;
            for (int attempt = 0; attempt < 5 && ratio > 10; attempt++) {
                ratio = (double) fastest(large) / Math.max(fastest(small), 500_000);
            }
            assertThat(ratio).as("after <%s>", head).isLessThan(10);
        }
    }

    private static List<String> heads() {
        return List.of("", "[EXO]\nSTATUS: On track\nNEXT ACTION: ", "[EXO]\nCONCERNS: ");
    }

    /** Nanoseconds of CPU time of the fastest of some runs. */
    private static long fastest(String text) {
        long fastest = Long.MAX_VALUE;
        for (int run = 0; run < 2; run++) {
            long before = THREADS.getCurrentThreadCpuTime();
            PARSER.parse(NoteRecord.of("n", text));
            fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - before);
        }
        return fastest;
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
