package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.api.RunningService;
import org.noteworthy.cli.Folders;

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
            assertThat(page.locator("nw-editions .told")).containsText("All editions are in use");
            Path file;
            try (Stream<Path> files = Files.walk(folder.resolve("rules").resolve(EDITION))) {
                file = files.filter(each -> each.toString().endsWith(".drl"))
                        .sorted()
                        .findFirst()
                        .orElseThrow();
            }
            String sound = Files.readString(file);
            Files.writeString(file, sound + "\nrule <script>\n");
            assertThat(page.locator("nw-editions .told")).containsText("rejected");
            Locator reason = page.locator(".reasons code").first();
            assertThat(reason).containsText("/" + file.getFileName() + ":");
            assertThat(page.locator("main script")).hasCount(0);
            visitor.seesNothingThatShutsOut();
            Files.writeString(file, sound);
            assertThat(page.locator("nw-editions .told")).containsText("All editions are in use");
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

    @Test
    void howLongRulesTakeIsMeasuredOnTheFixturesSlowestFirst() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            Page page = signedIn(visitor, other);
            Locator edition = page.locator(".edition")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.locator("h3", new Page.LocatorOptions().setHasText(EDITION))));
            Locator times = edition.locator("nw-rule-times");
            times.locator("button").focus();
            page.keyboard().press("Enter");
            times.locator(".empty").waitFor();
            assertThat(times.locator(".empty")).containsText("There are no fixtures to measure on.");
            visitor.seesNothingThatShutsOut();

            Folders.copy(
                    Path.of("test-fixtures/rules/time-entry"),
                    Files.createDirectories(folder.resolve("test-fixtures/rules"))
                            .resolve("time-entry"));
            page.keyboard().press("Enter");
            times.locator("table").waitFor();
            assertThat(times.locator("[role=status]").first())
                    .hasText("Measured on 3 fixtures, each rule by itself; the slowest first.");
            Locator rows = times.locator("tbody tr");
            assertThat(rows.first().locator("td").last()).containsText("µs");
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("time-entry"))
                            .locator("td")
                            .nth(1))
                    .hasText("3");
            assertThat(edition.locator(".facts div")
                            .filter(new Locator.FilterOptions().setHasText("Rules"))
                            .locator("dd"))
                    .hasText(String.valueOf(rows.count()));
            List<Double> shown = rows.locator("td:last-child").allInnerTexts().stream()
                    .map(text -> text.equals("–") ? -1 : Double.parseDouble(text.replaceAll("[^0-9.]", "")))
                    .toList();
            assertThat(shown).isSortedAccordingTo(Comparator.reverseOrder()).contains(-1.0);
            visitor.seesNothingThatShutsOut();
            visitor.takes("operations-times");
            String slowest = rows.first().locator("a").innerText();
            rows.first().locator("a").click();
            assertThat(page.locator("main")).containsText(slowest);
            assertThat(page.url()).contains("/playbook?edition=" + EDITION + "&rule=" + slowest);
        }
    }

    @Test
    void aRuleThatComesToNoResultIsToldAndSoIsThatItIsBeingMeasured() throws IOException {
        try (RunningService late = RunningService.over(Path.of("rules"), "noteworthy.limits.note-time=0s");
                Visitor visitor = browser.visitor()) {
            CompletableFuture<Route> held = new CompletableFuture<>();
            visitor.page().route("**/times", held::complete);
            Page page = visitor.open(late.uri("/operations"));
            Locator times = page.locator("nw-rule-times").first();
            times.locator("button").click();
            assertThat(times.locator("[role=status]")).containsText("Measuring");
            assertThat(times.locator("button")).hasAttribute("aria-disabled", "true");
            visitor.seesNothingThatShutsOut();
            page.waitForCondition(held::isDone);
            held.join().resume();
            Locator first = times.locator("tbody tr").first();
            first.waitFor();
            assertThat(first.locator(".badge.error")).hasText("No result");
            assertThat(first.locator("td").last()).containsText("This rule took too long");
            assertThat(times.locator("button")).hasAttribute("aria-disabled", "false");
            visitor.seesNothingThatShutsOut();
        }
    }

    @Test
    void theVersionAndTheAuditLogAreToldByTheFiguresThatArePolled() throws IOException {
        try (Visitor visitor = browser.visitor()) {
            List<String> asked = new ArrayList<>();
            visitor.page().onRequest(request -> asked.add(request.url()));
            Page page = signedIn(visitor, boss);
            assertThat(fact(page, "Version")).hasText(versionOfTheBuild());
            assertThat(fact(page, "Waiting to be written")).hasText("0 bytes");
            assertThat(fact(page, "Size")).hasText(Pattern.compile("[0-9.]+ (kB|MB)"));
            assertThat(fact(page, "Last write")).hasCount(0);

            APIResponse checked = visitor.context()
                    .request()
                    .post(
                            service.uri("/v1/check").toString(),
                            RequestOptions.create()
                                    .setHeader("Authorization", "Bearer " + boss)
                                    .setData(Map.of("text", "[EXO]", "writtenOn", "2020-04-01")));
            assertThat(checked.status()).as(checked.text()).isEqualTo(200);
            assertThat(fact(page, "Last write"))
                    .containsText(String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear()));
            assertThat(asked)
                    .noneMatch(url -> url.contains("/q/openapi"))
                    .filteredOn(url -> url.contains("/q/metrics"))
                    .isNotEmpty()
                    .allMatch(url -> url.contains("name%5B%5D=noteworthy_build_info"));
        }
    }

    private static Locator fact(Page page, String name) {
        return page.locator("nw-health .facts div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("dt", new Page.LocatorOptions().setHasText(name))))
                .locator("dd");
    }

    private static String versionOfTheBuild() throws IOException {
        Matcher version =
                Pattern.compile("(?m)^  <version>(.*)</version>$").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
