package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What people do on the page for many notes, and the files that they bring. */
final class FilesPage {
    private FilesPage() {}

    static void map(Page page, String column, String field) {
        field(page, column).selectOption(field);
    }

    /** Where it is said which field of notes a column holds. */
    static Locator field(Page page, String column) {
        return page.getByLabel(Texts.of(org.noteworthy.web.Page.CHECK, "en")
                .get("columns.field")
                .replace("{column}", column));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Checks, and waits for the end. */
    static void check(Page page, String end) {
        button(page, "Check").click();
        assertThat(page.locator(".progress")).hasText(end);
    }

    /** A workbook with these rows. */
    static void workbook(Path file, List<List<String>> rows) throws IOException {
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("April");
            for (int at = 0; at < rows.size(); at++) {
                Row row = sheet.createRow(at);
                for (int cell = 0; cell < rows.get(at).size(); cell++) {
                    row.createCell(cell).setCellValue(rows.get(at).get(cell));
                }
            }
            workbook.write(out);
        }
    }
}
