package org.noteworthy.audit;

/**
 * Where a chain stands: the number of its last decision, from 1, and that decision's hash.
 *
 * @param hash {@link Hashes#NOTHING} where there is none yet
 */
public record Link(String chain, long seq, String hash) {
    public static Link start(String chain) {
        return new Link(chain, 0, Hashes.NOTHING);
    }
}
