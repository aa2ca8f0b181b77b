package org.noteworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noteworthy.bench.Corpus;
import org.noteworthy.input.RecordLimits;
import org.noteworthy.input.json.JsonRecords;
import org.noteworthy.notes.Deployment;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.InteractionRecord;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.RealPlaybook;

/** The normal form of a record is read again as the same record, so that it can be replayed. */
class RecordJsonTest {
    private static final JsonRecords RECORDS = new JsonRecords(RecordLimits.DEFAULT);

    private static final NoteRecord FULL = new NoteRecord(
            "N \"1\"",
            "[EXO]\r\nSTATUS:\tOn track \u0001\u2028 \uD83D\uDE00 \\ \" ä 状況",
            "fe",
            "Engagement Status",
            "",
            LocalDate.of(2020, 4, 1),
            "Ann",
            "E-1",
            "I-1",
            "call",
            false,
            Deployment.PAUSED,
            new EntitlementStatus("a", null, ""),
            "ja");

    @Test
    void aNoteIsReadAgainAsTheSame() throws IOException {
        List<NoteRecord> notes =
                new ArrayList<>(Corpus.generate(RealPlaybook.march2020().tables(), 7, 2_000));
        notes.add(FULL);
        notes.add(NoteRecord.of("", ""));
        notes.add(NoteRecord.of("long", "ä\n".repeat(20_000)));
        for (NoteRecord note : notes) {
            String json = json(generator -> RecordJson.write(generator, note));
            assertThat(RECORDS.note(json, "").accepted()).contains(note);
        }
    }

    @Test
    void anEngagementIsReadAgainAsTheSame() throws IOException {
        EngagementRecord engagement = new EngagementRecord(
                "E-1",
                List.of(FULL, NoteRecord.of("N-2", "x")),
                List.of(
                        new InteractionRecord("I-1", LocalDate.of(2020, 4, 1), "FE", "Ann", "call"),
                        new InteractionRecord("I-2", null, null, null, null)));
        String json = json(generator -> RecordJson.write(generator, engagement));
        assertThat(RECORDS.engagement(json, "").accepted()).contains(engagement);
    }

    @Test
    void theNormalFormIsWrittenInOneWay() throws IOException {
        assertThat(json(generator -> RecordJson.write(generator, FULL)))
                .isEqualTo(
                        "{\"id\":\"N \\\"1\\\"\",\"text\":\"[EXO]\\r\\nSTATUS:\\tOn track \\u0001\u2028 \uD83D\uDE00 \\\\"
                                + " \\\" ä 状況\",\"role\":\"fe\",\"noteType\":\"Engagement Status\",\"timeTask\":\"\",\"writtenOn\":"
                                + "\"2020-04-01\",\"author\":\"Ann\",\"engagement\":\"E-1\",\"interaction\":\"I-1\",\"activity\":"
                                + "\"call\",\"covidAccelerated\":false,\"deployment\":\"paused\",\"entitlementStatus\":{\"l1\":\"a\","
                                + "\"l3\":\"\"},\"language\":\"ja\"}");
    }

    private interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    private static String json(Writer writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = ReportJson.generator(bytes)) {
            writer.write(json);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
