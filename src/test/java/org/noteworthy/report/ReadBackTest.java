package org.noteworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.noteworthy.checking.outcome.Result;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.edition.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was written, read by another reader, says the same. */
final class ReadBackTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static List<Result> everything() {
        List<Result> results = new ArrayList<>(Samples.verbatim());
        results.addAll(Samples.container());
        results.addAll(Samples.unjudged());
        results.add(Samples.engagement());
        return results;
    }

    private static List<Violation> violations(List<Result> results) {
        List<Violation> violations = new ArrayList<>();
        for (Result result : results) {
            if (result instanceof Result.Judged judged) {
                violations.addAll(judged.report().violations());
            } else if (result instanceof Result.JudgedEngagement judged) {
                judged.report().notes().forEach(note -> violations.addAll(note.violations()));
            }
        }
        return violations;
    }

    @Test
    void ndjsonHasALineForEachNoteAndOneForTheEngagement() {
        List<String> lines = Written.as(FormatName.NDJSON, everything()).lines().toList();
        assertThat(lines).hasSize(everything().size() + 2);
        assertThat(MAPPER.readTree(lines.get(lines.size() - 1)).propertyNames())
                .containsExactly("engagement", "playbook", "digest", "violations");

        List<Violation> expected = violations(everything());
        List<JsonNode> read = new ArrayList<>();
        lines.forEach(line -> MAPPER.readTree(line).path("violations").forEach(read::add));
        for (int i = 0; i < expected.size(); i++) {
            Violation violation = expected.get(i);
            assertThat(read.get(i).get("message").asString()).isEqualTo(utf8(violation.message()));
            assertThat(read.get(i).path("found").asString("absent"))
                    .isEqualTo(violation.found() == null ? "absent" : utf8(violation.found()));
            assertThat(read.get(i).get("start").asInt()).isEqualTo(violation.start());
            assertThat(read.get(i).has("fix")).isEqualTo(violation.fix() != null);
        }
    }

    @Test
    void jsonIsTheSameAsNdjsonButForTheEngagement() {
        List<Result> notes = new ArrayList<>(Samples.verbatim());
        notes.addAll(Samples.unjudged());
        JsonNode array = MAPPER.readTree(Written.as(FormatName.JSON, notes));
        List<JsonNode> lines = Written.as(FormatName.NDJSON, notes)
                .lines()
                .map(MAPPER::readTree)
                .toList();
        assertThat(array).containsExactlyElementsOf(lines);
    }

    @Test
    void csvHasARowForEachViolation() {
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Written.as(FormatName.CSV, everything())).stream()
                        .toList();
        List<Violation> expected = violations(everything());
        assertThat(rows).hasSize(expected.size() + 5 + 3);
        assertThat(rows).allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(25));
        List<NamedCsvRecord> ofNotes =
                rows.stream().filter(row -> !row.getField("start").isEmpty()).toList();
        assertThat(ofNotes).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Violation violation = expected.get(i);
            NamedCsvRecord row = ofNotes.get(i);
            assertThat(unguarded(row.getField("message"))).isEqualTo(Characters.harmlessLines(violation.message()));
            assertThat(row.getField("rule")).isEqualTo(violation.rule());
            assertThat(row.getField("start")).isEqualTo("" + violation.start());
            assertThat(row.getField("fixText"))
                    .isEqualTo(violation.fix() == null ? "" : violation.fix().text());
        }
        assertThat(rows.stream().filter(row -> row.getField("severity").equals("problem")))
                .hasSize(5);
    }

    @Test
    void noCellOfCsvIsAFormula() {
        Pattern formula = Pattern.compile("^[=+@\t\r\n\uFF1D\uFF0B\uFF20-]");
        CsvReader.builder()
                .ofCsvRecord(Written.as(FormatName.CSV, everything()))
                .forEach(row -> assertThat(row.getFields())
                        .allSatisfy(cell -> assertThat(cell).doesNotContainPattern(formula)));
    }

    @Test
    void charactersOutsideThePlaneSurviveAnyBuffer() {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            ViolationDraft finding = ViolationDraft.at("x" + "🙂".repeat(3000), "mood", Severity.INFO, "Long.");
            results.add(Samples.judged(Samples.file("a", 1, 0), "y".repeat(i), "x" + "🙂".repeat(3000), finding));
        }
        Written.as(FormatName.NDJSON, results)
                .lines()
                .forEach(line -> assertThat(
                                MAPPER.readTree(line).at("/violations/0/found").asString())
                        .isEqualTo("x" + "🙂".repeat(3000)));
    }

    private static String utf8(String text) {
        return Characters.wellFormed(text);
    }

    private static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
