package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.web.FilesPage.button;
import static org.noteworthy.web.FilesPage.check;
import static org.noteworthy.web.FilesPage.map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.api.RunningService;
import org.noteworthy.report.FormatName;

/** Many notes on the page that checks them, as people hand them in: tables, workbooks, folders and pasted rows. */
class CheckFilesIT {
    private static final int MANY = 5_000;
    private static final String GOOD = "[EXO]\nSTATUS: On track\nSUMMARY: Met.\nNEXT ACTION: Call on 2020-05-25.";
    private static final String FOREIGN = """
            Nr,Description,Who
            7,"[EXO]
            STATUS: Going well
            SUMMARY: Met.
            NEXT ACTION: Call on Monday.",FE
            8,"%s",FE
            9,one,FE,too many
            """.formatted(GOOD);

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(Path.of("rules"));
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    private static Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Page choose(Visitor visitor, Path file) {
        Page page = visitor.open(service.uri("/?many"));
        page.locator("input[name=file]").setInputFiles(file);
        return page;
    }

    /** A table whose columns are called otherwise, with one row that cannot be judged. */
    private static Page foreign(Visitor visitor) throws IOException {
        Page page = choose(visitor, file("april.csv", FOREIGN));
        assertThat(page.getByText("There is no column \"text\"")).isVisible();
        assertThat(button(page, "Check")).isDisabled();
        map(page, "Description", "text");
        map(page, "Who", "role");
        map(page, "Nr", "id");
        assertThat(page.getByText("There is no column \"text\"")).hasCount(0);
        return page;
    }

