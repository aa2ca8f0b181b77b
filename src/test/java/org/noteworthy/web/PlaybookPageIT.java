package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.noteworthy.cli.Folders.replace;
import static org.noteworthy.web.PlaybookRules.EARLIER;
import static org.noteworthy.web.PlaybookRules.EVIL;
import static org.noteworthy.web.PlaybookRules.HOSTILE;
import static org.noteworthy.web.PlaybookRules.IN_FORCE;
import static org.noteworthy.web.PlaybookRules.REFUSED;
import static org.noteworthy.web.PlaybookRules.TEMPLATES;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.api.RunningService;

/** What readers of the playbook do on its page: editions, rules by clause, tables, and what differs. */
class PlaybookPageIT {
    /** Addresses of the page, each with what is seen there once it has come. */
    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("", "nw-rule >> nth=0"),
            Map.entry("?edition=" + EARLIER + "&rule=insight-id", ".example >> nth=0"),
            Map.entry("?find=nothing-of-that-kind", ".clauses .state"),
            Map.entry("?rule=none-of-that-name", ".notice"),
            Map.entry("?view=tables&table=date-words", "td >> nth=0"),
            Map.entry("?view=tables&table=none", ".with-tables .state"),
            Map.entry("?view=compare&from=2019-09-27&to=" + EARLIER, ".sides >> nth=0"),
            Map.entry("?view=compare&from=" + EARLIER + "&to=" + EARLIER, "nw-comparison .state"),
            Map.entry("?view=compare&draft=more-tags", ".lines >> nth=0"),
            Map.entry("?view=compare&draft=none", "nw-comparison .state.error"),
            Map.entry("?view=guidance", "pre.guidance"),
            Map.entry("?edition=" + REFUSED, ".edition .reasons"),
            Map.entry("?edition=1999-01-01", ".state.error"));

    @TempDir
    private static Path folder;

    private static Path rules;
    private static RunningService service;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        rules = PlaybookRules.in(folder);
        service = RunningService.over(rules);
        browser = Browser.start();
        try (Visitor owner = browser.visitor()) {
            PlaybookRules.draft(owner.context().request(), service.uri("/v1/drafts"));
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    private static Page open(Visitor visitor, String query) {
        return visitor.open(service.uri("/playbook" + query));
    }

    private static Locator button(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator edition(Page page, String version) {
        return page.locator(".timeline input[value='" + version + "']");
    }

    @Test
    void tellOfARuleWithExamplesThatCanBeTried() {
        try (Visitor visitor = browser.visitor()) {
            Page page = open(visitor, "");
            assertThat(edition(page, IN_FORCE)).isChecked();
            assertThat(page.locator(".stop:has(:checked)")).containsText("In force today");
            page.locator(".stop", new Page.LocatorOptions().setHasText(EARLIER)).click();
            assertThat(page.locator("#edition-title")).containsText("25 March 2020");
            assertThat(page).hasURL(Pattern.compile("edition=" + EARLIER));

            page.getByLabel("Search clauses and rules").fill("insight id");
            page.getByLabel("Severity").selectOption("error");
            page.getByLabel("Role").selectOption("SME");
            assertThat(page.locator("nw-rule")).hasCount(1);
            Locator rule = page.locator("nw-rule");
            assertThat(rule).containsText("CONCERNS cites no Insight by number.");
            assertThat(page.locator(".clause h3")).containsText("cites its FTC Insight ID");
            rule.getByText("Text of the rule").click();
            assertThat(rule.locator(".source")).containsText("rule \"insight-id\"");
            rule.getByText("Examples and history").click();
            assertThat(rule.locator(".example.passes")).hasCount(1);
            rule.locator(".example.violates").first().getByText("Try it").click();
            page.waitForURL(Pattern.compile("/#note=.*"));
            String note = URLDecoder.decode(
                    page.url().substring(page.url().indexOf('=') + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
            assertThat(note).startsWith("{\"text\":\"[EXO]\\nSTATUS:").contains("\"role\":\"FE\"");
            page.goBack();
            assertThat(page.getByLabel("Search clauses and rules")).hasValue("insight id");
            assertThat(page.locator("nw-rule")).hasCount(1);
            button(page, AriaRole.BUTTON, "Clear the filter").click();
            assertThat(page.locator(".side > .hint")).hasText("31 rules in 35 clauses");
            page.getByLabel("Checked by").selectOption("a person");
            assertThat(page.locator(".clause .badge").first()).hasText("Only a person can judge this");
            assertThat(page.locator("nw-rule")).hasCount(0);
        }
    }

    @Test
    void showTablesDifferencesAndTheGuidance() {
        try (Visitor visitor = browser.visitor()) {
            Page page = open(visitor, "?edition=" + EARLIER);
            button(page, AriaRole.TAB, "Tables").click();
            page.locator(".names a", new Page.LocatorOptions().setHasText("date-words"))
                    .click();
            assertThat(page.locator("tbody tr")).hasCount(200);
            button(page, AriaRole.BUTTON, "Show 200 more rows").click();
            assertThat(page.locator("tbody tr")).hasCount(400);
            page.getByLabel("Search rows").fill("january");
            assertThat(page.locator("tbody tr").first()).containsText("January");
            page.goBack();
            assertThat(page.locator("#table-title")).hasText("confirmations");

            button(page, AriaRole.TAB, "Compare").click();
            assertThat(page.locator("nw-comparison select[name=from]")).hasValue("2019-09-27");
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Rules")))
                    .containsText("covid-tag");
            page.locator("nw-comparison select[name=from]").selectOption(IN_FORCE);
            assertThat(page.getByLabel("Table workloads")).containsText("Microsoft 365 Apps");
            page.locator("nw-comparison select[name=to]").selectOption("draft more-tags");
            assertThat(page.locator(".lines .add")).hasText("+#lockdown,lockdown,,our team\n");
            button(page, AriaRole.TAB, "Guidance").click();
            assertThat(page.locator("pre.guidance")).containsText("## covid.tag");
        }
    }

    @Test
    void areUsedByKeyboardAlone() {
        try (Visitor visitor = browser.visitor()) {
            Page page = open(visitor, "");
            assertThat(page.locator("nw-rule").first()).isVisible();
            reach(page, edition(page, IN_FORCE));
            page.keyboard().press("ArrowLeft");
            assertThat(edition(page, EARLIER)).isFocused();
            assertThat(page.locator("#edition-title")).containsText("25 March 2020");
            assertThat(page.locator("nw-rule").first()).isVisible();
            reach(page, button(page, AriaRole.TAB, "Rules by clause"));
            reach(page, page.getByLabel("Search clauses and rules"));
            page.keyboard().type("insight-id");
            assertThat(page.locator("nw-rule")).hasCount(2);
            Locator rule = page.locator("nw-rule").first();
            reach(page, rule.locator("summary").first());
            page.keyboard().press("Enter");
            assertThat(rule.locator(".example").first()).isVisible();
            reach(page, rule.locator(".example a").first());
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/#note=.*"));
            page.goBack();
            assertThat(page.locator("nw-rule").first()).isVisible();
            reach(page, button(page, AriaRole.TAB, "Rules by clause"));
            page.keyboard().press("ArrowRight");
            assertThat(button(page, AriaRole.TAB, "Tables")).isFocused();
            assertThat(page.locator("tbody tr").first()).isVisible();
            page.keyboard().press("End");
            assertThat(page.locator("pre.guidance")).isVisible();
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator(".group").first()).isVisible();
        }
    }

    /** Goes on with the Tab key until something has the focus. */
    private static void reach(Page page, Locator wanted) {
        for (int turn = 0; turn < 150; turn++) {
            page.keyboard().press("Tab");
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("The Tab key never reaches " + wanted);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 360"})
    void shutNobodyOutInAnyState(ColorScheme scheme, int width) {
        try (Visitor visitor = browser.visitor(new NewContextOptions().setColorScheme(scheme))) {
            visitor.forgiving(); // there is no such draft, and the browser says so
            STATES.forEach((query, seen) -> {
                Page page = open(visitor, query);
                page.setViewportSize(width, 800);
                assertThat(page.locator(seen)).isVisible();
                assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .as(query)
                        .isLessThanOrEqualTo(width);
                visitor.seesNothingThatShutsOut();
            });
        }
    }

    @Test
    void showWhatIsHostileAsText() {
        try (Visitor visitor = browser.visitor()) {
            Page page = open(visitor, "?edition=" + HOSTILE + "&rule=status-brief");
            assertThat(page.locator("#edition-title")).containsText(EVIL);
            assertThat(page.locator("nw-rule blockquote").filter(new Locator.FilterOptions().setHasText(EVIL)))
                    .hasCount(1);
            assertThat(page.locator(".clause h3").first()).containsText(EVIL + TEMPLATES);
            assertThat(page.locator(".rule.named .example").first()).isVisible();
            open(visitor, "?edition=" + HOSTILE + "&view=tables&table=statuses");
            assertThat(page.locator("td").filter(new Locator.FilterOptions().setHasText(EVIL + TEMPLATES)))
                    .hasCount(1);
            open(visitor, "?view=compare&from=" + EARLIER + "&to=" + HOSTILE);
            assertThat(page.locator("nw-comparison")).containsText(EVIL);
            open(visitor, "?edition=" + HOSTILE + "&view=guidance");
            assertThat(page.locator("pre.guidance")).containsText(EVIL);
            open(visitor, "?edition=%3Cimg%20src%3Dx%3E");
            assertThat(page.locator(".state.error")).containsText("<img src=x>");
            assertThat(page.locator("img, main script")).hasCount(0);
            assertThat(page.evaluate("window.hacked")).isNull();
        }
    }

    @Test
    void tellWhyAnEditionIsRefused() {
        try (Visitor visitor = browser.visitor()) {
            Page page = open(visitor, "");
            Locator stop = page.locator(".stop", new Page.LocatorOptions().setHasText(REFUSED));
            assertThat(stop).containsText("Rejected");
            stop.click();
            assertThat(page.locator(".edition .refused"))
                    .containsText(Pattern.compile(REFUSED + "/status-brief\\.drl:\\d+:\\d+ .*lenght"));
        }
    }

    @Test
    void followWhatIsEditedOutside() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            Page page = open(visitor, "?edition=2019-09-27&find=brief");
            Locator find = page.getByLabel("Search clauses and rules");
            find.focus();
            Locator rule = page.locator("nw-rule[data-rule=status-brief]");
            rule.evaluate("element => { element.same = true; }");
            Path file = rules.resolve("2019-09-27/status-brief.drl");
            replace(file, "Move the details", "Bring the details");
            assertThat(rule).containsText("Bring the details");
            assertThat(find).isFocused();
            assertThat(find).hasValue("brief");
            assertThat((boolean) rule.evaluate("element => element.same")).isTrue();
            assertThat(page.locator("nw-playbook > [role=status]")).containsText("changed outside this page");

            replace(file, "status.length >", "status.lenght >");
            assertThat(page.locator(".edition .refused")).containsText("The version before stays in use");
            assertThat(rule).containsText("Bring the details");
            replace(file, "status.lenght >", "status.length >");
            assertThat(page.locator(".edition .refused")).hasCount(0);
        }
    }

    @Test
    void stayReadableWhileTheServiceDoesNotAnswer() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = open(visitor, "");
            assertThat(page.locator("nw-rule").first()).isVisible();
            visitor.context().setOffline(true);
            assertThat(page.locator(".offline")).isVisible();
            assertThat(page.locator("nw-rule").first()).isVisible();
            edition(page, EARLIER).click();
            assertThat(page.locator("nw-playbook .state.offline")).isVisible();
            visitor.seesNothingThatShutsOut();
            visitor.context().setOffline(false);
            assertThat(page.locator("nw-rule").first()).isVisible();
            assertThat(page.locator(".offline")).hasCount(0);
        }
    }
}
