package org.noteworthy.api.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.Refusal;

/** Counts and logs who is not let in, and why; callers are not told which of the reasons it was. */
@ApplicationScoped
class Refused {
    private static final Logger LOG = Logger.getLogger("noteworthy.access");

    private final MeterRegistry registry;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    Refused(MeterRegistry registry) {
        this.registry = registry;
        for (Refusal why : Refusal.values()) {
            counter(why.word());
        }
    }

    private Counter counter(String reason) {
        return counters.computeIfAbsent(
                reason,
                each -> Counter.builder("noteworthy.sign.in.failures")
                        .description("Calls that were not let in, by reason")
                        .tag("reason", reason)
                        .register(registry));
    }

    /** A caller is not known. */
    void signIn(RoutingContext call, Refusal why, @Nullable String detail) {
        counter(why.word()).increment();
        if (why != Refusal.MISSING && why != Refusal.SLOWED) {
            LOG.infof("Not let in from %s: %s%s", address(call), why.word(), detail == null ? "" : " (" + detail + ")");
        }
    }

    /** A caller is known, and may not make that call. */
    void role(String operation) {
        counters.computeIfAbsent(
                        "role " + operation,
                        each -> Counter.builder("noteworthy.calls.forbidden")
                                .description("Calls of somebody who lacks the role")
                                .tag("call", operation)
                                .register(registry))
                .increment();
    }

    /** Where a call comes from. */
    static String address(RoutingContext call) {
        SocketAddress remote = call.request().remoteAddress();
        return remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
    }
}
