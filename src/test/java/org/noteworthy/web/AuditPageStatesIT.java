package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.api.RunningService;

/** What the page Audit says where there is nothing to see, or not for everybody. */
class AuditPageStatesIT {
    @TempDir
    private Path folder;

    @Test
    void theLogIsForAuditorsAndTellsWhatWillBeInIt() throws IOException {
        KeyFile keys = new KeyFile(folder.resolve("keys.json"));
        String reader = keys.make("reader", Set.of(Role.READER), null, Instant.now())
                .secret()
                .text();
        String auditor = keys.make("auditor", Set.of(Role.AUDITOR, Role.READER), null, Instant.now())
                .secret()
                .text();
        try (RunningService service = RunningService.over(
                        Path.of("rules"),
                        "noteworthy.access=keys",
                        "noteworthy.access.keys=" + folder.resolve("keys.json"));
                Browser browser = Browser.start()) {
            try (Visitor visitor = browser.visitor()) {
                Page page = visitor.signIn(service.uri("/audit"), reader);
                assertThat(page.locator(".state.forbidden")).containsText("auditor");
                visitor.seesNothingThatShutsOut();
            }
            try (Visitor visitor = browser.visitor()) {
                Page page = visitor.signIn(service.uri("/audit"), auditor);
                assertThat(page.locator(".state.empty h2")).hasText("No decisions yet");
                visitor.seesNothingThatShutsOut();
            }
        }
    }

    @Test
    void thatNothingIsRecordedIsSaid() throws IOException {
        try (RunningService service = RunningService.over(Path.of("rules"), "noteworthy.audit.enabled=false");
                Browser browser = Browser.start();
                Visitor visitor = browser.visitor()) {
            Page page = visitor.forgiving().open(service.uri("/audit"));
            assertThat(page.locator(".state.error")).containsText("This service records no decisions");
            visitor.seesNothingThatShutsOut();
        }
    }
}
