package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.api.RunningService;

/** The explorer of the calls, for somebody whose browser is signed in. */
class ExplorerIT {
    private static final String BODY = "{\"name\":\"from-the-explorer\",\"title\":\"Tried\",\"from\":\"2020-05-12\"}";

    @TempDir
    private Path folder;

    @Test
    void aCallThatChangesSomethingIsTried() throws IOException {
        KeyFile keys = new KeyFile(folder.resolve("keys.json"));
        String author = keys.make("ann", Set.of(Role.AUTHOR), null, Instant.now())
                .secret()
                .text();
        try (RunningService service = RunningService.over(
                        Path.of("rules"),
                        "noteworthy.access=keys",
                        "noteworthy.access.keys=" + folder.resolve("keys.json"));
                Browser browser = Browser.start();
                Visitor visitor = browser.visitor()) {
            visitor.signIn(service.uri("/drafts"), author);
            List<String> complaints = new ArrayList<>();
            List<Request> made = new ArrayList<>();
            Page page = visitor.page();
            page.onConsoleMessage(message -> {
                // The platform's logo brings a style of its own, which the policy stops; another logo takes its place.
                if (message.type().equals("error") && !message.text().contains("style-src 'self'")) {
                    complaints.add(message.text());
                }
            });
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    made.add(request);
                }
            });
            page.navigate(service.uri("/q/swagger-ui/").toString());
            Locator call = page.locator("[id$=-createDraft]");
            call.locator(".opblock-summary-control").click();
            button(call, "Try it out").click();
            call.locator("textarea").first().fill(BODY);
            button(call, "Execute").click();
            assertThat(call.locator(".live-responses-table .response-col_status")
                            .last())
                    .containsText("201");
            assertThat(made)
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.headerValue("Noteworthy-CSRF")).isNotBlank());
            assertThat(complaints).isEmpty();
            page.navigate(service.uri("/drafts").toString());
            assertThat(page.locator(".drafts-table")).containsText("from-the-explorer");
        }
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
