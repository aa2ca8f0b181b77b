package org.noteworthy.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Somebody at a page who has no mouse. Wherever they come by, they see what has the focus: it lies in the window, and an
 * outline is around it. Whatever they do, they do not lose their place: before each key something on the page has the focus.
 */
final class Keyboard {
    private static final int MOST_STOPS = 250;
    private static final double MOMENT = 2_000;

    /** What has the focus, and how it is seen; `walked` tells a document in which somebody has been somewhere. */
    private static final String HERE = """
            () => {
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) {
                at = at.shadowRoot.activeElement;
              }
              if (!at || at === document.body) {
                return { lost: window.walked === true, said: "nothing", seen: true };
              }
              window.walked = true;
              const outlined = each => {
                const { outlineStyle, outlineWidth } = getComputedStyle(each);
                return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
              };
              let seen = false;
              for (let each = at; each && !seen; each = each.parentElement ?? each.getRootNode().host) {
                seen = outlined(each);
              }
              const { top, right, bottom, left, width, height } = at.getBoundingClientRect();
              const inside = width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
              const words = at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText ?? at.innerText ?? "";
              return {
                lost: false,
                seen: seen && inside,
                said: `${at.localName}${at.id ? "#" + at.id : ""} "${words.trim().replace(/\\s+/g, " ").slice(0, 60)}"`,
              };
            }""";

    private static final String HAS_FOCUS = """
            all => {
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) {
                at = at.shadowRoot.activeElement;
              }
              return all.includes(at);
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** Goes on with Tab to what has that role and exactly that name. */
    void to(AriaRole role, String name) {
        go("Tab", named(role, name), role + " " + name);
    }

    /** Goes on with Tab to what has that role and such a name. */
    void to(AriaRole role, Pattern name) {
        go("Tab", page.getByRole(role, new GetByRoleOptions().setName(name)), role + " " + name);
    }

    /** Goes on with Tab to what has no role, such as what opens a part of the page. */
    void to(Locator wanted) {
        go("Tab", wanted, wanted.toString());
    }

    /** Goes back with Shift+Tab to what has that role and exactly that name. */
    void backTo(AriaRole role, String name) {
        go("Shift+Tab", named(role, name), role + " " + name);
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
    }

    private void go(String key, Locator wanted, String what) {
        List<String> passed = new ArrayList<>(List.of(holdsPlace()));
        for (int i = 0; i < MOST_STOPS; i++) {
            if ((boolean) wanted.evaluateAll(HAS_FOCUS)) {
                return;
            }
            page.keyboard().press(key);
            passed.add(sees()); // nothing, where it goes round by the browser's own bar
        }
        throw new AssertionError(key + " does not lead to " + what + ". It goes by\n  "
                + String.join("\n  ", passed.stream().distinct().toList()));
    }

    /** Goes on with Tab to what has that role and exactly that name, and presses Enter there. */
    void enter(AriaRole role, String name) {
        to(role, name);
        press("Enter");
    }

    /** Goes on with Tab to what has no role, and presses Enter there. */
    void enter(Locator wanted) {
        to(wanted);
        press("Enter");
    }

    void press(String... keys) {
        for (String key : keys) {
            holdsPlace();
            page.keyboard().press(key);
        }
    }

    void type(String text) {
        holdsPlace();
        page.keyboard().type(text);
    }

    /** Goes on with Tab to what has that role and exactly that name, and types there. */
    void type(AriaRole role, String name, String text) {
        to(role, name);
        type(text);
    }

    /** Signs in by a key, after which the page is read anew. */
    void signIn(String secret) {
        enter(AriaRole.BUTTON, "Sign in");
        type(secret);
        press("Enter");
        page.waitForFunction("() => window.walked === undefined && document.querySelector('.who-menu') !== null");
    }

    /** What has the focus; fails where nothing has it that had been somewhere. */
    String holdsPlace() {
        return sees(true);
    }

    private String sees() {
        return sees(false);
    }

    private String sees(boolean held) {
        Map<?, ?> here = (Map<?, ?>) Objects.requireNonNull(page.evaluate(HERE));
        String said = String.valueOf(here.get("said"));
        if (held && (boolean) Objects.requireNonNull(here.get("lost"))) {
            throw new AssertionError("What had the focus is gone, and nothing else has it, on " + page.url());
        }
        if (!(boolean) Objects.requireNonNull(here.get("seen")) && !isSeenSoon()) {
            throw new AssertionError("Nobody sees that the focus is on " + said + " of " + page.url());
        }
        return said;
    }

    /** Editors draw their outline a moment later. */
    private boolean isSeenSoon() {
        try {
            page.waitForFunction(
                    "() => (" + HERE + ")().seen", null, new Page.WaitForFunctionOptions().setTimeout(MOMENT));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }
}
