package org.noteworthy.audit.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.ChainError;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.PrunedRange;
import org.noteworthy.audit.VerifyingKey;

/**
 * What whoever proves an audit log knows by other means than the audit log: a public key, and what was taken out of it
 * before and kept elsewhere.
 *
 * @param key key by which checkpoints and ranges that were pruned must be signed; null where there is none
 * @param checkpoints checkpoints that were kept
 * @param letGo ranges of decisions that were pruned already when they were kept
 * @param growing whether it is no reproach that the last checkpoint stands before the end, since the next is still to come
 */
public record Witnesses(
        @Nullable VerifyingKey key, List<Checkpoint> checkpoints, List<PrunedRange> letGo, boolean growing) {
    public Witnesses {
        checkpoints = List.copyOf(checkpoints);
        letGo = List.copyOf(letGo);
    }

    /** What is known of an audit log that nobody writes to meanwhile. */
    public Witnesses(@Nullable VerifyingKey key, List<Checkpoint> checkpoints, List<PrunedRange> letGo) {
        this(key, checkpoints, letGo, false);
    }

    /** The key alone, of an audit log that goes on. */
    public static Witnesses growing(@Nullable VerifyingKey key) {
        return new Witnesses(key, List.of(), List.of(), true);
    }

    /** Nothing but the audit log itself: it tells only whether it agrees with itself. */
    public static Witnesses none() {
        return new Witnesses(null, List.of(), List.of());
    }

    /** A key, and a file of what was kept, as {@code noteworthy audit checkpoints} writes it; either may be missing. */
    public static Witnesses of(@Nullable VerifyingKey key, @Nullable Path kept) {
        if (kept == null) {
            return new Witnesses(key, List.of(), List.of());
        }
        Kept read = Kept.read(kept);
        return new Witnesses(key, read.checkpoints(), read.letGo());
    }

    /** Whether anything is known. */
    boolean any() {
        return key != null || !checkpoints.isEmpty();
    }

    /** The checkpoints of a chain that were kept. */
    List<Checkpoint> keptOf(String chain) {
        return checkpoints.stream().filter(each -> each.chain().equals(chain)).toList();
    }

    /** Whether that is signed as it must be: by the key, where there is one. */
    boolean signed(byte[] text, @Nullable String signature) {
        return key == null || signature != null && key.signed(text, signature);
    }

    /** Whether that is what it says it is, beyond the audit log itself. */
    private boolean vouchFor(Checkpoint checkpoint) {
        return key != null ? signed(checkpoint.signedText(), checkpoint.signature()) : checkpoints.contains(checkpoint);
    }

    /** The checkpoints that a chain can be held to; what is wrong with the others is added to the errors. */
    List<Checkpoint> sound(String chain, List<Checkpoint> recorded, List<ChainError> errors) {
        List<Checkpoint> kept = keptOf(chain);
        List<Checkpoint> sound = new ArrayList<>();
        for (Checkpoint each : recorded) {
            if (!signed(each.signedText(), each.signature())) {
                errors.add(spoilt(each, "is not signed by that key"));
            } else if (kept.stream().anyMatch(other -> other.number() == each.number() && !other.equals(each))) {
                errors.add(spoilt(each, "is not the one that was kept elsewhere"));
            } else {
                sound.add(each);
            }
        }
        for (Checkpoint each : kept) {
            if (!signed(each.signedText(), each.signature())) {
                errors.add(spoilt(each, "as it was kept elsewhere is not signed by that key"));
            } else if (!sound.contains(each)) {
                sound.add(each);
            }
        }
        sound.sort(Comparator.comparingLong(Checkpoint::seq));
        return sound;
    }

    private static ChainError spoilt(Checkpoint checkpoint, String how) {
        return new ChainError(
                checkpoint.chain(),
                checkpoint.seq(),
                "Checkpoint " + checkpoint.number() + " of " + checkpoint.chain() + " at "
                        + Noun.of(checkpoint.chain()).inside() + " " + checkpoint.seq() + " " + how + ".");
    }

    /** What of a chain that ends there nobody vouches for, behind the last of these checkpoints. */
    Optional<ChainError> uncovered(String chain, long end, List<Checkpoint> sound) {
        if (!any() || growing) {
            return Optional.empty();
        }
        Checkpoint last = null;
        for (Checkpoint each : sound) {
            last = vouchFor(each) ? each : last;
        }
        long from = last == null ? 1 : last.seq() + 1;
        if (from > end) {
            return Optional.empty();
        }
        Noun noun = Noun.of(chain);
        String which = key != null ? "that is signed by that key" : "that was kept elsewhere";
        return Optional.of(new ChainError(
                chain,
                from,
                (from == end ? noun.one() + " " + from : noun.many() + " " + from + " to " + end) + " of " + chain
                        + (last == null
                                ? " are not proven: the chain has no checkpoint " + which + "."
                                : (from == end ? " is" : " are") + " not proven: the last checkpoint " + which
                                        + " is number " + last.number() + ", at " + noun.inside() + " " + last.seq()
                                        + ".")));
    }

    /** The first range of those that were pruned of which nobody vouches that it was. */
    Optional<ChainError> unproven(List<PrunedRange> ranges) {
        return ranges.stream()
                .filter(each -> !vouchFor(each))
                .findFirst()
                .map(each -> new ChainError(
                        each.chain(),
                        each.firstSeq(),
                        "Decisions " + each.firstSeq() + " to " + each.lastSeq() + " of " + each.chain()
                                + " are said to have been pruned, and that is "
                                + (key != null
                                        ? "not signed by that key."
                                        : "neither signed nor told by what was kept elsewhere.")));
    }

    /** The first range of a chain that was pruned when it was kept, and is there again. */
    Optional<ChainError> putBack(String chain, List<PrunedRange> ranges) {
        return letGo.stream()
                .filter(each -> each.chain().equals(chain)
                        && ranges.stream()
                                .noneMatch(range ->
                                        range.firstSeq() <= each.firstSeq() && range.lastSeq() >= each.lastSeq()))
                .findFirst()
                .map(each -> new ChainError(
                        chain,
                        each.firstSeq(),
                        "Decisions " + each.firstSeq() + " to " + each.lastSeq() + " of " + chain
                                + " were pruned, as what was kept elsewhere tells, and the audit log does not."));
    }

    private boolean vouchFor(PrunedRange range) {
        return !any() || (key != null ? signed(range.signedText(), range.signature()) : letGo.contains(range));
    }
}
