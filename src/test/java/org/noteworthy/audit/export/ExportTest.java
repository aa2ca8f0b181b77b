package org.noteworthy.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.DecisionQueryBuilder;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.audit.store.TestDatabase;
import org.noteworthy.notes.NoteRecord;

/** What is written out is what is recorded, in every form, and does nothing to whoever opens it. */
class ExportTest {
    private static final String EFFECTS = "1\u001b[31m\u0000\u009b\u202eword";
    private static final String HARMLESS = "1\u241b[31m\u2400\uFFFD\uFFFDword";
    private static final Pattern EFFECT = Pattern.compile("[\\p{Cc}\u202A-\u202E&&[^\t\r\n]]");
    private static final Pattern FORMULA = Pattern.compile("^[=\n\uFF1D]");

    private static final Instant NOW = Instant.parse("2020-06-01T10:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void linesAreThoseOfTheRecordAndCanBeProven(TestDatabase kind) throws IOException {
        Office office = Office.of(kind);
        Path file = folder.resolve("all.ndjson");
        Files.write(file, office.export(ExportFormat.NDJSON, DecisionQuery.ALL));

        assertThat(Files.readAllLines(file)).hasSize(office.decisions.size());
        Verification.Outcome outcome = new Verification(null, List.of()).of(file);
        assertThat(outcome.holds()).isTrue();
        assertThat(outcome.chains())
                .singleElement()
                .satisfies(chain -> assertThat(chain.decisions()).isEqualTo(office.decisions.size()));
    }

