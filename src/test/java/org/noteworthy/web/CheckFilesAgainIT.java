package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.noteworthy.web.FilesPage.button;
import static org.noteworthy.web.FilesPage.check;
import static org.noteworthy.web.FilesPage.map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.api.RunningService;

/** Files that do not go through at once: the service is away, they were changed meanwhile, or their letters are others. */
class CheckFilesAgainIT {
    private static final String FOREIGN = "Nr,Description\n1,One\n2,Two\n";
    private static final String NOTES = "id;text\n1;Übergabe an Frau Müller\n2;Grüße\n";
    private static final long HOUR = 3600;
    private static final Pattern COLUMNS = Pattern.compile("/columns\\?");

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

    private static void choose(Page page, Path file) {
        page.locator("input[name=file]").setInputFiles(file);
    }

    @Test
    void theColumnsAreReadOnceTheServiceAnswers() throws IOException {
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = visitor.open(service.uri("/?many"));
            visitor.context().setOffline(true);
            choose(page, file("first.csv", FOREIGN));
            assertThat(page.locator(".state.offline")).isVisible();
            visitor.seesNothingThatShutsOut();
            visitor.context().setOffline(false);
            map(page, "Description", "text");
            assertThat(page.locator(".state.offline")).hasCount(0);
            check(page, "Done: 2 notes.");
        }
    }

    @Test
    void aCheckThatWasNotAnsweredIsMadeAgainByHandAlone() throws IOException {
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = visitor.open(service.uri("/?many"));
            choose(page, file("again.csv", FOREIGN));
            map(page, "Description", "text");
            assertThat(button(page, "Check")).isEnabled();
            visitor.context().setOffline(true);
            button(page, "Check").click();
            assertThat(page.locator(".state.offline")).containsText("Try again once it does.");
            visitor.context().setOffline(false);
            assertThat(page.locator("nw-shell .offline")).hasCount(0);
            assertThat(page.locator(".state.offline")).isVisible();
            button(page, "Try again").click();
            assertThat(page.locator(".progress")).hasText("Done: 2 notes.");
        }
    }

    @Test
    void theLatestChoiceOfColumnsCounts() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/?many"));
            choose(page, file("turns.csv", FOREIGN));
            assertThat(page.getByText("There is no column \"text\"")).isVisible();
            List<Route> held = new ArrayList<>();
            page.route(COLUMNS, held::add);
            map(page, "Description", "text");
            page.waitForCondition(() -> held.size() == 1);
            map(page, "Description", "");
            page.waitForCondition(() -> held.size() == 2);
            page.waitForResponse(COLUMNS, () -> held.get(1).resume());
            page.waitForResponse(COLUMNS, () -> held.get(0).resume());
            page.unroute(COLUMNS);
            page.evaluate(
                    "() => fetch('/q/health/live').then(answer => answer.text())"); // what came before is shown now
            assertThat(button(page, "Check")).isDisabled();
            assertThat(page.getByText("There is no column \"text\"")).isVisible();
        }
    }

    @Test
    void aFileThatWasChangedIsToBeChosenAgain() throws IOException {
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = visitor.open(service.uri("/?many"));
            Path file = file("edited.csv", "id,text\n1,One\n");
            Files.setLastModifiedTime(
                    file, FileTime.from(Instant.now().minusSeconds(HOUR))); // browsers tell times by the second
            choose(page, file);
            assertThat(button(page, "Check")).isEnabled();
            file("edited.csv", "id,text\n1,One\n2,Two, and longer\n");
            button(page, "Check").click();
            assertThat(page.getByText("edited.csv was changed, moved or deleted after you chose it. Choose it again."))
                    .isVisible();
            assertThat(page.locator("nw-shell .offline")).hasCount(0);
            page.waitForFileChooser(() -> page.locator("input[name=file]").click())
                    .setFiles(file);
            check(page, "Done: 2 notes.");
        }
    }

    @Test
    void aTableInOtherLettersThanUtf8IsReadAsItWasWritten() throws IOException {
        Path file = folder.resolve("excel.csv");
        Files.write(file, NOTES.getBytes(Charset.forName("windows-1252")));
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(service.uri("/?many"));
            choose(page, file);
            check(page, "Done: 2 notes.");
            page.locator(".results .name").first().click();
            assertThat(page.locator(".opened")).containsText("name its charset with the parameter charset");
            page.getByLabel("Text encoding").selectOption("windows-1252");
            assertThat(page.locator(".columns .cell").nth(1)).hasText("Übergabe an Frau Müller");
            check(page, "Done: 2 notes.");
            page.locator(".results .name").first().click();
            Page opened =
                    page.waitForPopup(() -> page.getByText("Open in the editor").click());
            assertThat(NotePage.text(opened)).hasText("Übergabe an Frau Müller");
            visitor.seesNothingThatShutsOut();
        }
    }

    @Test
    void namesOfColumnsInOtherLettersLeaveAWayOut() throws IOException {
        Path file = folder.resolve("names.csv");
        Files.write(file, "Prüfer;text\nMüller;Eins\n".getBytes(Charset.forName("windows-1252")));
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = visitor.open(service.uri("/?many"));
            choose(page, file);
            assertThat(page.locator(".state.error")).containsText("is not UTF-8 text");
            page.getByLabel("Text encoding").selectOption("windows-1252");
            assertThat(page.locator(".columns th[scope=col]").first()).hasText("Prüfer");
            assertThat(page.locator(".state.error")).hasCount(0);
            check(page, "Done: 1 note.");
        }
    }
}
