package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noteworthy.audit.DecisionQuery;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.audit.store.DecisionReader;
import org.noteworthy.audit.store.TestDatabase;

/** A service that is killed in the midst of its work has recorded every decision that it has answered. */
class KilledServiceIT {
    private static final Path RULES = Path.of("rules");

    @ParameterizedTest
    @CsvSource({"H2, 20", "POSTGRESQL, 5"})
    void everyAnsweredDecisionIsInTheRecord(TestDatabase kind, int kills) throws Exception {
        DatabaseAddress address = kind.fresh();
        Answered answered = new Answered();
        Random random = new Random(20200602);
        for (int i = 0; i < kills; i++) {
            int enough = answered.count() + 20 + random.nextInt(1_500);
            try (RunningService service = RunningService.over(RULES, settings(address))) {
                List<CompletableFuture<Void>> clients = clients(service, answered);
                answered.await(enough);
                service.process().destroyForcibly();
                CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new))
                        .get(60, TimeUnit.SECONDS);
            }
        }
        assertRecorded(address, answered);
    }

    static String[] settings(DatabaseAddress address, String... more) {
        return Stream.concat(
                        Stream.of(
                                "noteworthy.audit.database=" + address.where(),
                                "noteworthy.audit.user=" + (address.user() == null ? "nobody" : address.user()),
                                "noteworthy.audit.instance=tests",
                                "noteworthy.audit.checkpoint-every=500"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    static List<CompletableFuture<Void>> clients(RunningService service, Answered answered) {
        return IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.runAsync(
                        i < 3 ? () -> singles(service, answered) : () -> batches(service, answered)))
                .toList();
    }

    static void assertRecorded(DatabaseAddress address, Answered answered) throws IOException {
        Set<String> ids = new HashSet<>();
        Set<String> notes = new HashSet<>();
        try (AuditDatabase database = AuditDatabase.openExisting(address)) {
            new DecisionReader(database).each(DecisionQuery.ALL, false, decision -> {
                assertThat(ids.add(decision.id().toString())).isTrue();
                notes.add(decision.subject());
                return true;
            });
            Verification.Outcome outcome = new Verification(null, List.of()).of(database);
            assertThat(outcome.holds()).as(outcome.toString()).isTrue();
            assertThat(outcome.chains()).extracting(Verification.Chain::chain).containsExactly("tests");
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(answered.count());
        assertThat(answered.ids).isNotEmpty().allMatch(ids::contains, "is in the audit log");
        assertThat(answered.notes).isNotEmpty().allMatch(notes::contains, "is in the audit log");
    }

    /** What clients were answered: ids of decisions, and ids of notes in batches. */
    static final class Answered {
        final Set<String> ids = ConcurrentHashMap.newKeySet();
        final Set<String> notes = ConcurrentHashMap.newKeySet();
        private final AtomicInteger number = new AtomicInteger();
        private volatile boolean enough;

        int count() {
            return ids.size() + notes.size();
        }

        String newNote() {
            return "N-" + number.incrementAndGet();
        }

        synchronized void id(String id) {
            ids.add(id);
            notifyAll();
        }

        synchronized void note(String note) {
            notes.add(note);
            notifyAll();
        }

        synchronized void await(int count) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (count() < count) {
                wait(1_000);
                assertThat(System.nanoTime()).as("time for %s answers", count).isLessThan(deadline);
            }
        }

        /** Tells the clients to end. */
        void end() {
            enough = true;
        }
    }

    private static void singles(RunningService service, Answered answered) {
        HttpClient client = client();
        try {
            while (!answered.enough) {
                String note = "{\"id\":\"" + answered.newNote() + "\",\"text\":\"[EXO]\\nSTATUS: On track\","
                        + "\"writtenOn\":\"2020-04-01\"}";
                client.send(
                                HttpRequest.newBuilder(service.uri("/v1/check"))
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString(note))
                                        .build(),
                                BodyHandlers.ofString())
                        .headers()
                        .firstValue(CheckResource.DECISION)
                        .ifPresent(answered::id);
            }
        } catch (IOException e) {
            // The service is killed: what it has not answered, nobody counts on.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void batches(RunningService service, Answered answered) {
        Pattern told = Pattern.compile("\\{\"note\":\"(N-[0-9]+)\",\"playbook\".*}");
        HttpClient client = client();
        try {
            while (!answered.enough) {
                String lines = IntStream.range(0, 150)
                        .mapToObj(i -> "{\"id\":\"" + answered.newNote() + "\",\"text\":\"[EXO]\\nSTATUS: On track\","
                                + "\"writtenOn\":\"2020-04-01\"}\n")
                        .collect(Collectors.joining());
                InputStream body = client.send(
                                HttpRequest.newBuilder(service.uri("/v1/check/batch"))
                                        .header("Content-Type", CheckResource.NDJSON)
                                        .POST(BodyPublishers.ofString(lines))
                                        .build(),
                                BodyHandlers.ofInputStream())
                        .body();
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                        Matcher matcher = told.matcher(line);
                        if (matcher.matches()) {
                            answered.note(matcher.group(1));
                        }
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // as above
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
