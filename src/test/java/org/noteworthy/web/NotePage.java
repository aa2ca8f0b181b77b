package org.noteworthy.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/** What people find on the page for one note. */
final class NotePage {
    static final String BAD =
            "[EXOL] Mailbox workshop\nSTATUS: On trakc\nSUMMARY: Met.\nNEXT ACTION: Call on May 14, 2020.";

    private NotePage() {}

    static Locator text(Page page) {
        return page.locator("nw-note-editor .cm-content");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Another page in the window of a visitor who has been here before. */
    static Page open(Visitor visitor, URI address) {
        Page page = visitor.context().newPage();
        page.navigate(address.toString());
        return page;
    }

    /** A first visitor who begins with an empty note of a role. */
    static Page begin(Visitor visitor, URI address) {
        Page page = visitor.open(address);
        page.getByText(Texts.of(org.noteworthy.web.Page.CHECK, "en").get("tour.skip"))
                .click();
        page.locator("input[name=role]").fill("FE");
        return page;
    }
}
