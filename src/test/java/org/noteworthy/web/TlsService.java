package org.noteworthy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.noteworthy.api.RunningService;
import org.noteworthy.audit.Await;

/** A service that is called by TLS as well, with a certificate that it has signed itself. */
final class TlsService implements AutoCloseable {
    private static final String PASSWORD = "not-a-secret";

    private final RunningService service;
    private final int port;

    /** Starts it over the rules of this project; its certificate is made in that folder. */
    TlsService(Path folder, String... properties) throws IOException {
        Path store = folder.resolve("tls.p12");
        make(store);
        port = free();
        List<String> tls = List.of(
                "quarkus.http.ssl.certificate.key-store-file=" + store,
                "quarkus.http.ssl.certificate.key-store-password=" + PASSWORD,
                "quarkus.http.ssl-port=" + port);
        service = RunningService.over(
                Path.of("rules"),
                Stream.concat(tls.stream(), Stream.of(properties)).toArray(String[]::new));
        Await.until(this::isListening);
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false; // it says that it serves as soon as it does by one of both
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void make(Path store) throws IOException {
        Path keytool = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "service",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD,
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(said).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Address of a path, by {@code http} or {@code https}. */
    URI uri(String scheme, String path) {
        return scheme.equals("https") ? URI.create("https://127.0.0.1:" + port + path) : service.uri(path);
    }

    @Override
    public void close() {
        service.close();
    }
}
