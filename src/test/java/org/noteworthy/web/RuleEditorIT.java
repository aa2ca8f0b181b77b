package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule of a draft, written as a form and as text, which are two views of the same. */
class RuleEditorIT {
    private static final String WITH_RULES = "2020-03-25";
    private static final String SAVED = "All changes are saved.";
    private static final String NAME = "status-brief.drl";
    private static final String NOT_A_FORM = """
            // Asks that STATUS is there.
            rule "in-between"
                @severity("info")  @clause("content.status")
            when
                // this comment has no field
                $note : Note( !status.present )
            then
                report.violation( $note.status,
                    "No STATUS." );
            end
            """;

    private static DraftedPolicy policy;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        policy = new DraftedPolicy();
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        policy.close();
    }

    private static Page open(Visitor visitor, String draft, String file) {
        return visitor.open(policy.service().uri("/drafts?draft=" + draft + "&file=" + file));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** The text of the rule, where it is typed. */
    private static Locator code(Page page) {
        return page.locator("nw-rule-code .cm-content");
    }

    private static void isSaved(Page page) {
        assertThat(page.locator(".file .table-foot")).containsText(SAVED);
    }

    @Test
    void writesARuleByFormAndShowsItAsText() {
        String draft = policy.draft("By form", WITH_RULES);
        policy.post(
                "/v1/check", Map.of("text", "STATUS: Completed SUMMARY: Met the customer.", "writtenOn", "2020-04-01"));
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = open(visitor, draft, NAME);
            button(page, "Add a file …").click();
            page.keyboard().type("summary-workshop.drl");
            page.keyboard().press("Enter");
            assertThat(field(page, "Name")).hasValue("summary-workshop");
            field(page, "What it requires, and what it allows").fill("Asks for a workshop.");
            field(page, "Severity").selectOption("warning");
            field(page, "Clause").selectOption("content.status");
            button(page, "Add a condition").click();
            field(page, "Property of condition 1").fill("summary.present");
            button(page, "Add a condition").click();
            field(page, "Property of condition 2").fill("text");
            field(page, "Comparison of condition 2").selectOption("not contains");
            field(page, "Value 1 of condition 2").fill("workshop");
            field(page, "Where").fill("$note.summary");
            field(page, "Message").fill("{{7*7}}");
            assertThat(page.locator(".rule-form .note.error").filter(new Locator.FilterOptions().setHasText("{7*7}")))
                    .hasCount(1);
            field(page, "Message").fill("No <b>workshop</b> <img src=x onerror=alert(1)>.");
            assertThat(page.locator(".rule-words li")).hasCount(2);
            visitor.seesNothingThatShutsOut();
            visitor.takes("rule-form");
            isSaved(page);
            tab(page, "Text").click();
            assertThat(code(page)).containsText("$note : Note( summary.present, text not contains \"workshop\" )");
            visitor.seesNothingThatShutsOut();
            assertThat(policy.file(draft, "summary-workshop.drl"))
                    .startsWith("// Asks for a workshop.\nrule \"summary-workshop\"\n    @severity(\"warning\")")
                    .contains("\"No <b>workshop</b> <img src=x onerror=alert(1)>.\"");
            assertThat(page.locator("nw-draft-effect")).containsText("summary-workshop");
        }
    }

    @Test
    void tellsBesideItsFieldWhatIsWrong() {
        String draft = policy.draft("Wrong field", WITH_RULES);
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = open(visitor, draft, NAME);
            Locator property = field(page, "Property of condition 1");
            assertThat(property).hasValue("status.length");
            property.fill("status.lenght");
            assertThat(property).hasAttribute("aria-invalid", "true");
            assertThat(page.locator(".rule-conditions .note.error").first()).containsText("lenght");
            field(page, "Name").fill("");
            assertThat(page.locator(".rule-head .note.error").first()).containsText("has no name");
            visitor.seesNothingThatShutsOut();
            field(page, "Name").fill("status-brief");
            property.fill("status.length");
            assertThat(page.locator(".rule-form .note.error")).hasCount(0);
            isSaved(page);
            assertThat(policy.file(draft, NAME)).isEqualTo(shipped(NAME));
        }
    }

    private static String shipped(String file) {
        try {
            return Files.readString(policy.rules().resolve(WITH_RULES).resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void showsEveryRuleAsAFormAndChangesNone() throws IOException {
        String draft = policy.draft("All of them", WITH_RULES);
        List<String> rules;
        try (Stream<Path> files = Files.list(policy.rules().resolve(WITH_RULES))) {
            rules = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".drl"))
                    .sorted()
                    .toList();
        }
        assertThat(rules).hasSizeGreaterThan(20);
        try (Visitor visitor = browser.visitor()) {
            Page page = open(visitor, draft, rules.get(0));
            for (String rule : rules) {
                page.locator(".files summary:has-text('Rules')").evaluate("each => each.parentElement.open = true");
                page.locator(".files a", new Page.LocatorOptions().setHasText(Pattern.compile("^" + rule + "$")))
                        .click();
                assertThat(field(page, "Name")).hasValue(rule.replace(".drl", ""));
                field(page, "Enabled").uncheck();
                assertThat(page.locator("nw-rule-code .cm-content")).containsText("enabled false");
                field(page, "Enabled").check();
                assertThat(page.locator("nw-rule-code .cm-content")).not().containsText("enabled false");
                isSaved(page);
                assertThat(policy.file(draft, rule)).isEqualTo(shipped(rule));
            }
        }
    }

    @Test
    void completesExplainsAndUnderlinesWhatIsTyped() {
        String draft = policy.draft("As text", WITH_RULES);
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = open(visitor, draft, NAME + "&line=5");
            code(page).click();
            page.keyboard().press("Control+a");
            page.keyboard().press("Delete");
            page.keyboard().insertText(shipped(NAME).replace("status.length > ", "status.lenght > "));
            Locator underlined = page.locator(".cm-lintRange-error");
            assertThat(underlined).containsText("status.lenght");
            assertThat(page.locator(".rule-lint li")).hasCount(1);
            visitor.seesNothingThatShutsOut();
            page.keyboard().press("Control+Home");
            page.keyboard().press("F8");
            assertThat(page.locator(".rule-means")).containsText("\"lenght\"");
            page.keyboard().type("status.leng");
            Locator suggested = page.locator(".cm-tooltip-autocomplete li");
            assertThat(suggested.first()).containsText("status.length");
            visitor.seesNothingThatShutsOut();
            visitor.takes("rule-text");
            page.keyboard().press("Enter");
            assertThat(underlined).hasCount(0);
            assertThat(page.locator(".rule-means")).containsText("status.length");
            page.locator(".cm-line span", new Page.LocatorOptions().setHasText("@clause"))
                    .hover();
            assertThat(page.locator(".cm-means")).containsText("guidance.md");
            isSaved(page);
            assertThat(policy.file(draft, NAME)).isEqualTo(shipped(NAME));
        }
    }

    @Test
    void keepsAsTextWhatTheFormCannotShow() {
        String draft = policy.draft("Not a form", WITH_RULES);
        policy.write(draft, "in-between.drl", NOT_A_FORM);
        try (Visitor visitor = browser.visitor().forgiving()) {
            Page page = open(visitor, draft, "in-between.drl");
            assertThat(page.locator("nw-rule-editor .note.warning").first()).containsText("line 5");
            assertThat(tab(page, "Form")).isDisabled();
            assertThat(code(page)).containsText("this comment has no field");
            visitor.seesNothingThatShutsOut();
            assertThat(policy.file(draft, "in-between.drl")).isEqualTo(NOT_A_FORM);
        }
    }

    @Test
    void isUsedByKeyboardAlone() {
        String draft = policy.draft("By keyboard", WITH_RULES);
        try (Visitor visitor = browser.visitor()) {
            Page page = open(visitor, draft, NAME);
            tab(page, "Form").focus();
            page.keyboard().press("ArrowRight");
            assertThat(tab(page, "Text")).isFocused();
            assertThat(code(page)).isVisible();
            page.keyboard().press("Tab");
            page.keyboard().press("Control+End");
            page.keyboard().press("Tab");
            assertThat(code(page)).not().isFocused();
            tab(page, "Text").focus();
            page.keyboard().press("Home");
            assertThat(tab(page, "Form")).isFocused();
            assertThat(field(page, "What it requires, and what it allows")).isVisible();
            for (int i = 0; i < 6 && !"rule-comment".equals(page.evaluate("document.activeElement.id")); i++) {
                page.keyboard().press("Tab");
            }
            assertThat(field(page, "What it requires, and what it allows")).isFocused();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isReadInLightDarkAndOnASmallScreen(ColorScheme scheme) {
        String draft = policy.draft("Small " + scheme, WITH_RULES);
        try (Visitor visitor =
                browser.visitor(new NewContextOptions().setColorScheme(scheme).setViewportSize(360, 740))) {
            Page page = open(visitor, draft, "executive-summary.drl");
            assertThat(field(page, "Name")).hasValue("executive-summary");
            visitor.seesNothingThatShutsOut();
            visitor.takes("rule-form-small-" + scheme.name().toLowerCase(Locale.ROOT));
            tab(page, "Text").click();
            visitor.seesNothingThatShutsOut();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }
}
