package org.noteworthy.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Shell;

/** What answers at an address may be no service, or want to do harm. */
class UnusualServiceTest {
    private static final String KEY = "nwk_secret";

    @TempDir
    Path folder;

    private HttpServer server;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private int status = 200;
    private String body = "";
    private int times = 1;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        seen.add(call.getRequestMethod() + " " + call.getRequestURI().getRawPath() + " "
                + call.getRequestHeaders().getFirst("Authorization"));
        if (status == 307) {
            call.getResponseHeaders().set("Location", address() + "/elsewhere");
        }
        byte[] portion = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, 0);
        try (OutputStream out = call.getResponseBody()) {
            for (int i = 0; i < times; i++) {
                out.write(portion);
            }
        } catch (IOException e) {
            // the other side has had enough
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Shell.Said show(String name) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
        return Shell.run("draft", "show", name, "--server", address(), "--key-file", key.toString());
    }

    private void refused(Shell.Said said, String sentence) {
        assertThat(said.status()).isEqualTo(Exit.UNUSABLE);
        assertThat(said.side()).contains(sentence).doesNotContain(KEY, "\u001b");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aProblemIsToldAsItsSentence() throws IOException {
        status = 404;
        body = "{\"status\":404,\"detail\":\"There is no draft \\u001b[31mof that name.\"}";
        refused(show("mine"), "of that name. (HTTP 404)");
        assertThat(seen).containsExactly("GET /v1/drafts/mine Bearer " + KEY);
    }

    @Test
    void whoeverIsNotKnownIsToldHowToGiveAKey() throws IOException {
        status = 401;
        body = "{\"detail\":\"This call says not who makes it.\"}";
        refused(show("mine"), "(HTTP 401) Give a key of this service in the variable NOTEWORTHY_KEY");
    }

    @Test
    void nobodyIsSentElsewhere() throws IOException {
        status = 307;
        refused(show("mine"), "sends elsewhere (307), which is not followed");
        assertThat(seen).hasSize(1);
    }

    @Test
    void whatIsNoServiceIsToldSo() throws IOException {
        for (String other : new String[] {"<html>", "", "null", "[]", "{\"name\":\"mine\"}", "{\"name\":"}) {
            body = other;
            refused(show("mine"), "is no noteworthy service");
        }
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() throws IOException {
        body = " ".repeat(1 << 20);
        times = 80;
        refused(show("mine"), "its answer is longer than 64 MiB");
    }

    @Test
    void namesLeadNowhereElse() throws IOException {
        refused(show(".."), "no empty part");
        refused(show(""), "no empty part");
        status = 404;
        body = "{\"detail\":\"No.\"}";
        refused(show("../keys?x=1#y"), "(HTTP 404)");
        assertThat(seen).containsExactly("GET /v1/drafts/..%2Fkeys%3Fx%3D1%23y Bearer " + KEY);
    }

    @Test
    void aKeyIsSentByHttpsOrToThisMachineAlone() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY);
        for (String other : new String[] {"http://notes.example.com", "http://127.0.0.1.example.com"}) {
            refused(
                    Shell.run("draft", "list", "--server", other, "--key-file", key.toString()),
                    "A key is sent by https, or to this machine");
        }
        for (String wrong :
                new String[] {"file:///etc/passwd", "http://me:pw@localhost", "localhost:8080", "http://"}) {
            refused(Shell.run("draft", "list", "--server", wrong), "The address of a service is like");
        }
        refused(
                Shell.run("draft", "list", "--server", address(), "--as", "ann"),
                "A service knows by the key who calls");
    }

    @Test
    void nothingThatAnswersIsToldSo() throws IOException {
        server.stop(0);
        refused(show("mine"), "Nothing answers at " + address());
    }
}
