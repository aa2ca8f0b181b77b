package org.noteworthy.audit;

/**
 * What is known of a page without unpacking it.
 *
 * @param firstMs when the earliest of its decisions was made
 * @param recordedMs when it was written
 * @param head hash of its last decision
 */
public record PageHead(
        String chain,
        long firstSeq,
        long lastSeq,
        long firstMs,
        long lastMs,
        long recordedMs,
        String head,
        BloomFilter filter) {}
