package org.noteworthy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.noteworthy.api.RunningService;

/** What the pages weigh, and whether the service bears many people who type at once. Times are printed and not asserted. */
class PageFiguresIT {
    private static final long MOST_BYTES = 300 * 1024;
    private static final int PEOPLE = 200;
    private static final int KEYS = 20;

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(Path.of("rules"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void aFirstVisitTakesFewBytes(Page page) {
        try (Browser browser = Browser.start();
                Visitor visitor = browser.visitor()) {
            Map<String, String> addresses = new ConcurrentHashMap<>();
            Map<String, Long> loaded = new ConcurrentHashMap<>();
            CDPSession wire = visitor.context().newCDPSession(visitor.page());
            wire.on(
                    "Network.requestWillBeSent",
                    event -> addresses.put(
                            event.get("requestId").getAsString(),
                            event.getAsJsonObject("request").get("url").getAsString()));
            wire.on(
                    "Network.loadingFinished",
                    event -> loaded.put(
                            event.get("requestId").getAsString(),
                            event.get("encodedDataLength").getAsLong()));
            wire.send("Network.enable");
            com.microsoft.playwright.Page window = visitor.open(service.uri(page.path()));
            assertThat(window.locator("nw-" + page.word() + " .waits")).hasCount(0);
            double interactive = ((Number) window.evaluate("performance.now()")).doubleValue();
            double parsed = ((Number)
                            window.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
                    .doubleValue();
            // What a page is made of; what it shows then grows with what there is to show.
            long made = loaded.entrySet().stream()
                    .filter(each -> !addresses.getOrDefault(each.getKey(), "").matches(".*/(v1|q)/.*"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            System.out.printf(
                    "%s: made of %,d bytes; %,d bytes in %d requests with what it shows first; ready after %.0f ms, seen to be"
                            + " so after %.0f ms%n",
                    page.path(),
                    made,
                    loaded.values().stream().mapToLong(each -> each).sum(),
                    loaded.size(),
                    parsed,
                    interactive);
            assertThat(made).as("bytes of " + page.path()).isPositive().isLessThan(MOST_BYTES);
        }
    }

    @Test
    void manyPeopleTypeAtOnce() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Callable<long[]>> typing = IntStream.range(0, PEOPLE)
                    .<Callable<long[]>>mapToObj(person -> () -> types(client, person))
                    .toList();
            long began = System.nanoTime();
            LongStream all = LongStream.empty();
            for (Future<long[]> each : people.invokeAll(typing)) {
                all = LongStream.concat(all, Arrays.stream(each.get()));
            }
            long[] took = all.sorted().toArray();
            System.out.printf(
                    "%d people, %,d checks in %.1f s: median %.0f ms, p95 %.0f ms%n",
                    PEOPLE,
                    took.length,
                    (System.nanoTime() - began) / 1e9,
                    took[took.length / 2] / 1e6,
                    took[took.length * 95 / 100] / 1e6);
            assertThat(took).hasSize(PEOPLE * KEYS);
        } finally {
            people.shutdownNow();
        }
    }

    /** One check after the other, as a page makes them; how many nanoseconds each took. */
    private static long[] types(HttpClient client, int person) throws IOException, InterruptedException {
        long[] took = new long[KEYS];
        for (int key = 0; key < KEYS; key++) {
            String note = "{\"text\":\"[EXO]\\nSTATUS: On track\\nSUMMARY: " + "x".repeat(key)
                    + "\\nNEXT ACTION: Call on Friday.\",\"role\":\"FE\",\"id\":\"N-" + person + "\"}";
            long began = System.nanoTime();
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(service.uri("/v1/check?detail=full&record=false"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(note))
                            .build(),
                    BodyHandlers.ofString());
            took[key] = System.nanoTime() - began;
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        return took;
    }
}
