package org.noteworthy.audit.replay;

import java.util.List;
import java.util.Set;
import org.noteworthy.checking.Impact;

/**
 * What came of judging recorded notes again.
 *
 * @param decisions decisions that were gone through
 * @param same those that came out the same, byte for byte
 * @param different those that did not, though the rules are the same: something is wrong with the audit log or the product
 * @param withoutNote those whose note was not kept, so that nothing can be replayed
 * @param masked those among {@code same} of which something is masked: of them only the broken rules are compared
 * @param differences the first few of {@code different}
 * @param impact what another edition changes
 */
public record Replayed(
        long decisions,
        long same,
        long different,
        long withoutNote,
        long masked,
        List<Difference> differences,
        Impact impact) {
    public Replayed {
        differences = List.copyOf(differences);
    }

    /**
     * A decision that does not come out as it is recorded.
     *
     * @param product version of the product that made it
     * @param recorded rules that it found broken
     * @param now rules that are found broken now
     */
    public record Difference(String id, String subject, String product, Set<String> recorded, Set<String> now) {}
}
