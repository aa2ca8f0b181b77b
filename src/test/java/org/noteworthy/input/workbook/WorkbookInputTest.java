package org.noteworthy.input.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.input.InputKind;
import org.noteworthy.input.InputOptions;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.Shown;
import org.noteworthy.input.file.NoteInputs;

/** Workbooks as spreadsheet programs save them. */
class WorkbookInputTest {
    @TempDir
    private Path folder;

    @Test
    void cellsOfEveryKindBecomeText() throws IOException {
        Path file = workbook(sheet -> {
            texts(sheet.createRow(0), "id", "Text", "writtenOn", "covidAccelerated", "role", "activity", "timeTask");
            Row dates = sheet.createRow(1);
            dates.createCell(0).setCellValue(7);
            dates.createCell(1).setCellValue("two\r\nlines");
            CellStyle day = style(sheet, "dd.mm.yyyy");
            dates.createCell(2).setCellValue(LocalDate.of(2020, 3, 25));
            dates.getCell(2).setCellStyle(day);
            dates.createCell(3).setCellValue(true);
            dates.createCell(4).setCellValue(7.5);
            dates.createCell(5).setCellFormula("\"a\"&\"b\"");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(dates.getCell(5));
            dates.createCell(6).setBlank();
            Row more = sheet.createRow(4);
            more.createCell(0).setCellValue("8");
            more.createCell(2).setCellValue(LocalDateTime.of(2020, 3, 25, 18, 30));
            more.getCell(2).setCellStyle(style(sheet, "yyyy-mm-dd hh:mm"));
            more.createCell(3).setCellValue(0);
            more.createCell(5).setCellValue(LocalDate.of(2020, 3, 25));
            more.getCell(5).setCellStyle(day);
            more.createCell(6).setCellValue("");
        });
        assertThat(read(file))
                .containsExactly(
                        "note " + file + ":0 (row 2):  id=\"7\" text=\"two\\r\\nlines\" role=\"7.5\" "
                                + "writtenOn=2020-03-25 activity=\"ab\" covidAccelerated=true",
                        "note " + file + ":0 (row 5):  id=\"8\" text=\"\" timeTask=\"\" writtenOn=2020-03-25 "
                                + "activity=\"2020-03-25\" covidAccelerated=false");
    }

    @Test
    void wrongCellsAreNamedAndTheRestGoesOn() throws IOException {
        Path file = workbook(sheet -> {
            texts(sheet.createRow(0), "text", "writtenOn", "role", "Customer");
            Row wrong = sheet.createRow(1);
            wrong.createCell(0).setCellValue("A");
            wrong.createCell(1).setCellValue(439155);
            wrong.createCell(2).setCellErrorValue(FormulaError.NA.getCode());
            wrong.createCell(3).setCellErrorValue(FormulaError.DIV0.getCode());
            texts(sheet.createRow(2), "B");
        });
        assertThat(read(file))
                .containsExactly(
                        "warning " + file + ": ignored what is not a field of a note: \"Customer\".",
                        "refused " + file + ":0 (row 2): row 2 422 2 fields are wrong",
                        "  writtenOn must be a day such as 2020-03-25, not \"439155\". role holds the spreadsheet's error "
                                + "#N/A.",
                        "  /writtenOn writtenOn must be a day such as 2020-03-25, not \"439155\".",
                        "  /role role holds the spreadsheet's error #N/A.",
                        "note " + file + ":0 (row 3):  id=\"row 3\" text=\"B\"");
    }

    @Test
    void aMissingTextColumnListsTheColumns() throws IOException {
        Path file = workbook(sheet -> texts(sheet.createRow(2), "id", "note", "role"));
        assertThat(read(file))
                .containsExactly("unreadable " + file
                        + ": there is no column \"text\"; the columns are \"id\", \"note\", \"role\".");
    }

    @Test
    void anEmptySheetSaysWhatItTakes() throws IOException {
        Path file = workbook(sheet -> {});
        assertThat(read(file))
                .containsExactly("unreadable " + file + ": this input is empty; its first sheet, \"Notes\", takes a "
                        + "header row with a column \"text\".");
    }

    @Test
    void whatIsNoWorkbookSaysSo() throws IOException {
        Path csv = Files.writeString(folder.resolve("table.xlsx"), "id,text\n1,A\n");
        assertThat(read(csv))
                .containsExactly(
                        "unreadable " + csv + ": this is not a workbook, whatever its name says; an .xlsx file "
                                + "is a zip archive, and this is none.");
        Path old = folder.resolve("old.xlsx");
        try (Workbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(old)) {
            workbook.createSheet("Notes");
            workbook.write(out);
        }
        assertThat(read(old))
                .containsExactly("unreadable " + old + ": this is an .xls workbook or one with a password; save it as "
                        + ".xlsx without one.");
    }

