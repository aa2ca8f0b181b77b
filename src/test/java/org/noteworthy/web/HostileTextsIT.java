package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.access.AccessException;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.api.RunningService;
import tools.jackson.databind.json.JsonMapper;

/** Whatever others may have written, wherever it comes to be shown: each page shows the text that it is, and makes nothing of it. */
class HostileTextsIT {
    /** What a page has made of texts: elements, letters that steer a terminal or turn what is around them, things done. */
    private static final String MADE = """
            () => {
              const made = window.hit === undefined ? [] : ["it ran"];
              const look = root => {
                for (const each of root.querySelectorAll("*")) {
                  if (each.matches("#hostile, [src='x'], [onerror], [onclick], [href^='javascript:']")) {
                    made.push(each.outerHTML.slice(0, 200));
                  }
                  if (each.shadowRoot) {
                    look(each.shadowRoot);
                  }
                  for (const node of each.childNodes) {
                    if (node.nodeType === Node.TEXT_NODE && each.localName !== "textarea"
                        && /[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data)) {
                      made.push(`${each.localName}.${each.className}: ${JSON.stringify(node.data.slice(0, 200))}`);
                    }
                  }
                }
              };
              look(document.body);
              return made;
            }""";

    private static final String MESSAGE = """
            // Asks for nothing.
            rule "hostile"
                @severity("info")  @clause("content.status")
            when
                $note : Note( status.present )
            then
                report.violation( $note.status,
                    "%s" );
            end
            """;

    @TempDir
    static Path folder;

