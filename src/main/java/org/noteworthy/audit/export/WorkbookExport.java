package org.noteworthy.audit.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.noteworthy.audit.Count;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.RecordedViolation;
import org.noteworthy.audit.store.Summary;
import org.noteworthy.notes.text.Characters;

/**
 * A workbook of three sheets: what the decisions come to, the decisions, their violations. Rows go to temporary files as
 * they come; every cell is a text, a number or a time, and none a formula. The same decisions give the same bytes.
 */
final class WorkbookExport implements DecisionExport {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_CELL = 32_767;
    private static final int CHARACTER = 256;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final OutputStream out;
    private final About about;
    private final Summary summary = new Summary();
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true);
    private final CellStyle heading = workbook.createCellStyle();
    private final CellStyle time = workbook.createCellStyle();
    private final CellStyle percent = workbook.createCellStyle();
    private final CellStyle text = workbook.createCellStyle();
    private final SXSSFSheet overview;
    private final Table decisions;
    private final Table violations;

    WorkbookExport(OutputStream out, About about) {
        this.out = out;
        this.about = about;
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        time.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm:ss"));
        percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
        text.setQuotePrefixed(true);
        overview = workbook.createSheet("Summary");
        List<String> decisionColumns = new ArrayList<>(DecisionRow.DECISION);
        decisionColumns.add("violations");
        decisionColumns.add("waived");
        decisions = new Table("Decisions", decisionColumns);
        List<String> violationColumns = new ArrayList<>(DecisionRow.DECISION);
        violationColumns.addAll(DecisionRow.VIOLATION);
        violations = new Table("Violations", violationColumns);
    }

    @Override
    public void begin() {}

    @Override
    public void add(Decision decision) {
        summary.take(decision);
        List<String> row = DecisionRow.of(decision);
        List<String> counted = new ArrayList<>(row);
        counted.add(Long.toString(decision.findings().size() - decision.waived()));
        counted.add(Long.toString(decision.waived()));
        decisions.add(decision, counted);
        for (RecordedViolation violation : decision.violations()) {
            violations.add(decision, DecisionRow.of(row, violation));
        }
    }

    @Override
    public void end() throws IOException {
        writeOverview();
        workbook.getXSSFWorkbook().getProperties().getCoreProperties().setCreated(Optional.of(Date.from(about.at())));
        Path whole = Files.createTempFile("noteworthy", ".xlsx");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(whole))) {
                workbook.write(file);
            }
            workbook.close();
            withoutTimes(whole);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** The archive says of each of its parts when it was packed; that would differ each time. */
    private void withoutTimes(Path whole) throws IOException {
        try (ZipFile parts = new ZipFile(whole.toFile())) {
            ZipOutputStream packed = new ZipOutputStream(out);
            for (ZipEntry part : Collections.list(parts.entries())) {
                ZipEntry timeless = new ZipEntry(part.getName());
                timeless.setTimeLocal(NO_TIME);
                packed.putNextEntry(timeless);
                try (InputStream content = parts.getInputStream(part)) {
                    content.transferTo(packed);
                }
                packed.closeEntry();
            }
            packed.finish();
            out.flush();
        }
    }

    private void writeOverview() {
        overview.setColumnWidth(0, 34 * CHARACTER);
        for (int column = 1; column < 7; column++) {
            overview.setColumnWidth(column, 14 * CHARACTER);
        }
        Lines lines = new Lines();
        lines.headed("Decisions", about.query().told());
        lines.headed("Written", about.at() + " by noteworthy " + about.product());
        lines.blank();
        lines.heading("", "judged", "compliant", "rate", "concerned", "violations");
        lines.counted("notes", summary.notes());
        lines.counted("engagements as a whole", summary.engagements());
        lines.blank();
        lines.heading("rule", "severity", "notes", "engagements", "violations");
        for (Summary.RuleCount each : summary.rules()) {
            SXSSFRow row = lines.next();
            put(row, 0, each.rule());
            put(row, 1, each.severity());
            row.createCell(2).setCellValue((double) each.notes());
            row.createCell(3).setCellValue((double) each.engagements());
            row.createCell(4).setCellValue((double) each.violations());
        }
        lines.table("role", summary.roles());
        lines.table("note type", summary.noteTypes());
        lines.table("week (of the decision, UTC)", summary.weeks());
    }

    private void put(Row row, int column, String value) {
        String written = Characters.harmlessLines(value);
        String fitting = written.length() <= LONGEST_CELL ? written : written.substring(0, LONGEST_CELL - 1) + "…";
        SXSSFCell cell = (SXSSFCell) row.createCell(column);
        cell.setCellValue(Characters.wellFormed(fitting));
        if (Characters.beginsFormula(fitting)) {
            cell.setCellStyle(text); // stays a text when somebody edits it, too
        }
    }

    /** The lines of the overview, one below the other. */
    private final class Lines {
        private int number;

        SXSSFRow next() {
            return overview.createRow(number++);
        }

        void blank() {
            number++;
        }

        void headed(String name, String value) {
            SXSSFRow row = next();
            row.createCell(0).setCellValue(name);
            row.getCell(0).setCellStyle(heading);
            put(row, 1, value);
        }

        void heading(String... names) {
            SXSSFRow row = next();
            for (int column = 0; column < names.length; column++) {
                row.createCell(column).setCellValue(names[column]);
                row.getCell(column).setCellStyle(heading);
            }
        }

        void table(String name, List<Summary.Named> counts) {
            blank();
            heading(name, "judged", "compliant", "rate", "concerned", "violations");
            counts.forEach(each -> counted(each.name() == null ? "(unknown)" : each.name(), each.count()));
        }

        void counted(String name, Count count) {
            SXSSFRow row = next();
            put(row, 0, name);
            row.createCell(1).setCellValue((double) count.judged());
            row.createCell(2).setCellValue((double) count.compliant());
            count.rate().ifPresent(rate -> {
                row.createCell(3).setCellValue(rate.doubleValue());
                row.getCell(3).setCellStyle(percent);
            });
            row.createCell(4).setCellValue((double) count.concerned());
            row.createCell(5).setCellValue((double) count.violations());
        }
    }

    /** Rows under a heading; when a sheet has as many as it may have, they go on in another. */
    private final class Table {
        private static final int MOST_ROWS = 1_048_576;
        private static final List<String> NUMBERS = List.of("seq", "line", "column", "violations");

        private final String name;
        private final List<String> columns;
        private int sheets;
        private int rows;
        private SXSSFSheet sheet;

        Table(String name, List<String> columns) {
            this.name = name;
            this.columns = columns;
            sheet = nextSheet();
        }

        private SXSSFSheet nextSheet() {
            sheets++;
            SXSSFSheet next = workbook.createSheet(sheets == 1 ? name : name + " " + sheets);
            next.createFreezePane(0, 1);
            next.setAutoFilter(new CellRangeAddress(0, 0, 0, columns.size() - 1));
            SXSSFRow headings = next.createRow(0);
            for (int column = 0; column < columns.size(); column++) {
                String word = columns.get(column);
                headings.createCell(column).setCellValue(word.equals("time") ? "time (UTC)" : word);
                headings.getCell(column).setCellStyle(heading);
                next.setColumnWidth(column, width(word) * CHARACTER);
            }
            rows = 1;
            return next;
        }

        private static int width(String column) {
            return switch (column) {
                case "time" -> 20;
                case "id" -> 38;
                case "digest", "message" -> 70;
                default -> Math.max(12, column.toLowerCase(Locale.ROOT).length() + 2);
            };
        }

        void add(Decision decision, List<String> cells) {
            if (rows == MOST_ROWS) {
                sheet = nextSheet();
            }
            SXSSFRow row = sheet.createRow(rows++);
            for (int column = 0; column < cells.size(); column++) {
                String cell = cells.get(column);
                if (column == 0) {
                    row.createCell(0).setCellValue(LocalDateTime.ofInstant(decision.time(), ZoneOffset.UTC));
                    row.getCell(0).setCellStyle(time);
                } else if (NUMBERS.contains(columns.get(column)) && !cell.isEmpty()) {
                    row.createCell(column).setCellValue(Double.parseDouble(cell));
                } else if (!cell.isEmpty()) {
                    put(row, column, cell);
                }
            }
        }
    }
}
