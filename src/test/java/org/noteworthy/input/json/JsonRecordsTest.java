package org.noteworthy.input.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noteworthy.checking.outcome.Problem;
import org.noteworthy.checking.outcome.Problem.FieldError;
import org.noteworthy.input.Days;
import org.noteworthy.input.Intake;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.RecordStream;
import org.noteworthy.input.SideKeys;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.NoteRecord;

/** JSON that the files of {@code InputFilesTest} do not show: limits, and what callers other than files see. */
class JsonRecordsTest {
    private final JsonRecords records = new JsonRecords(RecordLimits.DEFAULT);

    @Test
    void theTextLimitCountsBytesOfUtf8() {
        JsonRecords tight = new JsonRecords(new RecordLimits(6, 1000));
        assertThat(tight.note("{\"text\":\"日本\"}", "x")).isInstanceOf(Intake.Accepted.class);
        assertThat(tight.note("{\"text\":\"\\ud83d\\ude00ab\"}", "x")).isInstanceOf(Intake.Accepted.class);
        assertThat(problem(tight.note("{\"text\":\"\\ud83d\\ude00abc\", \"rol\":1}", "x")))
                .isEqualTo(new Problem(
                        413,
                        "Text too long",
                        "text is longer than 6 bytes of UTF-8, the limit; shorten it or split the note. "
                                + "There is no field \"rol\"; maybe you mean role.",
                        List.of(
                                new FieldError(
                                        "/text",
                                        "text is longer than 6 bytes of UTF-8, the limit; shorten it or split the note."),
                                new FieldError("/rol", "There is no field \"rol\"; maybe you mean role."))));
    }

