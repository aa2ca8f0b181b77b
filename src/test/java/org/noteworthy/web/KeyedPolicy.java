package org.noteworthy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.Role;
import org.noteworthy.api.RunningService;
import org.noteworthy.cli.Folders;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service over rules of its own that knows people by their keys. Three notes are on record: one has a status that the policy
 * does not know, one a status of many words, one lacks the tag of an accelerated customer. A fixture asks for that status, too.
 */
final class KeyedPolicy implements AutoCloseable {
    static final String EDITION = "2020-05-12";
    static final String COMPLETED = """
            [EXO]
            STATUS: Completed
            SUMMARY: Met the customer.
            NEXT ACTION: Call back on 2020-06-05.
            CONCERNS: None""";
    static final String WORDY = COMPLETED.replace("Completed", "On track, " + "and so on ".repeat(12));
    static final String RECORDER = "recorder";
    private static final String UNTAGGED = COMPLETED.replace("Completed", "On track");

    private final KeyFile keys;
    private final RunningService service;

    KeyedPolicy() throws IOException {
        Path folder = Files.createTempDirectory("keyed");
        Path rules = folder.resolve("rules");
        Folders.copy(Path.of("rules"), rules);
        Path fixture = folder.resolve("test-fixtures/rules/status-allowed/passes-completed.md");
        Files.createDirectories(fixture.getParent());
        Files.writeString(fixture, "---\nrole: FE\nwrittenOn: 2020-06-01\nexpect: []\n---\n" + COMPLETED + "\n");
        keys = new KeyFile(folder.resolve("keys.json"));
        String recorder = key(RECORDER, Role.READER);
        service = RunningService.over(
                rules, "noteworthy.access=keys", "noteworthy.access.keys=" + folder.resolve("keys.json"));
        record(recorder, "N-1", COMPLETED, false);
        record(recorder, "N-2", WORDY, false);
        record(recorder, "N-3", UNTAGGED, true);
    }

    private void record(String key, String id, String text, boolean accelerated) throws IOException {
        Map<String, Object> note =
                new HashMap<>(Map.of("id", id, "text", text, "role", "FE", "writtenOn", "2020-06-01"));
        note.put("covidAccelerated", accelerated);
        HttpRequest check = HttpRequest.newBuilder(uri("/v1/check"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(new JsonMapper().writeValueAsString(note)))
                .build();
        try {
            assertThat(HttpClient.newHttpClient()
                            .send(check, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    URI uri(String path) {
        return service.uri(path);
    }

    /** A new key of somebody with these roles. */
    private String key(String name, Role first, Role... more) {
        return keys.make(name, EnumSet.of(first, more), null, Instant.now())
                .secret()
                .text();
    }

    /** Somebody new with these roles and without a mouse, who opens a page and signs in there. */
    Keyboard signedIn(Visitor visitor, String path, String name, Role first, Role... more) {
        Keyboard keyboard = new Keyboard(visitor.forgiving().open(uri(path)));
        keyboard.signIn(key(name, first, more));
        return keyboard;
    }

    @Override
    public void close() {
        service.close();
    }
}
