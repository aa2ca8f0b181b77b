package org.noteworthy.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls over several connections at once, each with its next call as soon as the last is answered. */
final class Load implements AutoCloseable {
    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService callers;

    Load(URI service, int connections) throws IOException {
        callers = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            this.connections.add(new Connection(service));
        }
    }

    /** How long the calls of a round took, from the shortest to the longest, and the round itself. */
    static final class Times {
        private final long[] nanos;
        private final long wall;

        private Times(long[] nanos, long wall) {
            this.nanos = nanos;
            this.wall = wall;
        }

        double micros(double percent) {
            return nanos[(int) Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e3;
        }

        int calls() {
            return nanos.length;
        }

        double perSecond() {
            return nanos.length * 1e9 / wall;
        }
    }

    /** Calls for that long; every connection goes through the requests from a place of its own. */
    Times run(List<byte[]> requests, long nanos) throws InterruptedException {
        long began = System.nanoTime();
        List<Future<long[]>> times = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            Connection connection = connections.get(i);
            int first = i * requests.size() / connections.size();
            times.add(callers.submit(() -> call(connection, requests, first, began + nanos)));
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> each : times) {
            try {
                all.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("A caller failed", e.getCause());
            }
        }
        long wall = System.nanoTime() - began;
        return new Times(all.stream().flatMapToLong(Arrays::stream).sorted().toArray(), wall);
    }

    private static long[] call(Connection connection, List<byte[]> requests, int first, long deadline)
            throws IOException {
        long[] times = new long[1024];
        int count = 0;
        for (long start = System.nanoTime(); start < deadline; count++) {
            connection.send(requests.get((first + count) % requests.size()));
            connection.receive();
            long end = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count] = end - start;
            start = end;
        }
        return Arrays.copyOf(times, count);
    }

    @Override
    public void close() throws IOException {
        callers.shutdown();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