    @Test
    void halvesOfSurrogatePairsAreRefused() {
        assertThat(problem(records.note("{\"text\":\"a\\ud83d\"}", "x")).detail())
                .isEqualTo("text is not text at character 2: \\ud83d is half of a surrogate pair.");
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThat(problem(records.note("{\"x\":" + "[".repeat(60) + "]".repeat(60) + "}", "x"))
                        .detail())
                .isEqualTo("In this JSON brackets and braces are nested more than 50 deep; a record needs no "
                        + "more than 4.");
        assertThat(problem(records.note("{\"x\":" + "1".repeat(2_000) + "}", "x"))
                        .status())
                .isEqualTo(400);
        JsonRecords tight = new JsonRecords(new RecordLimits(10, 1_000));
        assertThat(problem(tight.note("{\"text\":\"" + "x".repeat(1_001) + "\"}", "x"))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aMillionUnknownFieldsAreSummedUp() {
        StringBuilder json = new StringBuilder("{\"text\":\"A\"");
        for (int each = 0; each < 1_000; each++) {
            json.append(",\"unknown").append(each).append("\":0");
        }
        Problem problem = problem(records.note(json.append('}').toString(), "x"));
        assertThat(problem.title()).isEqualTo("1000 fields are wrong");
        assertThat(problem.errors()).hasSize(100);
        assertThat(problem.detail()).endsWith(" And 990 more.");
    }

    @Test
    void pointersEscapeWhatPointersMust() {
        Problem problem = problem(records.note("{\"text\":\"A\",\"a/b~c\\n\":1}", "x"));
        assertThat(problem.errors().get(0).pointer()).isEqualTo("/a~1b~0c\n");
        assertThat(problem.detail()).startsWith("There is no field \"a/b~c \"; the fields are id, text, ");
    }

    @Test
    void nothingAtAllIsMalformed() {
        assertThat(problem(records.note("", "x")))
                .isEqualTo(Problem.of(
                        400,
                        "Nothing there",
                        "There is nothing to read; it takes a note: an object such as {\"text\": \"…\"}."));
        assertThat(problem(records.engagement("[]", "x")).detail())
                .isEqualTo("This is an array; it takes an engagement: an object such as {\"engagement\": \"…\", "
                        + "\"notes\": […]}.");
    }

    @Test
    void keysBesideAnEngagementAreUnknownUnlessTheyAreAllowed() {
        String json = "{\"notes\":[],\"expect\":[\"a\"]}";
        assertThat(problem(records.engagement(json, "x")).detail())
                .isEqualTo("There is no field \"expect\"; the fields are engagement, notes, interactions.");
        SideKeys sideKeys = SideKeys.ofFixture();
        assertThat(records.engagement(json, "E", sideKeys))
                .isEqualTo(new Intake.Accepted<>(new EngagementRecord("E", List.of(), List.of())));
        assertThat(sideKeys.get("expect")).contains(List.of("a"));
    }

    @Test
    void anEngagementThatIsRefusedAsAWholeNamesAllErrorsOfItsPartsAtOnce() {
        Problem problem = problem(records.engagement(
                "{\"engagement\":\"E\",\"notes\":[{\"text\":\"A\",\"role\":1},{\"text\":\"B\"},{}],"
                        + "\"interactions\":[{\"id\":\"I\",\"on\":\"soon\"}],\"owner\":0}",
                "x"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.title()).isEqualTo("4 fields are wrong");
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/owner", "/notes/0/role", "/notes/2/text", "/interactions/0/on");
        assertThat(problem.detail()).contains("In notes[0]: role must be text in quotes, not a number.");
    }

    @Test
    void aThousandErrorsOfAnEngagementAreSummedUp() {
        Problem problem = problem(records.engagement("{\"notes\":[" + "{},".repeat(999) + "{}]}", "x"));
        assertThat(problem.title()).isEqualTo("1000 fields are wrong");
        assertThat(problem.errors()).hasSize(100);
    }

    @Test
    void wrongSideKeysAreNamed() {
        assertThat(problem(records.engagement(
                                "{\"expect\":[\"a\",{\"b\":[1]},2],\"notes\":[]}", "x", SideKeys.ofFixture()))
                        .errors())
                .containsExactly(
                        new FieldError("/expect", "each of expect must be text in quotes, not an object."),
                        new FieldError("/expect", "each of expect must be text in quotes, not a number."));
    }

    @Test
    void daysAreTakenFromDateTimesAsTheyAreWritten() {
        for (String written : List.of(
                "2020-03-25",
                " 2020-03-25 ",
                "2020-03-25T23:30",
                "2020-03-25 00:00:00",
                "2020-03-25T23:30:00-08:00",
                "2020-03-25T00:30:00.123Z")) {
            assertThat(Days.read(written)).as(written).hasToString("Optional[2020-03-25]");
        }
        for (String written : List.of(
                "",
                "2020-3-25",
                "2020-02-30",
                "25.03.2020",
                "2020-03-25x",
                "2020-03-25T",
                "2020-03-25T25:00",
                "20200325",
                "2020-03-25T10:00 and more")) {
            assertThat(Days.read(written)).as(written).isEmpty();
        }
    }

    @Test
    void anArrayStreamsPastWrongRecords() {
        RecordStream stream = new JsonArrayStream(
                records,
                new StringReader("[{\"text\":1,\"x\":{\"y\":[{}]}},[[1],{}],{\"id\":\"N\",\"text\":\"A\"}] x"));
        assertThat(stream.next().orElseThrow().note()).isInstanceOf(Intake.Refused.class);
        assertThat(stream.next().orElseThrow().note()).isInstanceOf(Intake.Refused.class);
        assertThat(stream.next().orElseThrow().note()).isEqualTo(new Intake.Accepted<>(NoteRecord.of("N", "A")));
        assertThat(problem(stream.next().orElseThrow().note()).status()).isEqualTo(400);
        assertThat(stream.next()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void readingNeverThrows(long seed) {
        Random random = new Random(seed);
        String sound = "{\"id\":\"N\",\"text\":\"A\\n\",\"entitlementStatus\":{\"l1\":\"a\",\"l2\":null},"
                + "\"notes\":[{\"text\":\"B\",\"covidAccelerated\":true}],\"interactions\":[{\"id\":\"1\"}]}";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder json = new StringBuilder(sound);
            for (int edits = random.nextInt(4); edits >= 0; edits--) {
                int at = random.nextInt(json.length());
                json.replace(at, at + random.nextInt(3), pick(random));
            }
            String text = json.toString();
            assertThat(records.note(text, "x")).isNotNull();
            assertThat(records.engagement(text, "x")).isNotNull();
            RecordStream stream = new JsonArrayStream(records, new StringReader("[" + text + "," + text + "]"));
            int items = 0;
            while (stream.next().isPresent()) {
                items++;
            }
            assertThat(items).isBetween(1, 500);
        }
    }

    private static String pick(Random random) {
        List<String> pieces = List.of("", "{", "}", "[", "]", ",", ":", "\"", "null", "1", "\\", "\u0000", "\ud800");
        return pieces.get(random.nextInt(pieces.size()));
    }

    private static Problem problem(Intake<?> intake) {
        assertThat(intake).isInstanceOf(Intake.Refused.class);
        return ((Intake.Refused<?>) intake).problem();
    }
}
