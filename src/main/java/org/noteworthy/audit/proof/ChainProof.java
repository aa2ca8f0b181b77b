package org.noteworthy.audit.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.ChainError;
import org.noteworthy.audit.Checkpoint;
import org.noteworthy.audit.Link;
import org.noteworthy.audit.LinkedLine;
import org.noteworthy.audit.PrunedRange;

/**
 * Goes through one chain line by line, and names the first decision that is not as it was recorded.
 *
 * <p>Links alone tell it of whatever was not linked anew. Where somebody has done that, checkpoints do, and then no more
 * is known than between which two of them it was.
 */
final class ChainProof {
    /** How far behind its place a decision is looked for before it counts as removed. */
    private static final int FAR = 2_000;

    private final String chain;
    private final Noun noun;
    private final Iterator<@Nullable LinkedLine> lines;
    private final Deque<LineOrNone> ahead = new ArrayDeque<>();
    private final TreeMap<Long, PrunedRange> pruned = new TreeMap<>();
    private final Map<Long, List<Checkpoint>> checkpointsAt = new TreeMap<>();
    private final List<Checkpoint> checkpoints;
    private long seq;
    private String hash;
    private @Nullable PrunedRange justSkipped;
    private long provenTo;
    private long decisions;
    private long letGo;

    /** A line that is read ahead; {@code line} is null where what stands there is none. */
    private record LineOrNone(@Nullable LinkedLine line) {}

    /** What was seen of a chain up to its end; {@code error} says what is wrong first, and is null where nothing is. */
    record Seen(
            long decisions, long pruned, long end, @Nullable ChainError error) {}

    /** The lines of a chain in their order, null where what stands there is none; {@code start} is what they are linked to. */
    ChainProof(
            Link start, Iterator<@Nullable LinkedLine> lines, List<PrunedRange> pruned, List<Checkpoint> checkpoints) {
        chain = start.chain();
        noun = Noun.of(chain);
        seq = start.seq() + 1;
        hash = start.hash();
        provenTo = start.seq();
        this.lines = lines;
        pruned.forEach(range -> this.pruned.put(range.firstSeq(), range));
        this.checkpoints = checkpoints;
        checkpoints.forEach(each -> checkpointsAt
                .computeIfAbsent(each.seq(), any -> new ArrayList<>())
                .add(each));
    }

    Seen seen() {
        ChainError error = walk();
        return new Seen(decisions, letGo, seq - 1, error);
    }

    private @Nullable ChainError walk() {
        for (LineOrNone next = peek(0); next != null; next = peek(0)) {
            LinkedLine line = next.line();
            ChainError error = skipPruned(line);
            if (error != null) {
                return error;
            }
            error = line == null
                    ? error(seq, "was changed: what stands in its place is not a " + noun.inside())
                    : errorOf(line);
            if (error != null || line == null) {
                return error;
            }
            ahead.removeFirst();
            decisions++;
            justSkipped = null;
            error = step(seq, line.hash());
            if (error != null) {
                return error;
            }
        }
        ChainError error = skipPruned(null);
        return error == null ? behindTheEnd() : error;
    }

    private @Nullable ChainError step(long to, String newHash) {
        for (Checkpoint checkpoint : checkpointsAt.getOrDefault(to, List.of())) {
            if (!checkpoint.hash().equals(newHash)) {
                LinkedLine next = lineAhead(0);
                return next != null && next.previous().equals(checkpoint.hash())
                        ? replaced(to, "the one behind it and checkpoint " + checkpoint.number() + " know another one")
                        : rewritten(checkpoint);
            }
        }
        if (checkpointsAt.containsKey(to)) {
            provenTo = to;
        }
        hash = newHash;
        seq = to + 1;
        return null;
    }

    private ChainError rewritten(Checkpoint checkpoint) {
        return new ChainError(
                chain,
                provenTo + 1,
                range(provenTo + 1, checkpoint.seq())
                        + " rewritten, links and all: checkpoint " + checkpoint.number()
                        + " knows another end of them. Or that checkpoint was forged.");
    }

    /** Goes on behind what was pruned, where the chain is at its beginning and the next line is not of it. */
    private @Nullable ChainError skipPruned(@Nullable LinkedLine line) {
        PrunedRange range = pruned.get(seq);
        while (range != null && (line == null || line.seq() != seq)) {
            if (!range.previous().equals(hash)) {
                return justSkipped == null && seq > 1 && decisions > 0
                        ? error(
                                seq - 1,
                                "was replaced by another: what was pruned behind it is linked to what stood there")
                        : misfit(range, "do not begin where the chain stood");
            }
            pruned.remove(seq);
            letGo += range.lastSeq() - range.firstSeq() + 1;
            justSkipped = range;
            ChainError error = step(range.lastSeq(), range.head());
            if (error != null) {
                return error;
            }
            range = pruned.get(seq);
        }
        return null;
    }

