package org.noteworthy.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.noteworthy.input.RecordField;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.NoteRecord;

/** Writes the same notes as files of each kind that holds many, with every column. */
final class TableFiles {
    /** The kinds of files, in the order in which they are written; a workbook shares the texts of its cells or does not. */
    static final List<String> NAMES = List.of("notes.csv", "notes.ndjson", "notes-shared.xlsx", "notes-inline.xlsx");

    private TableFiles() {}

    /** Writes a file of that name, which is one of {@link #NAMES}, into that folder, which is made where it is missing. */
    static Path write(List<NoteRecord> notes, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        switch (name) {
            case "notes.csv" -> writeCsv(notes, file);
            case "notes.ndjson" -> writeNdjson(notes, file);
            case "notes-shared.xlsx" -> writeWorkbook(notes, file, true);
            case "notes-inline.xlsx" -> writeWorkbook(notes, file, false);
            default -> throw new IllegalArgumentException(name);
        }
        return file;
    }

    private static void writeCsv(List<NoteRecord> notes, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(RecordField.columns());
            for (NoteRecord note : notes) {
                Map<RecordField, Object> values = values(note);
                List<String> cells = new ArrayList<>();
                for (RecordField field : RecordField.values()) {
                    cells.add(values.containsKey(field) ? String.valueOf(values.get(field)) : "");
                }
                csv.writeRecord(cells);
            }
        }
    }

    private static void writeNdjson(List<NoteRecord> notes, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (NoteRecord note : notes) {
                out.write(ServiceBenchmark.json(note));
                out.write('\n');
            }
        }
    }

    private static void writeWorkbook(List<NoteRecord> notes, Path file, boolean shared) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), 100, true, shared);
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            Sheet sheet = workbook.createSheet("Notes");
            List<RecordField> columns = List.of(RecordField.values());
            Row head = sheet.createRow(0);
            for (int column = 0; column < columns.size(); column++) {
                head.createCell(column).setCellValue(columns.get(column).column());
            }
            for (NoteRecord note : notes) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                values(note).forEach((field, value) -> {
                    Cell cell = row.createCell(columns.indexOf(field));
                    if (value instanceof Boolean answer) {
                        cell.setCellValue(answer);
                    } else if (value instanceof LocalDate date) {
                        cell.setCellValue(date);
                        cell.setCellStyle(day);
                    } else {
                        cell.setCellValue(value.toString());
                    }
                });
            }
            workbook.write(out);
        }
    }

    /** What is known of a note. */
    private static Map<RecordField, Object> values(NoteRecord note) {
        Map<RecordField, Object> values = new EnumMap<>(RecordField.class);
        put(values, RecordField.ID, note.id());
        put(values, RecordField.TEXT, note.text());
        put(values, RecordField.ROLE, note.role());
        put(values, RecordField.NOTE_TYPE, note.noteType());
        put(values, RecordField.TIME_TASK, note.timeTask());
        put(values, RecordField.WRITTEN_ON, note.writtenOn());
        put(values, RecordField.AUTHOR, note.author());
        put(values, RecordField.ENGAGEMENT, note.engagement());
        put(values, RecordField.INTERACTION, note.interaction());
        put(values, RecordField.ACTIVITY, note.activity());
        put(values, RecordField.COVID_ACCELERATED, note.covidAccelerated());
        put(
                values,
                RecordField.DEPLOYMENT,
                note.deployment() == null ? null : note.deployment().name().toLowerCase(Locale.ROOT));
        EntitlementStatus levels = note.entitlementStatus();
        if (levels != null) {
            put(values, RecordField.ENTITLEMENT_L1, levels.l1());
            put(values, RecordField.ENTITLEMENT_L2, levels.l2());
            put(values, RecordField.ENTITLEMENT_L3, levels.l3());
        }
        put(values, RecordField.LANGUAGE, note.language());
        return values;
    }

    private static void put(Map<RecordField, Object> values, RecordField field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
