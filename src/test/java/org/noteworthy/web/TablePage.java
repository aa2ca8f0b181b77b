package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table of a draft in a window, as somebody with a keyboard works on it. */
final class TablePage {
    private static final String SAVED = "All changes are saved.";

    private final Page page;

    TablePage(Visitor visitor, DraftedPolicy policy, String draft) {
        page = visitor.open(policy.service().uri("/drafts?draft=" + draft + "&file=" + DraftedPolicy.STATUSES));
        assertThat(grid()).isVisible();
        grid().focus();
    }

    Page page() {
        return page;
    }

    Locator grid() {
        return page.locator("[role=grid]");
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Types texts into cells side by side, from the active one on. */
    void type(String... texts) {
        for (int i = 0; i < texts.length; i++) {
            page.keyboard().type(texts[i]);
            page.keyboard().press(i < texts.length - 1 ? "Tab" : "Enter");
        }
    }

    /** What is active: row and column, from 1, as a reader of the screen is told. */
    String active() {
        return Objects.toString(page.evaluate("""
                () => {
                  const grid = document.querySelector('[role=grid]');
                  const cell = document.getElementById(grid.getAttribute('aria-activedescendant'));
                  return cell === null ? 'none' : (cell.closest('tr').getAttribute('aria-rowindex') - 1) + ','
                    + (cell.getAttribute('aria-colindex') - 1);
                }"""));
    }

    /** How many of the cells in sight are selected. */
    int selected() {
        return page.locator("[role=gridcell][aria-selected=true]").count();
    }

    /** The text of a cell in sight; row and column from 1. */
    Locator cell(int row, int column) {
        return page.locator(
                "tr[aria-rowindex='" + (row + 1) + "'] [role=gridcell][aria-colindex='" + (column + 1) + "']");
    }

    /** How many rows there are, also out of sight. */
    void hasRows(int count) {
        assertThat(grid()).hasAttribute("aria-rowcount", String.valueOf(count + 1));
    }

    /** Pastes a text as a spreadsheet puts it into the clipboard; gives back how long that kept the page, in milliseconds. */
    @Nullable
    Object paste(String text) {
        return page.evaluate("""
                async text => {
                  const data = new DataTransfer();
                  data.setData('text/plain', text);
                  const begun = performance.now();
                  document.querySelector('[role=grid]').dispatchEvent(
                      new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                  await document.querySelector('nw-table').updateComplete;
                  await document.querySelector('nw-grid').updateComplete;
                  document.body.offsetHeight;
                  return performance.now() - begun;
                }""", text);
    }

    /** What Ctrl+C puts into the clipboard. */
    String copied() {
        return Objects.toString(page.evaluate("""
                () => {
                  const data = new DataTransfer();
                  document.querySelector('[role=grid]').dispatchEvent(
                      new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true}));
                  return data.getData('text/plain');
                }"""));
    }

    void isSaved() {
        assertThat(page.locator(".table-foot")).containsText(SAVED);
    }

    void says(String sentence) {
        assertThat(page.locator(".table-foot")).containsText(sentence);
    }
}
