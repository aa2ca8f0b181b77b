package org.noteworthy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody with a window of their own. What the browser complains of is kept: scripts that fail, answers that are missing,
 * whatever the Content-Security-Policy has stopped. At the end there must be none of it that was not expected.
 */
final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean forgiving;

    Visitor(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(Browser.PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(complaints::add);
    }

    /** The window; opens an address. */
    Page open(URI address) {
        page.navigate(address.toString());
        return page;
    }

    /** Opens a page and signs in on it by a key, after which it is read anew for whoever that is. */
    Page signIn(URI address, String key) {
        forgiving().open(address);
        page.evaluate("() => { window.readBefore = true; }");
        page.locator("nw-shell > button.primary").click();
        page.locator("input[name=key]").fill(key);
        page.keyboard().press("Enter");
        page.waitForFunction("() => window.readBefore === undefined && document.querySelector('.who-menu') !== null");
        return page;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What the browser complains of is expected from here on, as where a call is refused on purpose. */
    Visitor forgiving() {
        forgiving = true;
        return this;
    }

    /** Nobody is shut out from what is seen now: no violation of any rule of axe, of any impact. */
    void seesNothingThatShutsOut() {
        page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')"
                + " || document.querySelector('.loading') !== null");
        List<String> violations = new ArrayList<>();
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> violations.add(rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp()
                                + " at " + node.getTarget() + " " + node.getHtml())));
        assertThat(violations).as(page.url()).isEmpty();
    }

    /** A picture of the page, for people to look at. */
    void takes(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
        if (!forgiving) {
            assertThat(complaints).as("what the browser complained of").isEmpty();
        }
    }
}
