package org.noteworthy.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever fails to sign in again and again. Each address may fail some times; then it has to wait for the next
 * try, while every other address goes on. Remembers a bounded number of addresses, those that failed last.
 */
public final class FailedSignIns {
    private final int allowed;
    private final long each;
    private final int most;
    private final Map<String, Long> owed = new LinkedHashMap<>();

    /**
     * @param allowed how often an address may fail in a row
     * @param each how long it takes until one failure is forgotten
     * @param most how many addresses are remembered
     */
    public FailedSignIns(int allowed, Duration each, int most) {
        this.allowed = allowed;
        this.each = each.toNanos();
        this.most = most;
    }

    /** How long an address has to wait before its next try; zero if it need not. */
    public synchronized Duration wait(String address, long now) {
        Long free = owed.get(address);
        if (free == null) {
            return Duration.ZERO;
        }
        long left = free - now - (allowed - 1) * each;
        if (left > 0) {
            return Duration.ofNanos(left);
        }
        if (free - now <= 0) {
            owed.remove(address);
        }
        return Duration.ZERO;
    }

    /** An address failed at that time, in nanoseconds of any beginning. */
    public synchronized void failed(String address, long now) {
        Long before = owed.remove(address);
        long from = before == null || before - now < 0 ? now : before;
        owed.put(address, from + each);
        if (owed.size() > most) {
            owed.remove(owed.keySet().iterator().next());
        }
    }

    /** How many addresses are remembered. */
    public synchronized int remembered() {
        return owed.size();
    }
}
