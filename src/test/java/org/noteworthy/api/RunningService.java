package org.noteworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as its users start it: by the launcher, in a process of its own, on a port of its own. */
public final class RunningService implements AutoCloseable {
    private static final Pattern SERVING = Pattern.compile("Serving on http://127\\.0\\.0\\.1:(\\d+)/v1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The first start of a build rehearses before it serves. */
    private static final Duration UNTIL_IT_SERVES = Duration.ofMinutes(4);

    private final Process process;
    private final List<String> log = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int port;

    private RunningService(Process process) {
        this.process = process;
    }

    /** Starts the service over a rules folder; system properties of it may follow, each as {@code key=value}. */
    public static RunningService over(Path rules, String... properties) throws IOException {
        return with(Arrays.stream(properties).map(property -> "-D" + property).toList(), rules);
    }

    /** Starts the service over a rules folder with these options of Java. */
    public static RunningService with(List<String> options, Path rules) throws IOException {
        return of(Path.of("").toAbsolutePath(), options, rules);
    }

    /** Starts the service of a build, a folder with the launcher, over a rules folder with these options of Java. */
    public static RunningService of(Path build, List<String> options, Path rules) throws IOException {
        ProcessBuilder command = new ProcessBuilder("./noteworthy", "serve", "--port", "0", "--rules", rules.toString())
                .directory(build.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("NOTEWORTHY_JAVA_OPTIONS", String.join(" ", options));
        command.environment()
                .putIfAbsent(
                        "NOTEWORTHY_AUDIT_DATABASE",
                        Files.createTempDirectory("record").resolve("audit").toString());
        command.environment()
                .putIfAbsent(
                        "NOTEWORTHY_DRAFTS_FOLDER",
                        Files.createTempDirectory("drafts").resolve("drafts").toString());
        RunningService service =
                new RunningService(command.redirectErrorStream(true).start());
        Thread reader = new Thread(service::read, "service-log");
        reader.setDaemon(true);
        reader.start();
        String line;
        try {
            line = service.said(each -> SERVING.matcher(each).find(), UNTIL_IT_SERVES);
        } catch (AssertionError e) {
            service.close(); // nobody else can
            throw e;
        }
        Matcher matcher = SERVING.matcher(line);
        if (!matcher.find()) {
            throw new IllegalStateException(line);
        }
        service.port = Integer.parseInt(matcher.group(1));
        return service;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (log) {
                    log.add(line);
                    log.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (log) {
                log.add("The service ended.");
                log.notifyAll();
            }
        }
    }

    /** Waits for a line of the log. */
    String said(Predicate<String> wanted) {
        return said(wanted, PATIENCE);
    }

    private String said(Predicate<String> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (log) {
            int seen = 0;
            while (true) {
                for (; seen < log.size(); seen++) {
                    if (wanted.test(log.get(seen))) {
                        return log.get(seen);
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || log.contains("The service ended.")) {
                    throw new AssertionError("The service did not say what was awaited; it said:\n" + log());
                }
                try {
                    log.wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Everything that the service has said so far. */
    String log() {
        synchronized (log) {
            return String.join("\n", log);
        }
    }

    /** Asks again and again until the answer is as awaited. */
    String await(String path, Predicate<String> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String answer = get(path).body();
            if (wanted.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The answer of " + path + " did not become what was awaited; it is:\n" + answer
                        + "\nand the log says:\n" + log());
            }
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** A check of one note in JSON. */
    HttpResponse<String> check(String json) {
        return post("/v1/check", "application/json", json);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    /** Address of a path of the service. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int port() {
        return port;
    }

    /** A connection to a service on which that was sent. */
    static Socket open(RunningService service, String bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        send(socket, bytes);
        return socket;
    }

    /** Sends more on a connection. */
    static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The service's process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** With which status its process has ended, once it has. */
    int exitStatus() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the service has ended")
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
