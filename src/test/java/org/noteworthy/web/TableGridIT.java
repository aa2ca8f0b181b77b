package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A table of a draft as a grid: by keyboard alone, with a spreadsheet beside it, and with somebody else in the same table. */
class TableGridIT {
    private static final int STATUSES = 28;
    private static final int PASTED = 500;

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

    @Test
    void isWalkedByKeyboard() {
        try (Visitor visitor = browser.visitor()) {
            TablePage table = new TablePage(visitor, policy, policy.draft("Keys"));
            table.press("ArrowDown", "ArrowRight");
            assertThat(table.active()).isEqualTo("2,2");
            table.press("End");
            assertThat(table.active()).isEqualTo("2,5");
            table.press("Home");
            assertThat(table.active()).isEqualTo("2,1");
            table.press("Control+End");
            assertThat(table.active()).isEqualTo(STATUSES + ",5");
            table.press("Control+Home", "ArrowUp", "ArrowLeft");
            assertThat(table.active()).isEqualTo("1,1");
            table.press("PageDown", "PageUp");
            assertThat(table.active()).isEqualTo("1,1");
            table.press("Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown");
            assertThat(table.page().locator("[role=gridcell][aria-selected=true]"))
                    .hasCount(6);
            assertThat(table.copied()).isEqualTo("on-track\ten\npaused\ten\npending-customer\ten");
            table.press("Escape");
            assertThat(table.page().locator("[role=gridcell][aria-selected=true]"))
                    .hasCount(1);
            visitor.seesNothingThatShutsOut();
        }
    }

    @Test
    void isLeftByTab() {
        try (Visitor visitor = browser.visitor()) {
            TablePage table = new TablePage(visitor, policy, policy.draft("Tab"));
            table.press("Tab");
            assertThat(table.grid()).not().isFocused();
            table.press("Shift+Tab");
            assertThat(table.grid()).isFocused();
        }
    }

