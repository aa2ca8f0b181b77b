package org.noteworthy.api;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a call holds until it was answered, or its caller is gone; then all is given back, by any thread that took it. */
public final class Held {
    private static final String KEY = Held.class.getName();

    private final Deque<Runnable> giveBack = new ArrayDeque<>();
    private boolean over;

    private Held() {}

    /** Begins with nothing; on the thread that the call came in by. */
    static void begin(RoutingContext call) {
        Held held = new Held();
        call.put(KEY, held);
        call.addEndHandler(answered -> held.end());
    }

    /** What that call holds. */
    public static Held by(RoutingContext call) {
        return call.get(KEY);
    }

    /** Gives something back when the call is over; at once if it is already. */
    public void untilTheEnd(Runnable givingBack) {
        synchronized (giveBack) {
            if (!over) {
                giveBack.push(givingBack);
                return;
            }
        }
        givingBack.run();
    }

    private void end() {
        synchronized (giveBack) {
            over = true;
        }
        giveBack.forEach(Runnable::run);
    }
}