    private static DraftedPolicy policy;
    private static KeyFile keys = new KeyFile(Path.of(""));
    private static RunningService closed;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        policy = new DraftedPolicy();
        keys = new KeyFile(folder.resolve("keys.json"));
        keys.make("nobody", Set.of(Role.READER), null, Instant.now());
        closed = RunningService.over(
                Path.of("rules"), "noteworthy.access=keys", "noteworthy.access.keys=" + folder.resolve("keys.json"));
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        closed.close();
        policy.close();
    }

    /** The text is seen there, and nothing has come of it anywhere on the page. */
    private static void isText(Hostile hostile, Locator place) {
        assertThat(place).containsText(hostile.seen());
        makesNothing(place.page());
    }

    private static void makesNothing(Page page) {
        assertThat((List<?>) page.evaluate(MADE)).as(page.url()).isEmpty();
    }

    private static void click(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    private static Map<String, String> note(Hostile hostile) {
        String text = hostile.text();
        return Map.of(
                "id",
                text,
                "author",
                text,
                "engagement",
                text,
                "role",
                text,
                "noteType",
                text,
                "writtenOn",
                "2020-06-01",
                "text",
                "[EXO] " + text + "\nSTATUS: " + text + "\nNEXT ACTION: " + text + "\nSUMMARY: " + text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @ParameterizedTest
    @EnumSource
    void aNoteThatIsTyped(Hostile hostile) {
        try (Visitor visitor = browser.visitor()) {
            String note = new JsonMapper().writeValueAsString(note(hostile));
            Page page = visitor.open(policy.service().uri("/#note=" + encoded(note)));
            assertThat(page.locator(".result")).isVisible();
            isText(hostile, page.locator("nw-note-editor .cm-content"));
            isText(hostile, page.locator(".findings"));
            page.locator("#tab-reading").click();
            isText(hostile, page.locator(".reading"));
            page.locator("#tab-outcomes").click();
            assertThat(page.locator(".outcome").first()).isVisible();
            makesNothing(page);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNoteThatIsRecorded(Hostile hostile) {
        assertThat(policy.post("/v1/check", note(hostile)).statusCode()).isEqualTo(200);
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(policy.service().uri("/audit?author=" + encoded(hostile.text())));
            isText(hostile, page.locator("nw-audit-figures"));
            click(page, AriaRole.LINK, "Decisions");
            isText(hostile, page.locator(".decisions"));
            page.locator(".decisions th a").first().click();
            isText(hostile, page.locator(".note-text"));
            isText(hostile, page.locator(".facts").first());
            click(page, AriaRole.LINK, "Replay");
            page.locator("select[name=playbook]").selectOption("2019-09-27");
            click(page, AriaRole.BUTTON, "Start replay");
            assertThat(page.locator("nw-audit-replay .matrix")).isVisible();
            isText(hostile, page.locator("nw-audit-replay"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileWithItsNameItsHeaderAndItsCells(Hostile hostile) {
        String cell = "\"" + hostile.text().replace("\"", "\"\"") + "\"";
        String table = "id,text," + cell + "\n" + cell + ",[EXO]," + cell + "\n" + cell + ",x,y,z\n";
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.open(policy.service().uri("/?many"));
            if (hostile.isOneLineOfLetters()) {
                hand(page, hostile.text().replace("/", ""), table);
                assertThat(page.locator(".chosen-file h2"))
                        .hasText(Pattern.compile(hostile.seen().pattern().replace("\\/", "") + "\\.csv"));
            } else { // by such a name the service takes no file
                visitor.forgiving();
                hand(page, hostile.text(), table);
                isText(hostile, page.locator(".chosen-file h2"));
                assertThat(page.locator("nw-many .state.error")).isVisible();
                makesNothing(page);
                hand(page, "notes", table);
            }
            isText(hostile, page.locator(".columns thead"));
            isText(hostile, page.locator(".columns tbody"));
            FilesPage.check(page, "Done: 2 notes.");
            isText(hostile, page.locator(".results"));
            page.locator(".results .name").first().click();
            assertThat(page.locator(".opened")).isVisible();
            makesNothing(page);
        }
    }

    private static void hand(Page page, String name, String table) {
        page.locator("input[name=file]")
                .setInputFiles(new FilePayload(name + ".csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource
    void aDraftWithItsTitleItsCellsItsRulesAndWhatIsSaidOfIt(Hostile hostile) {
        String draft = policy.draft(hostile.isOneLineOfLetters() ? hostile.text() : "A title");
        if (hostile.isOneLineOfLetters()) { // no table takes the others
            policy.add(draft, Map.of("status", "hostile", "language", "en", "label", hostile.text()));
        }
        policy.write(draft, "hostile.drl", MESSAGE.formatted(hostile.text()));
        assertThat(policy.post("/v1/drafts/" + draft + "/comments", Map.of("text", hostile.text()))
                        .statusCode())
                .isIn(200, hostile.isOneLineOfLetters() ? 200 : 422);
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = visitor.open(policy.service().uri("/drafts"));
            assertThat(page.locator(".drafts-table")).containsText(draft);
            if (hostile.isOneLineOfLetters()) {
                isText(hostile, page.locator(".drafts-table"));
            }
            makesNothing(page);
            String address = "/drafts?draft=" + draft;
            page.navigate(policy.service()
                    .uri(address + "&file=" + DraftedPolicy.STATUSES)
                    .toString());
            page.locator("[role=grid]").focus();
            page.keyboard().press("Control+End");
            if (hostile.isOneLineOfLetters()) {
                isText(hostile, page.locator("[role=grid]"));
            }
            assertThat(page.locator("nw-draft-effect [role=status]").first()).hasText("");
            makesNothing(page);
            page.navigate(policy.service().uri(address + "&file=hostile.drl").toString());
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Text"))
                    .click();
            isText(hostile, page.locator("nw-rule-code .cm-content"));
            click(page, AriaRole.LINK, "Changes");
            isText(hostile, page.locator("nw-draft-difference"));
            click(page, AriaRole.LINK, "Review");
            if (hostile.isOneLineOfLetters()) {
                isText(hostile, page.locator(".events"));
            }
            makesNothing(page);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPersonByTheirName(Hostile hostile) {
        if (!hostile.isOneLineOfLetters()) {
            assertThatThrownBy(() -> keys.make(hostile.text(), Set.of(Role.ADMIN), null, Instant.now()))
                    .isInstanceOf(AccessException.class);
            return;
        }
        String secret = keys.make(hostile.text(), Set.of(Role.ADMIN), null, Instant.now())
                .secret()
                .text();
        try (Visitor visitor = browser.visitor()) {
            Page page = visitor.signIn(closed.uri("/drafts"), secret);
            page.navigate(closed.uri("/operations").toString());
            isText(hostile, page.locator("nw-sessions tbody"));
            isText(hostile, page.locator("nw-keys tbody"));
            page.evaluate("""
                    async name => {
                      const { csrf } = await (await fetch("/v1/session")).json();
                      const headers = { "Content-Type": "application/json", "Noteworthy-CSRF": csrf };
                      await fetch("/v1/check", { method: "POST", headers, body: '{"text":"[EXO]"}' });
                      const body = JSON.stringify({ name, title: "About somebody", from: "2020-05-12" });
                      return (await fetch("/v1/drafts", { method: "POST", headers, body })).status;
                    }""", "by-" + hostile.name().toLowerCase(Locale.ROOT));
            for (org.noteworthy.web.Page each : org.noteworthy.web.Page.values()) {
                page.navigate(closed.uri(each.path()).toString());
                isText(hostile, page.locator(".who-menu > summary"));
            }
            page.navigate(closed.uri("/drafts").toString());
            isText(hostile, page.locator(".drafts-table"));
            page.navigate(closed.uri("/audit?view=decisions").toString());
            page.locator(".decisions th a").first().click();
            isText(hostile, page.locator(".facts").first());
        }
    }
}
