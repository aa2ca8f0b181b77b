package org.noteworthy.api;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.noteworthy.access.AccessMode;

/** Says where the service is to be found, and what it means that others can find it. */
@ApplicationScoped
public class Announcement {
    private static final Logger LOG = Logger.getLogger("noteworthy");

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(5);

    private final String host;
    private final AccessMode mode;

    Announcement(@ConfigProperty(name = "quarkus.http.host") String host, Settings settings) {
        this.host = host;
        mode = settings.access().mode();
    }

    void serving(@ObservesAsync HttpServerStart started, HttpServer server) {
        LOG.infof("Serving on http://%s:%d/v1", host, port(server));
        if (mode == AccessMode.NONE && !isLoopback(host)) {
            LOG.warnf(
                    "Access control is off: everyone who can reach %s:%d can do everything. Set noteworthy.access=keys or"
                            + " oidc, put a proxy with sign-in before it, or serve on 127.0.0.1.",
                    host, server.getPort());
        }
    }

    /** Whether only this machine reaches what is bound to that address. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The platform may tell that it serves a moment before it knows the port that the system gave it. */
    private static int port(HttpServer server) {
        long began = System.nanoTime();
        while (server.getPort() < 0 && System.nanoTime() - began < PATIENCE.toNanos()) {
            LockSupport.parkNanos(STEP.toNanos());
        }
        return server.getPort();
    }
}
