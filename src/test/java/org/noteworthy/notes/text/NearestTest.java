package org.noteworthy.notes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;
import org.noteworthy.notes.Spot;

/** A name is near to another if a person would take it for that. */
class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "lenght, length;line;column, length",
        "writtenAt, writtenOn;author;text, writtenOn",
        "tetx, text;role, text",
        "roel, role;rule, role",
        "2020-05-21, 2019-09-27;2020-03-25;2020-05-12, 2020-05-12",
        "status-alowed, status-allowed;status-brief, status-allowed",
        "Technical Enablment, Technical Enablement;Engagement Management, Technical Enablement",
        "technicalenablement, Technical Enablement, Technical Enablement",
        "Exchnge Time, Exchange Time;Teams Time, Exchange Time",
        "SEM, FE;SME;FTA, SME",
        "SMEE, FE;SME;FTA, SME",
        "aprli.csv, april.csv;may.csv, april.csv",
        "AIP Time, OATP Time;Azure Time, ",
        "CRM Time, OATP Time;SfB Time, ",
        "SSO, SDS;SPO;EXO, ",
        "AD, OD;AADP, ",
        "ATP, AIP;OATP;WDATP, ",
        "GM, GMFTA;FTM;FM, ",
        "WIN11, WIN10;IDSEC, ",
        "L4, L1;L2;L3, ",
        "Sales Time, Teams Time;Azure Time, ",
        "done, none;note, none",
        "'', a;b, ",
        "状態, 状况, "
    })
    void isTheOneAPersonWouldTakeItFor(String given, String candidates, @Nullable String nearest) {
        assertThat(Nearest.among(given, List.of(candidates.split(";"))).orElse(null))
                .isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "AIP Time, EMS/Azure Information Protection (AIP) Time",
        "Intune Time, EMS/Intune Time",
        "EMS/AIP Time, EMS/Azure Information Protection (AIP) Time",
        "Outlook Mobile Time, Exchange: Outlook Mobile Time",
        "MCAS work, EMS/Microsoft Cloud App Security (MCAS) Time",
        "Sharepiont Time, SharePoint Time",
        "ATP Time, "
    })
    void findsATaskByTheWorkloadInItsName(String given, @Nullable String nearest) {
        NoteRecord record =
                new NoteRecord("n", "Hello", null, null, given, null, null, null, null, null, null, null, null, null);

        assertThat(RealPlaybook.march2020().parser().parse(record).timeTask().spots())
                .extracting(Spot::nearest)
                .containsExactly(nearest);
    }

    @Test
    void isNotLookedForInLongTexts() {
        assertThat(Nearest.among("x".repeat(100_000), List.of("x".repeat(99_999))))
                .isEmpty();
    }

    @Test
    void saysNothingWhereThereIsNothing() {
        assertThat(Nearest.insteadOf("none", List.of())).isEmpty();
        assertThat(Nearest.insteadOf("none", List.of("", " "))).isEmpty();
    }

    @Test
    void tellsTheFirstTenOfManyAndHowManyMoreThereAre() {
        List<String> names =
                IntStream.range(0, 900).mapToObj(i -> "clause-" + i).toList();
        assertThat(Nearest.insteadOf("xyzzy", names))
                .isEqualTo(" There is clause-0, clause-1, clause-2, clause-3, clause-4, clause-5, clause-6, clause-7,"
                        + " clause-8, clause-9 and 890 more.");
        assertThat(Nearest.insteadOf("xyzzy", List.of("a".repeat(1_000))))
                .isEqualTo(" There is " + "a".repeat(80) + "….");
    }
}