    @Test
    void aWorkbookThatBreaksOffSaysSo() throws IOException {
        Path file = workbook(sheet -> {
            texts(sheet.createRow(0), "text");
            for (int row = 1; row < 50; row++) {
                texts(sheet.createRow(row), "note " + row);
            }
        });
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(read(cut))
                .containsExactly(
                        "unreadable " + cut + ": this workbook is broken. Open it in a spreadsheet program and "
                                + "save it again, or save the sheet as CSV UTF-8.");
    }

    @Test
    void aZipBombIsNotRead() throws IOException {
        Path good = workbook(sheet -> texts(sheet.createRow(0), "text"));
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipFile in = new ZipFile(good.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("sheet1.xml")) {
                    String sheet = new String(content, StandardCharsets.UTF_8);
                    String blanks = " ".repeat(1_000_000);
                    out.write(sheet.substring(0, sheet.indexOf("</sheetData>")).getBytes(StandardCharsets.UTF_8));
                    for (int each = 0; each < 50; each++) {
                        out.write(blanks.getBytes(StandardCharsets.UTF_8));
                    }
                    out.write(sheet.substring(sheet.indexOf("</sheetData>")).getBytes(StandardCharsets.UTF_8));
                } else {
                    out.write(content);
                }
            }
        }
        assertThat(read(bomb))
                .containsExactly(
                        "unreadable " + bomb + ": this workbook would unpack to more than a hundred times its "
                                + "size, as a zip bomb does; it was not read. If it is a real one, save the sheet as CSV UTF-8.");
    }

    @Test
    void aWorkbookMayBePipedIn() throws IOException {
        Path file = workbook(sheet -> {
            texts(sheet.createRow(0), "text");
            texts(sheet.createRow(1), "A");
        });
        InputOptions piped = InputOptions.of(warning -> {}, new ByteArrayInputStream(Files.readAllBytes(file)))
                .withKind(InputKind.XLSX);
        assertThat(Shown.all("-", piped)).containsExactly("note <stdin>:0 (row 2):  id=\"row 2\" text=\"A\"");
    }

    @Test
    void fiftyThousandRowsComeInOrder() throws IOException {
        int count = 50_000;
        Path file = folder.resolve("many.xlsx");
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), 100, false, true);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Notes");
            texts(sheet.createRow(0), "id", "text");
            for (int row = 1; row <= count; row++) {
                texts(sheet.createRow(row), "N-" + row, "Text of note " + row);
            }
            workbook.write(out);
        }
        int row = 0;
        try (NoteInput input = new NoteInputs(Shown.options()).open(file.toString())) {
            while (input.hasNext()) {
                row++;
                Entry.Note note = (Entry.Note) input.next();
                assertThat(note.note().id()).isEqualTo("N-" + row);
                assertThat(note.note().text()).isEqualTo("Text of note " + row);
                assertThat(note.origin().entry()).isEqualTo("row " + (row + 1));
            }
        }
        assertThat(row).isEqualTo(count);
    }

    /** As after somebody sorted the sheet: the texts stay where they are. */
    @Test
    void sharedTextsMayStandInAnyOrder() throws IOException {
        int count = 2_000;
        Path file = workbook(sheet -> {
            texts(sheet.createRow(0), "id", "text");
            for (int row = 1; row <= count; row++) {
                texts(sheet.createRow(row), "N-" + row, longText(row));
            }
            for (int row = count; row >= 1; row--) {
                texts(sheet.createRow(2 * count + 1 - row), "N-" + row, longText(row));
            }
        });
        List<String> read = new ArrayList<>();
        try (NoteInput input = new NoteInputs(Shown.options()).open(file.toString())) {
            input.forEachRemaining(entry -> {
                Entry.Note note = (Entry.Note) entry;
                read.add(note.note().id());
                assertThat(note.note().text())
                        .isEqualTo(longText(Integer.parseInt(note.note().id().substring(2))));
            });
        }
        assertThat(read).hasSize(2 * count).startsWith("N-1", "N-2").endsWith("N-2", "N-1");
    }

    /** Some are long, and some of their letters take three bytes or four. */
    private static String longText(int row) {
        return ("Text " + row + ", \u65e5\u672c\uD83D\uDE00 ").repeat(row % 500 == 0 ? 1_000 : 1 + row % 20);
    }

    private Path workbook(Consumer<Sheet> fill) throws IOException {
        Path file = folder.resolve("notes.xlsx");
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill.accept(workbook.createSheet("Notes"));
            workbook.createSheet("Another");
            workbook.write(out);
        }
        return file;
    }

    private static CellStyle style(Sheet sheet, String format) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        return style;
    }

    private static void texts(Row row, String... texts) {
        for (String text : texts) {
            row.createCell(Math.max(row.getLastCellNum(), 0)).setCellValue(text);
        }
    }

    private static List<String> read(Path file) {
        return Shown.all(file.toString(), Shown.options());
    }
}