    @Test
    void columnsOfOtherNamesAreMappedByHandAndRemembered() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            Page page = foreign(visitor);
            check(page, "Done: 3 notes.");
            assertThat(page.getByText("2 judged, 1 not judged, 3 in total.")).isVisible();
            assertThat(page.locator(".results .name")).hasText(new String[] {"7", "8", "row 4"});
            page.locator(".results .name").nth(2).click();
            assertThat(page.locator(".opened")).containsText("Row 4 has 4 cells, the header has 3.");
            Page again = choose(visitor, folder.resolve("april.csv"));
            assertThat(FilesPage.field(again, "Description")).hasValue("text");
            check(again, "Done: 3 notes.");
        }
    }

    @Test
    void aNoteOfTheFileIsOpenedInTheEditor() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            Page page = foreign(visitor);
            check(page, "Done: 3 notes.");
            page.locator(".results .name").first().click();
            assertThat(page.locator(".opened .finding")).not().hasCount(0);
            Page opened =
                    page.waitForPopup(() -> page.getByText("Open in the editor").click());
            assertThat(opened.locator("nw-note-editor .cm-content")).containsText("STATUS: Going well");
            assertThat(opened.locator("input[name=role]")).hasValue("FE");
        }
    }

    @Test
    void whatWasFoundIsFilteredAndSorted() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            Page page = foreign(visitor);
            check(page, "Done: 3 notes.");
            page.locator("select[name=rule]").selectOption("status-allowed");
            assertThat(page.locator(".results .name")).hasText(new String[] {"7"});
            page.locator("select[name=rule]").selectOption("");
            page.locator("input[type=search]").fill("going WELL");
            assertThat(page.locator(".results .name")).hasText(new String[] {"7"});
            page.locator("input[type=search]").fill("");
            page.locator(".results th button").nth(1).click();
            page.locator(".results th button").nth(1).click();
            assertThat(page.locator(".results th").nth(1)).hasAttribute("aria-sort", "descending");
            assertThat(page.locator(".results .name")).hasText(new String[] {"row 4", "8", "7"});
        }
    }

    @Test
    void aWorkbookIsCheckedAsItIs() throws IOException {
        Path file = folder.resolve("april.xlsx");
        FilesPage.workbook(
                file, List.of(List.of("id", "text", "role"), List.of("a", GOOD, "FE"), List.of("b", "x", "FE")));
        try (Visitor visitor = browser.visitor()) {
            Page page = choose(visitor, file);
            check(page, "Done: 2 notes.");
            assertThat(page.locator(".sum .compliant")).containsText("1");
            assertThat(page.locator(".results .name")).hasText(new String[] {"a", "b"});
        }
    }

    @Test
    void aFolderOfTextsIsCheckedAsAWhole() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes/may"));
        Files.writeString(notes.resolve("a.md"), "---\nrole: FE\n---\n" + GOOD);
        Files.writeString(notes.resolve("b.txt"), "x");
        Files.writeString(notes.resolve("c.png"), "no note");
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/?many"));
            page.locator("input[name=folder]").setInputFiles(folder.resolve("notes"));
            assertThat(page.getByText("2 texts. 1 other file is skipped.")).isVisible();
            check(page, "Done: 2 notes.");
            assertThat(page.locator(".results .name")).hasText(new String[] {"a.md", "b.txt"});
        }
    }

    @Test
    void pastedRowsAreCheckedByKeyboardAlone() {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/?many"));
            page.getByText("Paste rows from a spreadsheet").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().insertText("id\ttext\trole\n1\t\"" + GOOD + "\"\tFE\n2\tx\tFE\n");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(button(page, "Check")).isEnabled();
            button(page, "Check").press("Enter");
            assertThat(page.locator(".progress")).hasText("Done: 2 notes.");
            page.locator(".results .name").nth(1).focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".opened .finding").first()).isVisible();
        }
    }

    private static Path many(String name, int count) throws IOException {
        StringBuilder rows = new StringBuilder("id,text,role\n");
        for (int at = 1; at <= count; at++) {
            rows.append(at)
                    .append(",\"[EXO]\nSTATUS: On trakc\nSUMMARY: Met ")
                    .append(at)
                    .append(".\",FE\n");
        }
        return file(name, rows.toString());
    }

    @Test
    void fiveThousandRowsAreShownByPages() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            Page page = choose(visitor, many("many.csv", MANY));
            button(page, "Check").click();
            assertThat(page.locator(".progress"))
                    .hasText(
                            "Done: 5,000 notes.",
                            new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                    .setTimeout(120_000));
            assertThat(page.getByText("5,000 judged, 0 not judged, 5,000 in total."))
                    .isVisible();
            assertThat(page.locator(".results .name")).hasCount(100);
            button(page, "Next").click();
            assertThat(page.locator(".results .name").first()).hasText("101");
            assertThat(page.getByText("Page 2 of 50")).isVisible();
        }
    }

    @Test
    void aLargeFileIsCancelledInTheMiddle() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            Page page = choose(visitor, many("larger.csv", 40 * MANY));
            button(page, "Check").click();
            assertThat(page.locator(".progress")).hasText(Pattern.compile("[1-9][0-9,]* notes so far, .*"));
            button(page, "Cancel").click();
            assertThat(page.locator(".progress")).hasText(Pattern.compile("Cancelled after [0-9,]+ notes\\."));
            assertThat(page.locator(".results .name").first()).hasText("1");
            assertThat(button(page, "Check")).isEnabled();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDownloadIsWhatTheServiceAnswers(FormatName format) throws Exception {
        String table = "id,text\nN-1,[EXO]\nN-2,\"" + GOOD + "\"\nN-3,x,y\n";
        try (Visitor visitor = browser.visitor()) {
            Page page = choose(visitor, file("told.csv", table));
            check(page, "Done: 3 notes.");
            page.locator("select[name=format]").selectOption(format.word());
            Download download =
                    page.waitForDownload(() -> button(page, "Download").click());
            assertThat(download.suggestedFilename()).isEqualTo("told-report." + format.extension());
            HttpRequest request = HttpRequest.newBuilder(
                            service.uri("/v1/check/file?name=told.csv&format=" + format.word()))
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofString(table))
                    .build();
            byte[] answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofByteArray())
                    .body();
            assertThat(Files.readAllBytes(download.path()))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(new String(answer, StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatAFileHoldsIsShownAsText() throws IOException {
        String html = "<img src=x onerror=window.run=1>";
        String table =
                "id," + html + ",text\n\"=HYPERLINK(\"\"http://x\"\")\",{{7*7}}," + html + "\n" + html + ",x,y,z\n";
        try (Visitor visitor = browser.visitor()) {
            Page page = choose(visitor, file("<img src=x onerror=window.run=1>.csv", table));
            assertThat(page.locator(".chosen-file h2")).hasText("<img src=x onerror=window.run=1>.csv");
            assertThat(page.locator(".columns th").filter(new Locator.FilterOptions().setHasText(html)))
                    .hasCount(1);
            check(page, "Done: 2 notes.");
            assertThat(page.locator(".results .name").first()).hasText("=HYPERLINK(\"http://x\")");
            page.locator(".results .name").first().click();
            assertThat(page.locator(".opened .finding").first()).isVisible();
            assertThat(page.locator("main img")).hasCount(0);
            assertThat(page.evaluate("window.run")).isNull();
        }
    }

    @Test
    void whatIsNoSuchFileIsToldInASentence() throws IOException {
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = choose(visitor, file("broken.xlsx", "no workbook"));
            assertThat(page.getByText("this is not a workbook")).isVisible();
            visitor.seesNothingThatShutsOut();
        }
    }

    @Test
    void shutsNobodyOutWhateverItShows() throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {360, 1280}) {
                try (Visitor visitor = browser.visitor(
                        new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))) {
                    visitor.open(service.uri("/?many"));
                    visitor.seesNothingThatShutsOut();
                    Page page = foreign(visitor);
                    visitor.seesNothingThatShutsOut();
                    check(page, "Done: 3 notes.");
                    page.locator(".results .name").first().click();
                    page.locator(".by-rule summary").click();
                    assertThat(page.getByText("Open in the editor")).isVisible();
                    visitor.seesNothingThatShutsOut();
                    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                            .as("no scroll bar at " + width)
                            .isLessThanOrEqualTo(width);
                    visitor.takes("check-many-" + width + "-" + scheme);
                }
            }
        }
    }
}
