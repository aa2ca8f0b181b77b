package org.noteworthy.web;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The Chromium of this machine: the one without windows of Debian, which takes two thirds of the time, or else the whole
 * browser, or the one that the system property {@code noteworthy.chromium} names; without any the tests fail, and do not
 * pass.
 */
final class Browser implements AutoCloseable {
    /** Machines that build are busy. */
    static final double PATIENCE = 60_000;

    private static final List<Path> OF_DEBIAN =
            List.of(Path.of("/usr/lib/chromium/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser start() {
        String named = System.getProperty("noteworthy.chromium");
        Path program = named != null
                ? Path.of(named)
                : OF_DEBIAN.stream().filter(Files::isExecutable).findFirst().orElse(OF_DEBIAN.get(0));
        if (!Files.isExecutable(program)) {
            throw new AssertionError(
                    "The pages are tested in Chromium, and there is none at " + program
                            + ". Install it (apt-get install chromium-headless-shell), or say where it is: -Dnoteworthy.chromium=PATH.");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program)
                                .setArgs(FLAGS)));
    }

    /** A new person at the browser: nothing remembered, one window, English unless something else is said. */
    Visitor visitor() {
        return visitor(new NewContextOptions());
    }

    Visitor visitor(ColorScheme scheme) {
        return visitor(new NewContextOptions().setColorScheme(scheme));
    }

    Visitor visitor(NewContextOptions options) {
        if (options.locale == null) {
            options.setLocale("en-GB");
        }
        return new Visitor(chromium.newContext(options));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
