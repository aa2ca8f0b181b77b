package org.noteworthy.api;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.outcome.Problem;

/**
 * Reads the bodies of calls before anything else is done with them, so that whoever sends slowly holds no thread: within
 * a time, and within the memory that all calls may hold together. A batch is read while it is answered, a file before it is checked; both have bounds of
 * their own.
 */
final class Bodies {
    private static final List<String> STREAMED = List.of("/v1/check/batch", "/v1/check/file");

    private final Vertx vertx;
    private final Memory memory;
    private final Duration time;
    private final int limit;

    Bodies(Vertx vertx, Memory memory, Settings settings) {
        this.vertx = vertx;
        this.memory = memory;
        time = settings.limits().bodyTime();
        limit = settings.limits().requestBytes();
    }

    /** Reads it on the thread that the call came in by, before anybody knows which call it is. */
    @ServerRequestFilter(preMatching = true, nonBlocking = true, priority = Priorities.AUTHENTICATION)
    @Nullable
    Uni<Response> read(RoutingContext call) {
        HttpServerRequest request = call.request();
        Held.begin(call);
        if (STREAMED.stream().anyMatch(call.normalizedPath()::startsWith)) {
            return null;
        }
        if (request.isEnded()) {
            return null;
        }
        boolean waits = HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(
                String.valueOf(request.getHeader(HttpHeaders.EXPECT)));
        if (waits && announced(request) > limit) {
            return Uni.createFrom().item(Problems.last(call, tooLarge(limit)));
        }
        if (waits) {
            call.response().writeContinue();
        }
        return Uni.createFrom().emitter(read -> new Reading(call, read).begin());
    }

    static Problem tooLarge(int limit) {
        return Problem.of(
                413,
                "Body too large",
                "The body is longer than " + limit
                        + " bytes, the limit of one call. Send many notes to /v1/check/batch, which has none.");
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** One body on its way in. */
    private final class Reading {
        private final RoutingContext call;
        private final UniEmitter<? super @Nullable Response> read;
        private final Buffer body = Buffer.buffer();
        private long received;
        private boolean done;
        private long timer;

        Reading(RoutingContext call, UniEmitter<? super @Nullable Response> read) {
            this.call = call;
            this.read = read;
        }

        void begin() {
            timer = vertx.setTimer(
                    time.toMillis(),
                    fired -> refuse(Problem.of(
                            408,
                            "Body too slow",
                            "The body did not end within " + time.toSeconds() + " seconds. Send it faster, or less.")));
            call.request()
                    .handler(this::part)
                    .endHandler(end -> end())
                    .exceptionHandler(gone -> stop())
                    .resume();
        }

        private void part(Buffer part) {
            received += part.length();
            if (received > 2L * limit) {
                // Whoever is still sending hears an answer only after it was let to finish; this is not soon.
                refuse(tooLarge(limit));
            } else if (received <= limit && !done) {
                if (memory.hold(call, part.length())) {
                    body.appendBuffer(part);
                } else {
                    refuse(Memory.full());
                }
            }
        }

        private void end() {
            if (stop()) {
                if (received > limit) {
                    read.complete(Answers.problem(tooLarge(limit)));
                } else {
                    Body.keep(call, body);
                    read.complete(null);
                }
            }
        }

        private void refuse(Problem problem) {
            if (stop()) {
                read.complete(Problems.last(call, problem));
            }
        }

        /** Whether this was the first that ends it. */
        private boolean stop() {
            boolean first = !done;
            done = true;
            vertx.cancelTimer(timer);
            return first;
        }
    }
}
