package org.noteworthy.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.notes.Deployment;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;

/** Judging a note costs time linear in its length too: near misses, lines and columns, thousands of violations. */
class ChecksInBoundsTest {
    private static final Checker CHECKER = new Checker(RealPlaybook.march2020());
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[EXO]",
                "[EXOL]",
                "EXO ",
                "STATUS:\n",
                "STATUS: x. ",
                "STATUX:\n",
                "a:\n",
                "SUMMARX: x\n",
                "WORKLOAD:\n",
                "#covid ",
                "#covid",
                "#covid19 ",
                "covid ",
                "\n",
                "\r\n",
                ": ",
                "x",
                "x ",
                "中文字",
                "概要：",
                "- ",
                "Going well ",
                "1st party ",
                "Exchange bug ",
                "may 1 ",
                "Exchange Onlin ",
                "\n[EXOL]",
                "ZUSAMMENFASSUNK:\n",
                "概概：\n"
            })
    void takesFourTimesTheTimeForFourTimesTheText(String unit) {
        for (String head : new String[] {"", "[EXO]\nSTATUS: ", "[EXO]\nSTATUS: x\nCONCERNS: "}) {
            NoteRecord small = note(head, unit, 32 * 1024);
            NoteRecord large = note(head, unit, 128 * 1024);
            double ratio = Double.MAX_VALUE;
            for (int attempt = 0; attempt < 5 && ratio > 10; attempt++) {
                ratio = (double) fastest(large) / Math.max(fastest(small), 1_000_000);
            }
            assertThat(ratio).as("after <%s>", head).isLessThan(10);
        }
    }

    /** Nanoseconds of CPU time of the faster of two runs. */
    private static long fastest(NoteRecord note) {
        long fastest = Long.MAX_VALUE;
        for (int run = 0; run < 2; run++) {
            long before = THREADS.getCurrentThreadCpuTime();
            CHECKER.check(note);
            fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - before);
        }
        return fastest;
    }

    private static NoteRecord note(String head, String unit, int length) {
        StringBuilder text = new StringBuilder(length + unit.length()).append(head);
        while (text.length() < length) {
            text.append(unit);
        }
        text.setLength(length);
        LocalDate day = LocalDate.of(2020, 4, 6);
        return new NoteRecord(
                "n",
                text.toString(),
                "FE",
                "Notes",
                "Tasks",
                day,
                null,
                null,
                null,
                null,
                null,
                Deployment.PAUSED,
                null,
                null);
    }
}
