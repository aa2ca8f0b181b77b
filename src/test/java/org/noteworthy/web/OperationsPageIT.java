package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.api.RunningService;

/** The page of whoever runs the service, over a folder of rules that somebody else changes. */
class OperationsPageIT {
    private static final String EDITION = "2020-03-25";

    @TempDir
    static Path folder;

    private static KeyFile keys = new KeyFile(Path.of(""));
    private static String boss = "";
    private static String other = "";
    private static String guest = "";
    private static RunningService service;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Path rules = Path.of("rules");
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : files.toList()) {
                Path copy =
                        folder.resolve("rules").resolve(rules.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        keys = new KeyFile(folder.resolve("keys.json"));
        boss = keys.make("boss", Set.of(Role.ADMIN), null, Instant.now())
                .secret()
                .text();
        other = keys.make("other", Set.of(Role.READER), null, Instant.now())
                .secret()
                .text();
        guest = keys.make("guest", Set.of(Role.READER), null, Instant.now())
                .secret()
                .text();
        service = RunningService.over(
                folder.resolve("rules"),
                "noteworthy.access=keys",
                "noteworthy.access.keys=" + folder.resolve("keys.json"));
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    private static Page signedIn(Visitor visitor, String key) {
        Page page = visitor.open(service.uri("/operations"));
        page.locator("nw-shell > button.primary").click();
        page.locator("input[name=key]").fill(key);
        page.keyboard().press("Enter");
        assertThat(page.locator("nw-access tbody tr").first()).isVisible();
        return page;
    }

    @Test
    void shownToNobodyShutOutInAnyColourAndOnAnyWindow() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {360, 1280, 2560}) {
                NewContextOptions options =
                        new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800);
                try (Visitor visitor = browser.visitor(options)) {
                    Page page = signedIn(visitor, boss);
                    assertThat(page.locator("nw-figures table").first()).isVisible();
                    assertThat(page.locator("nw-keys tbody tr")).hasCount(3);
                    visitor.seesNothingThatShutsOut();
                    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                            .isEqualTo(true);
                    visitor.takes("operations-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    @Test
    void anEditionThatIsSpoiltOutsideIsShownWithItsPlaceAndAgainWhenItIsMended() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            Page page = signedIn(visitor, boss);
            assertThat(page.locator("nw-editions [role=status]")).containsText("All editions are taken");
            Path file;
            try (Stream<Path> files = Files.walk(folder.resolve("rules").resolve(EDITION))) {
                file = files.filter(each -> each.toString().endsWith(".drl"))
                        .sorted()
                        .findFirst()
                        .orElseThrow();
            }
            String sound = Files.readString(file);
            Files.writeString(file, sound + "\nrule <script>\n");
            assertThat(page.locator("nw-editions [role=status]")).containsText("refused");
            Locator reason = page.locator(".reasons code").first();
            assertThat(reason).containsText("/" + file.getFileName() + ":");
            assertThat(page.locator("main script")).hasCount(0);
            visitor.seesNothingThatShutsOut();
            Files.writeString(file, sound);
            assertThat(page.locator("nw-editions [role=status]")).containsText("All editions are taken");
        }
    }

    @Test
    void anAdminEndsTheSessionOfSomebodyByKeyboard() {
        try (Visitor visitor = browser.visitor();
                Visitor leaving = browser.visitor().forgiving()) {
            Page theirs = signedIn(leaving, guest);
            Page page = signedIn(visitor, boss);
            Locator row =
                    page.locator("nw-sessions tbody tr").filter(new Locator.FilterOptions().setHasText("key:guest"));
            assertThat(row).hasCount(1);
            row.locator("button").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("nw-sessions dialog")).isVisible();
            visitor.seesNothingThatShutsOut();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("nw-sessions [role=status]")).hasText("The session of key:guest has ended.");
            assertThat(row).hasCount(0);
            assertThat(theirs.locator("nw-shell dialog")).isVisible();
        }
    }

    @Test
    void whoMayDoWhatMarksTheRolesOfItsReader() {
        try (Visitor visitor = browser.visitor()) {
            Page page = signedIn(visitor, other);
            assertThat(page.locator("nw-access thead .own")).containsText("reader");
            page.locator("nw-access input").fill("publishDraft");
            assertThat(page.locator("nw-access tbody tr")).hasCount(1);
            assertThat(page.locator("nw-access tbody td.own")).containsText("no");
            assertThat(page.locator(".ops-keys .forbidden")).isVisible();
        }
    }
}
