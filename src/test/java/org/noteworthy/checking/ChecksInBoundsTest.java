package org.noteworthy.checking;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.notes.Deployment;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;

/**
 * Judging a note costs time linear in its length too: near misses, lines and columns, thousands of violations.
 *
 * <p>No test asserts a speed: the bound is far from what a note needs, and a quadratic checker would miss it by minutes.
 */
class ChecksInBoundsTest {
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final Checker CHECKER =
            new Checker(RealPlaybook.march2020(), new TimeLimits(MOST.multipliedBy(2), MOST.multipliedBy(2)));

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
    void checksHalfAMebibyteOfAnything(String unit) {
        for (String head : List.of("", "[EXO]\nSTATUS: ", "[EXO]\nSTATUS: x\nCONCERNS: ")) {
            NoteRecord note = note(head, unit, 512 * 1024);

            Assertions.assertTimeoutPreemptively(MOST, () -> CHECKER.check(note), () -> "after <" + head + ">");
        }
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