    private ChainError misfit(PrunedRange range, String how) {
        return new ChainError(
                chain,
                range.firstSeq(),
                "Decisions " + range.firstSeq() + " to " + range.lastSeq() + " of " + chain
                        + " are said to have been pruned, but they " + how + ".");
    }

    private @Nullable ChainError errorOf(LinkedLine line) {
        if (!line.chain().equals(chain)) {
            return error(seq, "is not there: a line of " + line.chain() + " stands in its place");
        }
        if (!line.intact()) {
            return error(seq, "was changed after it was recorded");
        }
        if (line.seq() > seq) {
            return missing(line);
        }
        if (line.seq() < seq) {
            LinkedLine next = lineAhead(1);
            boolean inserted =
                    next == null ? checkpoints.stream().noneMatch(each -> each.seq() >= seq) : next.seq() == seq;
            return inserted
                    ? error(line.seq(), "stands there more than once: one of them was inserted")
                    : error(seq, "was replaced by another: what stands in its place calls itself " + line.seq());
        }
        return line.previous().equals(hash) ? twice(lineAhead(1)) : unlinked(line, lineAhead(1));
    }

    private @Nullable ChainError twice(@Nullable LinkedLine next) {
        return next != null && next.seq() == seq
                ? error(seq, "stands there more than once: one of them was inserted")
                : null;
    }

    /** A line in its place knows another line before it than the one that stands there: one of the two is forged. */
    private ChainError unlinked(LinkedLine line, @Nullable LinkedLine next) {
        if (next != null && next.seq() == seq && next.previous().equals(hash)) {
            return error(seq, "stands there more than once: one of them was inserted");
        }
        boolean unknownToNext =
                next != null && next.seq() == seq + 1 && !next.previous().equals(line.hash())
                        || checkpointsAt.getOrDefault(seq, List.of()).stream()
                                .anyMatch(each -> !each.hash().equals(line.hash()));
        if (unknownToNext || decisions == 0 && justSkipped == null) {
            return error(seq, "was replaced by another: it is not linked to the one before");
        }
        if (justSkipped != null) {
            return misfit(justSkipped, "end otherwise than decision " + seq + ", which follows, knows");
        }
        return replaced(seq - 1, "the one behind it is linked to what stood there");
    }

    private ChainError replaced(long at, String why) {
        return new ChainError(
                chain,
                at,
                noun.one() + " " + at + " of " + chain + " was replaced by another: " + why + "."
                        + (provenTo + 1 < at
                                ? " So may have been some before it, from " + noun.inside() + " " + (provenTo + 1)
                                        + " on."
                                : ""));
    }

    private ChainError missing(LinkedLine line) {
        LinkedLine next = lineAhead(1);
        LinkedLine afterNext = lineAhead(2);
        if (next != null
                && next.seq() == seq
                && next.previous().equals(hash)
                && (afterNext == null || afterNext.seq() == seq + 1)) {
            return error(line.seq(), "stands before " + noun.inside() + " " + seq + ": it was moved or inserted there");
        }
        for (int i = 1; i < FAR; i++) {
            LineOrNone later = peek(i);
            if (later == null) {
                break;
            }
            LinkedLine found = later.line();
            if (found != null && found.seq() == seq) {
                return error(seq, "stands behind " + noun.inside() + " " + line.seq() + ": their order was changed");
            }
        }
        return new ChainError(chain, seq, range(seq, line.seq() - 1) + " removed.");
    }

    private @Nullable ChainError behindTheEnd() {
        for (PrunedRange range : pruned.values()) {
            return range.firstSeq() > seq
                    ? new ChainError(chain, seq, range(seq, range.firstSeq() - 1) + " removed.")
                    : misfit(range, "stand there");
        }
        for (Checkpoint checkpoint : checkpoints) {
            if (checkpoint.seq() >= seq) {
                return new ChainError(
                        chain,
                        seq,
                        range(seq, checkpoint.seq()) + " removed from its end: checkpoint " + checkpoint.number()
                                + " knows them.");
            }
        }
        return null;
    }

    private String range(long from, long to) {
        return from == to
                ? noun.one() + " " + from + " of " + chain + " was"
                : noun.many() + " " + from + " to " + to + " of " + chain + " were";
    }

    private ChainError error(long at, String what) {
        return new ChainError(chain, at, noun.one() + " " + at + " of " + chain + " " + what + ".");
    }

    private @Nullable LinkedLine lineAhead(int distance) {
        LineOrNone next = peek(distance);
        return next == null ? null : next.line();
    }

    private @Nullable LineOrNone peek(int distance) {
        while (ahead.size() <= distance && lines.hasNext()) {
            ahead.addLast(new LineOrNone(lines.next()));
        }
        if (ahead.size() <= distance) {
            return null;
        }
        if (distance == 0) {
            return ahead.getFirst();
        }
        Iterator<LineOrNone> each = ahead.iterator();
        for (int i = 0; i < distance; i++) {
            each.next();
        }
        return each.next();
    }
}