    @Test
    void isEditedByKeyboard() {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Edit");
            TablePage table = new TablePage(visitor, policy, draft);
            table.press("ArrowRight", "ArrowRight", "F2");
            Locator input = table.page().locator(".cell-input");
            assertThat(input).hasValue("On track");
            table.press("End");
            table.page().keyboard().type("!");
            table.press("Escape");
            assertThat(table.cell(1, 3)).hasText("On track");
            table.press("Enter");
            assertThat(input).hasValue("On track");
            table.press("Escape");
            table.type("Under way!");
            assertThat(table.cell(1, 3)).hasText("Under way!");
            assertThat(table.active()).isEqualTo("2,3");
            table.press("Control+z");
            assertThat(table.cell(1, 3)).hasText("On track");
            table.press("Control+y");
            assertThat(table.cell(1, 3)).hasText("Under way!");
            table.press("Control+z", "Control+Home", "Alt+ArrowDown");
            assertThat(table.cell(2, 1)).hasText("on-track");
            table.press("Control+d");
            table.hasRows(STATUSES + 1);
            assertThat(table.cell(3, 1)).hasText("on-track");
            table.press("Control+Delete");
            table.hasRows(STATUSES);
            table.press("Control+Enter");
            table.hasRows(STATUSES + 1);
        }
    }

    @Test
    void keepsTheBytesOfWhatIsNotTouched() {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Bytes");
            String before = policy.file(draft, DraftedPolicy.STATUSES);
            TablePage table = new TablePage(visitor, policy, draft);
            table.press("Control+End", "Control+Enter");
            table.type("completed", "en", "Completed");
            assertThat(table.page().locator(".draft-main .badge").first()).hasText("changed");
            assertThat(table.page().locator("tr.fresh th").first()).containsText("Changed row");
            table.isSaved();
            assertThat(policy.file(draft, DraftedPolicy.STATUSES)).isEqualTo(before + "completed,en,Completed,,\n");
            table.press("Control+z", "Control+z", "Control+z", "Control+z");
            table.hasRows(STATUSES);
            assertThat(table.page().locator(".draft-main .file h3 .badge")).hasCount(0);
            assertThat(policy.file(draft, DraftedPolicy.STATUSES)).isEqualTo(before);
        }
    }

    @Test
    void takesWhatASpreadsheetHasAndGivesItBackInOneStep() {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Spreadsheet");
            TablePage table = new TablePage(visitor, policy, draft);
            String sheet = IntStream.range(0, PASTED)
                    .mapToObj(i -> IntStream.range(0, 5)
                            .mapToObj(c -> "c" + c + "-" + i)
                            .collect(Collectors.joining("\t")))
                    .collect(Collectors.joining("\r\n", "", "\r\n"));
            table.press("Control+End", "Home");
            System.out.println("Pasting " + PASTED + " rows of 5 cells took " + table.paste(sheet) + " ms.");
            table.hasRows(STATUSES - 1 + PASTED);
            table.press("Control+z");
            table.hasRows(STATUSES);
            table.press("Control+y");
            table.hasRows(STATUSES - 1 + PASTED);
            table.isSaved();
            assertThat(policy.file(draft, DraftedPolicy.STATUSES)).endsWith("c0-499,c1-499,c2-499,c3-499,c4-499\n");
            table.press("Control+z");
            table.isSaved();
            table.press("Control+Home");
            table.paste("\"two\nlines\"\t\"a \"\"word\"\"\"");
            table.isSaved();
            assertThat(policy.row(draft, 1)).startsWith("two\nlines", "a \"word\"", "On track");
        }
    }

    @Test
    void marksARowThatStandsTwice() {
        try (Visitor visitor = browser.visitor()) {
            TablePage table = new TablePage(visitor, policy, policy.draft("Twice"));
            table.press("Control+d");
            Locator bad = table.page().locator("tr.bad");
            assertThat(bad).hasCount(1);
            assertThat(table.page().locator("nw-draft-effect")).containsText("stands in line");
            visitor.seesNothingThatShutsOut();
            table.page().getByLabel("With problems").check();
            table.hasRows(1);
            table.page().getByLabel("With problems").uncheck();
            table.grid().focus();
            table.press("Control+Home", "Control+z");
            assertThat(bad).hasCount(0);
        }
    }

    @Test
    void showsRowsOfAValue() {
        try (Visitor visitor = browser.visitor()) {
            TablePage table = new TablePage(visitor, policy, policy.draft("Filter"));
            table.press("ArrowDown");
            table.page().getByText("By the cell's value").click();
            assertThat(table.page().locator("[role=grid] tbody:not(.spacer) tr"))
                    .hasCount(6);
            table.grid().focus();
            table.press("Control+Enter");
            table.hasRows(7);
            table.page().getByText("Show all rows").click();
            table.hasRows(STATUSES + 1);
            Locator columns = table.page().locator(".filters select");
            columns.selectOption("2");
            table.page().getByPlaceholder("Rows containing …").fill("On track");
            table.page().getByText("Show all rows").click();
            assertThat(columns).hasValue("-1");
        }
    }

    @Test
    void followsSomebodyElse() {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Follow");
            TablePage table = new TablePage(visitor, policy, draft);
            table.press("Control+End");
            policy.add(draft, Map.of("status", "completed", "language", "en", "label", "Completed"));
            table.hasRows(STATUSES + 1);
            policy.change(draft, STATUSES, "label", "其他");
            assertThat(table.cell(STATUSES, 3)).hasText("其他");
        }
    }

    @Test
    void staysOnItsRowWhereSomebodyElsePutsOneAbove() {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Above");
            String mine = policy.row(draft, 3).get(0);
            TablePage table = new TablePage(visitor, policy, draft);
            table.press("ArrowDown", "ArrowDown");
            policy.addFirst(draft, Map.of("status", "completed", "language", "en", "label", "Completed"));
            table.hasRows(STATUSES + 1);
            assertThat(table.cell(4, 1)).hasText(mine);
            assertThat(table.active()).isEqualTo("4,1");
            table.press("Control+Delete");
            table.hasRows(STATUSES);
            table.isSaved();
            assertThat(policy.row(draft, 1)).contains("completed");
            assertThat(policy.row(draft, 3)).contains("paused");
            assertThat(policy.row(draft, 4)).doesNotContain(mine);
        }
    }

    @Test
    void takesNoNewRowForTheOneThatWasDeleted() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Another row");
            TablePage table = new TablePage(visitor, policy, draft);
            holdSaves(visitor);
            table.press("ArrowDown", "ArrowRight", "ArrowRight");
            table.type("Mine");
            table.says("The service does not answer");
            policy.replace(draft, 2, Map.of("status", "completed", "language", "en", "label", "Completed"));
            Locator conflict = table.page().locator(".conflicts");
            assertThat(conflict).containsText("(row deleted)");
            letSaves(visitor);
            conflict.getByText("Delete the row as they did").click();
            table.isSaved();
            assertThat(policy.row(draft, 2)).startsWith("completed", "en", "Completed");
            assertThat(policy.file(draft, DraftedPolicy.STATUSES)).doesNotContain("Mine");
        }
    }

    @Test
    void letsChooseWhereTwoHaveChangedTheSame() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Both");
            TablePage table = new TablePage(visitor, policy, draft);
            holdSaves(visitor);
            table.press("ArrowRight", "ArrowRight");
            table.type("Mine");
            table.says("The service does not answer");
            policy.change(draft, 1, "label", "Theirs");
            Locator conflict = table.page().locator(".conflicts");
            assertThat(conflict).containsText("Mine");
            assertThat(conflict).containsText("Theirs");
            visitor.seesNothingThatShutsOut();
            table.page().reload();
            assertThat(conflict).containsText("Theirs");
            letSaves(visitor);
            conflict.getByText("Keep mine").click();
            table.isSaved();
            assertThat(policy.row(draft, 1)).contains("Mine");
        }
    }

    @Test
    void keepsBothWhereTwoHaveChangedDifferentRows() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Apart");
            TablePage table = new TablePage(visitor, policy, draft);
            holdSaves(visitor);
            table.press("ArrowRight", "ArrowRight");
            table.type("Mine");
            table.says("The service does not answer");
            policy.change(draft, 2, "label", "Theirs");
            assertThat(table.cell(2, 3)).hasText("Theirs");
            letSaves(visitor);
            table.isSaved();
            assertThat(policy.row(draft, 1)).contains("Mine");
            assertThat(policy.row(draft, 2)).contains("Theirs");
        }
    }

    @Test
    void losesNothingThatWasTyped() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Typed");
            TablePage table = new TablePage(visitor, policy, draft);
            holdSaves(visitor);
            table.press("ArrowRight", "ArrowRight");
            table.type("Whole");
            table.page().keyboard().type("Half a wo");
            table.page().reload();
            assertThat(table.cell(1, 3)).hasText("Whole");
            assertThat(table.cell(2, 3)).hasText("Half a wo");
            table.says("restored");
            visitor.seesNothingThatShutsOut();
            letSaves(visitor);
            table.isSaved();
            assertThat(policy.row(draft, 2)).contains("Half a wo");
        }
    }

    @Test
    void showsTextsThatWouldDoHarm() {
        try (Visitor visitor = browser.visitor()) {
            String hostile = "<img src=x onerror=alert(1)>";
            String draft = policy.draft(hostile + " {{7*7}} ${7*7}");
            TablePage table = new TablePage(visitor, policy, draft);
            assertThat(table.page().locator(".draft-head h2")).containsText(hostile + " {{7*7}} ${7*7}");
            table.press("ArrowRight", "ArrowRight");
            table.type(hostile);
            assertThat(table.cell(1, 3)).hasText(hostile);
            table.isSaved();
            table.press("Control+Home", "ArrowRight", "ArrowRight");
            table.paste("left\u202eright");
            assertThat(table.cell(1, 3)).hasText("left[U+202E]right");
            table.says("U+202E");
            visitor.seesNothingThatShutsOut();
            assertThat(table.page().locator("main img")).hasCount(0);
            visitor.forgiving();
        }
    }

    private static void holdSaves(Visitor visitor) {
        visitor.context().route("**/tables/*", TableGridIT::unlessSaved);
    }

    private static void unlessSaved(Route route) {
        if (route.request().method().equals("PATCH")) {
            route.abort();
        } else {
            route.resume();
        }
    }

    private static void letSaves(Visitor visitor) {
        visitor.context().unroute("**/tables/*");
    }
}
