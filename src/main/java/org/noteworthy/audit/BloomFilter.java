package org.noteworthy.audit;

import java.util.List;

/**
 * Tells of a page, without unpacking it, that no decision in it says a certain thing: a Bloom filter over the fields of
 * its decisions. What it lets through may be there or, once in about fifty times, not.
 */
public final class BloomFilter {
    private static final int BITS_EACH = 12;
    private static final int PROBES = 3;
    private static final int SMALLEST = 8;
    private static final int LARGEST = 4096;

    private final byte[] bits;

    /** The sieve that was written as these bits. */
    public BloomFilter(byte[] bits) {
        this.bits = bits;
    }

    /** The trace of one value of a field. */
    public static long trace(DecisionField field, String value) {
        long hash = value.hashCode() * 0x9E3779B97F4A7C15L + field.word().hashCode() * 0xC2B2AE3D27D4EB4FL;
        hash ^= hash >>> 32;
        hash *= 0xD6E8FEB86659FD93L;
        return hash ^ hash >>> 32;
    }

    /** A sieve that lets these traces through. */
    public static BloomFilter of(long[] traces, int count) {
        int wanted = Math.min(LARGEST, Math.max(SMALLEST, count * BITS_EACH / 8));
        byte[] bits = new byte[Integer.highestOneBit(2 * wanted - 1)];
        for (int i = 0; i < count; i++) {
            for (int probe = 0; probe < PROBES; probe++) {
                int bit = bit(traces[i], probe, bits.length);
                bits[bit >> 3] |= (byte) (1 << (bit & 7));
            }
        }
        return new BloomFilter(bits);
    }

    /** A sieve that lets through what these decisions say. */
    public static BloomFilter of(List<Decision> decisions) {
        long[] traces = decisions.stream()
                .flatMap(decision -> decision.fields().entrySet().stream())
                .flatMapToLong(field -> field.getValue().stream().mapToLong(value -> trace(field.getKey(), value)))
                .toArray();
        return of(traces, traces.length);
    }

    public byte[] bits() {
        return bits;
    }

    /** Whether something of that trace may be in the page. */
    public boolean lets(long trace) {
        if (bits.length == 0) { // somebody has emptied it, which the proof tells
            return false;
        }
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(trace, probe, bits.length);
            if ((bits[bit >> 3] & 1 << (bit & 7)) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(long trace, int probe, int bytes) {
        return (int) ((trace >>> 32) + probe * (trace | 1)) & bytes * 8 - 1;
    }
}
