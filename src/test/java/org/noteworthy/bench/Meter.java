package org.noteworthy.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures works side by side on the calling thread: one round runs each of them once, so that whatever else the machine
 * does meets them all alike. What counts is CPU time and allocation of this thread, and the median over the rounds.
 */
final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long WARM_NANOS = 3_000_000_000L;
    private static final long ROUND_NANOS = 60_000_000L;
    private static final int ROUNDS = 25;

    /** Keeps the results of a work alive, so that it cannot be left out. */
    @Nullable
    static volatile Object sink;

    private Meter() {}

    /** A work over some notes; what it returns is kept for a moment and dropped. */
    record Work(int notes, Supplier<Object> run) {}

    /** What a work cost for each note, round by round. */
    static final class Cost {
        private final double[] nanos;
        private final double bytes;

        private Cost(double[] nanos, double bytes) {
            this.nanos = nanos;
            this.bytes = bytes;
        }

        double bytesPerNote() {
            return bytes;
        }

        double nanosPerNote() {
            return median(nanos);
        }

        double notesPerSecond() {
            return 1e9 / nanosPerNote();
        }

        /** How many of this work's notes fit into the time of one of the other's: median of the rounds' ratios. */
        double speedBeside(Cost other) {
            double[] ratios = new double[nanos.length];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = other.nanos[i] / nanos[i];
            }
            return median(ratios);
        }
    }

    static List<Cost> measure(List<Work> works) {
        for (Work work : works) {
            for (long spent = 0; spent < WARM_NANOS; ) {
                spent += Math.max(1, nanos(work, 1));
            }
        }
        int[] repeats = new int[works.size()];
        for (int i = 0; i < repeats.length; i++) {
            repeats[i] = (int) Math.max(1, ROUND_NANOS / Math.max(1, nanos(works.get(i), 1)));
        }
        double[][] nanos = new double[works.size()][ROUNDS];
        double[] bytes = new double[works.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < works.size(); i++) {
                double notes = (double) repeats[i] * works.get(i).notes();
                long before = THREADS.getCurrentThreadAllocatedBytes();
                nanos[i][round] = nanos(works.get(i), repeats[i]) / notes;
                bytes[i] += (THREADS.getCurrentThreadAllocatedBytes() - before) / notes / ROUNDS;
            }
        }
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < nanos.length; i++) {
            costs.add(new Cost(nanos[i], bytes[i]));
        }
        return costs;
    }

    private static long nanos(Work work, int repeats) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < repeats; i++) {
            sink = work.run().get();
        }
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
