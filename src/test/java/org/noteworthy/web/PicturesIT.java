package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pictures in the documentation: each is of a page as it is. {@code -Dfixtures.update=true} takes them anew. */
class PicturesIT {
    private static final Path PICTURES = Path.of("docs", "pictures");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final String NOTE = """
            [EXOL] Mailbox workshop
            STATUS: On trakc, batch 3 is finished.
            SUMMARY: Went through the migration report with the customer. #covid19
            NEXT ACTION: Customer may call back.
            CONCERNS: 1st party bug, the hybrid wizard stops at step 2.""";

    private static final Pattern STATUSES = Pattern.compile("^statuses\\.csv");

    private static DraftedPolicy policy;
    private static Browser browser;

    /** What is on a picture, and where it is. */
    enum Picture {
        CHECK("/"),
        READING("/"),
        PLAYBOOK("/playbook?edition=" + DraftedPolicy.EDITION),
        DRAFTS("/drafts"),
        AUDIT("/audit"),
        OPERATIONS("/operations");

        private final String path;

        Picture(String path) {
            this.path = path;
        }
    }

    private static void arrange(Picture picture, Page page) {
        switch (picture) {
            case CHECK -> type(page);
            case READING -> {
                type(page);
                page.locator("#tab-reading").click();
                assertThat(page.locator(".reading .part").first()).isVisible();
            }
            case PLAYBOOK -> assertThat(page.locator("nw-playbook")).containsText("status-allowed");
            case DRAFTS -> {
                page.getByText("A status for what is done").first().click();
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(STATUSES))
                        .click();
                assertThat(page.locator(".file")).containsText("tables/statuses.csv");
                assertThat(page.locator("nw-draft-effect")).containsText("status-allowed");
            }
            case AUDIT -> assertThat(page.locator("nw-audit canvas").first()).isVisible();
            case OPERATIONS -> assertThat(page.locator(".edition").first()).isVisible();
        }
    }

    private static void type(Page page) {
        page.locator(".tour button").last().click();
        page.locator("input[name=role]").fill("FE");
        page.locator("input[name=writtenOn]").fill("2020-06-01");
        page.locator("nw-note-editor .cm-content").fill(NOTE);
        assertThat(page.locator("nw-note-editor .cm-lintRange").first()).isVisible();
    }

    @BeforeAll
    static void start() throws IOException {
        policy = new DraftedPolicy();
        browser = Browser.start();
        for (String status : List.of("Completed", "On track", "Going well", "Paused", "On trakc", "Completed")) {
            for (String role : List.of("FE", "SME")) {
                String text = "[EXO]\nSTATUS: " + status + "\nSUMMARY: Met.\nNEXT ACTION: Call back on 2020-06-05.";
                policy.post("/v1/check", Map.of("text", text, "role", role, "writtenOn", "2020-06-01"));
            }
        }
        String draft = policy.draft("A status for what is done");
        policy.add(draft, Map.of("status", "completed", "language", "en", "label", "Completed"));
    }

    @AfterAll
    static void stop() {
        browser.close();
        policy.close();
    }

    @ParameterizedTest
    @EnumSource
    void showThePagesAsTheyAre(Picture picture) throws IOException {
        Path file = PICTURES.resolve(picture.name().toLowerCase(Locale.ROOT) + ".png");
        try (Visitor visitor = browser.visitor(new NewContextOptions().setViewportSize(WIDTH, HEIGHT))) {
            Page page = visitor.open(policy.service().uri(picture.path));
            arrange(picture, page);
            visitor.seesNothingThatShutsOut();
            byte[] taken = page.screenshot();
            assertThat(taken).isNotEmpty();
            if (Boolean.getBoolean("fixtures.update")) {
                Files.createDirectories(PICTURES);
                Files.write(file, taken);
            }
        }
        assertThat(file).isNotEmptyFile();
    }
}
