package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
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

    private static DraftedPolicy policy;
    private static Browser browser;

    /** What is on a picture: its address, and what is done there first. */
    enum Picture {
        CHECK("/", page -> typed(page)),
        READING("/", page -> {
            typed(page);
            page.locator("#tab-reading").click();
            assertThat(page.locator(".reading .part").first()).isVisible();
        }),
        PLAYBOOK(
                "/playbook?edition=" + DraftedPolicy.EDITION,
                page -> assertThat(page.locator("nw-playbook")).containsText("status-allowed")),
        DRAFTS("/drafts", page -> {
            page.getByText("A status for what is done").first().click();
            page.getByText("statuses.csv").first().click();
            assertThat(page.locator("nw-draft-effect")).containsText("status-allowed");
        }),
        AUDIT(
                "/audit",
                page -> assertThat(page.locator("nw-audit canvas").first()).isVisible()),
        OPERATIONS(
                "/operations",
                page -> assertThat(page.locator(".edition").first()).isVisible());

        private final String path;
        private final Consumer<Page> before;

        Picture(String path, Consumer<Page> before) {
            this.path = path;
            this.before = before;
        }

        private static void typed(Page page) {
            page.locator(".tour button").last().click();
            page.locator("input[name=role]").fill("FE");
            page.locator("input[name=writtenOn]").fill("2020-06-01");
            page.locator("nw-note-editor .cm-content").fill(NOTE);
            assertThat(page.locator("nw-note-editor .cm-lintRange").first()).isVisible();
        }
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
            picture.before.accept(page);
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