    @ParameterizedTest
    @EnumSource
    void aTableHasARowForEachViolationAndForEachCleanDecision(TestDatabase kind) throws IOException {
        Office office = Office.of(kind);
        String csv = new String(office.export(ExportFormat.CSV, DecisionQuery.ALL), StandardCharsets.UTF_8);
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();

        long expected = office.decisions.stream()
                .mapToLong(decision -> Math.max(1, decision.findings().size()))
                .sum();
        assertThat(rows).hasSize((int) expected);
        assertThat(csv.lines().count()).isGreaterThanOrEqualTo(expected + 1);
        assertThat(csv).contains("\r\n").doesNotContain("\uFEFF");
        for (NamedCsvRecord row : rows) {
            assertThat(row.getFields()).allSatisfy(cell -> assertThat(cell).doesNotContainPattern("^[=+\\-@\t\r]"));
        }
        NamedCsvRecord hostile = rows.get(rows.size() - 1);
        assertThat(hostile.getField("note")).isEqualTo("'" + Recorded.HOSTILE.id());
        assertThat(hostile.getField("author")).isEqualTo("'" + Recorded.HOSTILE.author());
        assertThat(rows)
                .filteredOn(row -> row.getField("kind").equals("engagement"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getField("engagement")).isEqualTo("E-77");
                    assertThat(row.getField("interaction")).isEqualTo("I-1");
                });
    }

    @ParameterizedTest
    @EnumSource
    void aWorkbookHasThreeSheetsAndNoFormula(TestDatabase kind) throws IOException {
        Office office = Office.of(kind);
        byte[] bytes = office.export(ExportFormat.XLSX, DecisionQuery.ALL);
        assertThat(office.export(ExportFormat.XLSX, DecisionQuery.ALL))
                .as("the same decisions give the same bytes")
                .isEqualTo(bytes);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook).extracting(Sheet::getSheetName).containsExactly("Summary", "Decisions", "Violations");
            assertThat(workbook.getSheet("Decisions").getLastRowNum()).isEqualTo(office.decisions.size());
            long violations = office.decisions.stream()
                    .mapToLong(decision -> decision.findings().size())
                    .sum();
            assertThat(workbook.getSheet("Violations").getLastRowNum()).isEqualTo((int) violations);
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    }
                }
            }
            Row last = workbook.getSheet("Decisions").getRow(office.decisions.size());
            Cell note = last.getCell(DecisionRow.DECISION.indexOf("note"));
            assertThat(note.getStringCellValue()).isEqualTo(Recorded.HOSTILE.id());
            assertThat(note.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(last.getCell(0).getLocalDateTimeCellValue()).hasToString("2020-05-15T16:31");
        }
    }

    @Test
    void noCellOfATableHasAnEffect() throws IOException {
        String csv = new String(Office.ofEffects().export(ExportFormat.CSV, DecisionQuery.ALL), StandardCharsets.UTF_8);
        List<String> cells = CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .flatMap(row -> row.getFields().stream())
                .toList();
        assertThat(cells)
                .contains("'\uFF1D" + HARMLESS)
                .allSatisfy(
                        cell -> assertThat(cell).doesNotContainPattern(EFFECT).doesNotContainPattern(FORMULA));
    }

    @Test
    void noCellOfAWorkbookHasAnEffect() throws IOException {
        byte[] bytes = Office.ofEffects().export(ExportFormat.XLSX, DecisionQuery.ALL);
        int texts = 0;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Row row : workbook.getSheet("Decisions")) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING) {
                        String value = cell.getStringCellValue();
                        assertThat(value).doesNotContainPattern(EFFECT);
                        boolean calculates = FORMULA.matcher(value).find();
                        assertThat(cell.getCellStyle().getQuotePrefixed())
                                .as(value)
                                .isEqualTo(calculates);
                        texts += calculates ? 1 : 0;
                    }
                }
            }
        }
        assertThat(texts).as("ids and authors").isEqualTo(6);
    }

    @Test
    void nothingOnAPageHasAnEffect() throws IOException {
        byte[] bytes = Office.ofEffects().export(ExportFormat.HTML, DecisionQuery.ALL);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(HARMLESS).doesNotContainPattern(EFFECT);
    }

    @ParameterizedTest
    @EnumSource
    void aPageShowsWhatNotesHoldAndRunsNothingOfIt(TestDatabase kind) throws IOException {
        Office office = Office.of(kind);
        String html = new String(office.export(ExportFormat.HTML, DecisionQuery.ALL), StandardCharsets.UTF_8);
        String query = new String(
                office.export(
                        ExportFormat.HTML,
                        new DecisionQueryBuilder()
                                .with("engagement", Recorded.HOSTILE.engagement())
                                .build()),
                StandardCharsets.UTF_8);

        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>Notes held against the playbook", "<th scope=\"col\">", "role=\"img\"", "<desc id=")
                .contains("in the order in which they were recorded", "241 notes judged")
                .doesNotContain("<script", "<img", "\u001b", "http://", "https://", "url(", "@import", "NaN");
        assertThat(query)
                .contains("&lt;svg onload=alert(3)&gt;", "&lt;iframe src=1&gt;alert", "=cmd|&#39; /C calc&#39;!A1")
                .contains("<td>@SUM(1+1)*cmd{style}{#if}{!</td>")
                .doesNotContain("<svg onload", "<b>", "<script", "<iframe", "<img", "\u001b");
        assertThat(asked("{style}{#if true}{/each}{!\u202E\u001b[31m\u0000\uDC00' onload='alert(4)"))
                .contains(" {style}{#if true}{/each}{!\uFFFD␛[31m␀\uFFFD&#39; onload=&#39;alert(4)</title>");
        assertThat(html.split("<svg ", -1)).hasSize(3);
        assertThat(html)
                .contains(office.decisions.get(office.decisions.size() - 1).hash());
    }

    /** A page about decisions on that engagement, of which there are none. */
    private static String asked(String engagement) throws IOException {
        DecisionQuery query =
                new DecisionQueryBuilder().with("engagement", engagement).build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlExport(out, new About(query, NOW, "1.0")).end();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPageListsWhatAPageCanHoldAndSaysSo() throws IOException {
        Office office = Office.of(TestDatabase.H2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlExport export = new HtmlExport(out, new About(DecisionQuery.ALL, NOW, "1.0"));
        for (int i = 0; i < 5; i++) {
            office.decisions.forEach(export::add);
        }
        export.end();
        long violations = 5
                * office.decisions.stream()
                        .mapToLong(decision -> decision.findings().size())
                        .sum();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("The first 500 of " + violations + ".");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerOfNothingIsStillWhole(TestDatabase kind) throws IOException {
        Office office = Office.of(kind);
        DecisionQuery nothing = new DecisionQueryBuilder()
                .with("from", "2001-01-01")
                .with("to", "2001-01-02")
                .build();
        for (ExportFormat form : ExportFormat.values()) {
            byte[] bytes = office.export(form, nothing);
            assertThat(bytes.length > 0).as(form.word()).isEqualTo(form != ExportFormat.NDJSON);
        }
        assertThat(new String(office.export(ExportFormat.HTML, nothing), StandardCharsets.UTF_8))
                .contains("compliant: 0 of 0 notes judged", "None was found.");
    }

    /** The audit log of a small office. */
    private record Office(DatabaseAddress address, List<Decision> decisions) {
        static Office of(TestDatabase kind) throws IOException {
            DatabaseAddress address = kind.fresh();
            Recorded.weeks(address);
            return at(address);
        }

        /** Of three notes whose ids, authors and statuses direct a terminal, turn their words, and begin as formulas do. */
        static Office ofEffects() throws IOException {
            List<NoteRecord> notes = new ArrayList<>();
            for (String begin : List.of("\n=", "\uFF1D", "=")) {
                String text = "[EXO]\nSTATUS: Going " + EFFECTS;
                String name = begin + EFFECTS;
                notes.add(new NoteRecord(
                        name, text, "FE", null, null, null, name, null, null, null, null, null, null, null));
            }
            DatabaseAddress address = TestDatabase.H2.fresh();
            Recorded.record(address, AuditSettings.of("office", "1.0"), notes, notes.size());
            return at(address);
        }

        static Office at(DatabaseAddress address) throws IOException {
            List<Decision> decisions = new ArrayList<>();
            try (AuditDatabase database = AuditDatabase.openExisting(address)) {
                new DecisionReader(database).each(DecisionQuery.ALL, false, decisions::add);
            }
            return new Office(address, decisions);
        }

        byte[] export(ExportFormat form, DecisionQuery query) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (AuditDatabase database = AuditDatabase.openExisting(address)) {
                DecisionExport export = form.create(out, new About(query, NOW, "1.0"));
                export.begin();
                new DecisionReader(database).each(query, false, decision -> {
                    export.add(decision);
                    return true;
                });
                export.end();
            }
            return out.toByteArray();
        }
    }
}
