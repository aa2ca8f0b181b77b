package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;

/** A draft that several people work on, each known by a key: what is approved, and in whose name something is saved. */
class DraftReviewPageIT {
    private static final String FILE = "guidance.md";

    @TempDir
    static Path folder;

    private static DraftedPolicy policy;
    private static Browser browser;
    private static String ann = "";
    private static String ian = "";
    private static String bob = "";

    @BeforeAll
    static void start() throws IOException {
        KeyFile keys = new KeyFile(folder.resolve("keys.json"));
        ann = secret(keys, "ann", Role.AUTHOR);
        ian = secret(keys, "ian", Role.AUTHOR);
        bob = secret(keys, "bob", Role.APPROVER);
        policy = new DraftedPolicy(
                ann, "noteworthy.access=keys", "noteworthy.access.keys=" + folder.resolve("keys.json"));
        browser = Browser.start();
    }

    private static String secret(KeyFile keys, String name, Role role) {
        return keys.make(name, EnumSet.of(role), null, Instant.now()).secret().text();
    }

    @AfterAll
    static void stop() {
        browser.close();
        policy.close();
    }

    private static Page signIn(Visitor visitor, String secret, String query) {
        visitor.context().clearCookies();
        return visitor.signIn(policy.service().uri("/drafts?draft=" + query), secret);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** An answer that is handed on later than the one that was asked for after it. */
    private record Late(Route route, APIResponse answer) {
        void comes() {
            route.fulfill(new FulfillOptions().setResponse(answer));
        }
    }

    private static boolean isDifference(Response response) {
        return response.url().endsWith("/difference");
    }

    @Test
    void onlyWhatIsShownIsApproved() {
        try (Visitor visitor = browser.visitor()) {
            String draft = policy.draft("Late answer");
            policy.change(draft, 1, "label", "First wording");
            policy.submit(draft);
            AtomicInteger calls = new AtomicInteger();
            List<Late> late = new ArrayList<>();
            Page page = signIn(visitor, bob, draft);
            assertThat(button(page, "Approve …")).isEnabled();
            visitor.context().route("**/difference", route -> {
                if (calls.incrementAndGet() == 1) {
                    late.add(new Late(route, route.fetch()));
                } else {
                    route.resume();
                }
            });
            page.reload();
            page.waitForCondition(() -> !late.isEmpty());
            page.waitForResponse(DraftReviewPageIT::isDifference, () -> {
                policy.change(draft, 1, "label", "Second wording");
                policy.submit(draft);
            });
            page.waitForResponse(
                    DraftReviewPageIT::isDifference, () -> late.get(0).comes());
            button(page, "Approve …").click();
            Locator dialog = page.locator("nw-ask dialog");
            dialog.getByText("Read the changes").click();
            assertThat(dialog.locator("pre.difference")).containsText("Second wording");
            assertThat(dialog).not().containsText("First wording");
            visitor.seesNothingThatShutsOut();
            button(page, "Approve").click();
            assertThat(page.locator(".life")).containsText("publisher publishes it");
        }
    }

    @Test
    void whatOneHasTypedIsNotSavedByAnother() {
        try (Visitor visitor = browser.visitor().forgiving()) {
            String draft = policy.draft("Two at one browser");
            Page page = signIn(visitor, ann, draft + "&file=" + FILE);
            Locator text = page.locator(".file-text");
            assertThat(text).isEditable();
            String before = text.inputValue();
            visitor.context().route("**/files/" + FILE, route -> {
                if (route.request().method().equals("PUT")) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            text.focus();
            page.keyboard().press("Control+End");
            page.keyboard().type("By Ann.");
            assertThat(page.locator(".table-foot")).containsText("The service does not answer");
            page.navigate(policy.service().uri("/playbook").toString());
            visitor.context().unroute("**/files/" + FILE);
            signIn(visitor, ian, draft + "&file=" + FILE);
            assertThat(text).hasValue(before);
            assertThat(page.locator(".table-foot")).hasText("All changes are saved.");
            signIn(visitor, ann, draft + "&file=" + FILE);
            assertThat(text).hasValue(before + "By Ann.");
            assertThat(page.locator(".table-foot")).containsText("All changes are saved.");
            assertThat(policy.file(draft, FILE)).isEqualTo(before + "By Ann.");
            assertThat(policy.saves(draft)).containsOnly("ann");
        }
    }
}
