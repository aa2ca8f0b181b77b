package org.noteworthy.api;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
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

    /** Bytes that whoever was answered may go on sending. */
    private static final long REST = 16 << 20;

    /** Milliseconds for which such a sender may pause, and how many times as long it may take in all. */
    private static final long REST_PAUSE = 2_000;

    private static final int MOST_LOOKS = 15;

    private final Vertx vertx;
    private final Memory memory;
    private final Stopping stopping;
    private final Duration time;
    private final int limit;

    Bodies(Vertx vertx, Memory memory, Stopping stopping, Settings settings) {
        this.vertx = vertx;
        this.memory = memory;
        this.stopping = stopping;
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
        if (announced(request) > (waits ? limit : taken())) {
            return Uni.createFrom().item(Problems.last(call, tooLarge(limit)));
        }
        if (waits) {
            call.response().writeContinue();
        }
        return Uni.createFrom().emitter(read -> new Reading(call, read).begin());
    }

    /** Whoever is still sending hears an answer only after it was let to finish; so what is a little too long is taken. */
    private long taken() {
        return 2L * limit;
    }

    /**
     * Throws away what still comes of a body after its call was answered, so that the answer arrives and memory holds none
     * of it; whoever sends much more, or nothing for a while, or goes on for long is cut off. No sooner: with a connection
     * that is closed while something waits to be read, the end of the answer is lost.
     */
    static void throwAwayRest(RoutingContext call) {
        HttpServerRequest request = call.request();
        Context thread = call.vertx().getOrCreateContext();
        call.addEndHandler(answered -> thread.runOnContext(now -> {
            if (!request.isEnded()) {
                new Rest(call.vertx(), request).begin();
            }
        }));
    }

    /** What still comes of a body; on the thread that it comes by. */
    private static final class Rest {
        private final Vertx vertx;
        private final HttpServerRequest request;
        private long received;
        private boolean came;
        private int looks;

        Rest(Vertx vertx, HttpServerRequest request) {
            this.vertx = vertx;
            this.request = request;
        }

        void begin() {
            long timer = vertx.setPeriodic(REST_PAUSE, this::look);
            request.handler(this::part)
                    .endHandler(ended -> vertx.cancelTimer(timer))
                    .exceptionHandler(gone -> vertx.cancelTimer(timer))
                    .resume();
        }

        private void part(Buffer part) {
            received += part.length();
            came = received <= REST;
            if (!came) {
                request.pause();
            }
        }

        private void look(long timer) {
            looks++;
            if (!came || looks == MOST_LOOKS) {
                vertx.cancelTimer(timer);
                cutOff(request);
            }
            came = false;
        }
    }

    /** Over HTTP/2 other calls come by the same connection. */
    private static void cutOff(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
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
    private final class Reading implements Runnable {
        private final RoutingContext call;
        private final UniEmitter<? super @Nullable Response> read;
        private final Buffer body = Buffer.buffer();
        private long received;
        private final Context thread = vertx.getOrCreateContext();
        private boolean done;
        private long timer;

        Reading(RoutingContext call, UniEmitter<? super @Nullable Response> read) {
            this.call = call;
            this.read = read;
        }

        void begin() {
            stopping.lastly(this);
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
            if (received > taken()) {
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

        /** Ends it, from any thread, when the service stops. */
        @Override
        public void run() {
            thread.runOnContext(now -> refuse(Stopping.problem("waits for no body any more. Send this call")));
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
            stopping.over(this);
            return first;
        }
    }
}
