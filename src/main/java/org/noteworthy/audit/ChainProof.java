package org.noteworthy.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Goes through one chain line by line, and names the first decision that is not as it was recorded. */
final class ChainProof {
    /** How far behind its place a decision is looked for before it counts as removed. */
    private static final int FAR = 2_000;

    private final String chain;
    private final Iterator<@Nullable LinkedLine> lines;
    private final Deque<LineOrNone> ahead = new ArrayDeque<>();
    private final Map<Long, PrunedRange> pruned = new TreeMap<>();
    private final List<Checkpoint> checkpoints;
    private final Map<Long, List<Checkpoint>> checkpointsAt = new TreeMap<>();
    private long seq;
    private String hash;
    private long decisions;
    private long letGo;

    /** A line that is read ahead; {@code line} is null where what stands there is none. */
    private record LineOrNone(@Nullable LinkedLine line) {}

    /** What was seen of a chain; {@code fault} says what is wrong first, and is null where nothing is. */
    record Seen(
            String chain,
            long decisions,
            long pruned,
            long checkpoints,
            @Nullable Fault fault) {}

    /** The lines of a chain in their order, null where what stands there is none; {@code start} is what they are linked to. */
    ChainProof(
            Link start, Iterator<@Nullable LinkedLine> lines, List<PrunedRange> pruned, List<Checkpoint> checkpoints) {
        chain = start.chain();
        seq = start.seq() + 1;
        hash = start.hash();
        this.lines = lines;
        pruned.forEach(range -> this.pruned.put(range.firstSeq(), range));
        this.checkpoints = checkpoints;
        checkpoints.forEach(each -> checkpointsAt
                .computeIfAbsent(each.seq(), any -> new ArrayList<>())
                .add(each));
    }

    Seen seen() {
        Fault fault = walk();
        return new Seen(chain, decisions, letGo, checkpoints.size(), fault);
    }

    private @Nullable Fault walk() {
        for (LineOrNone next = peek(0); next != null; next = peek(0)) {
            LinkedLine line = next.line();
            if (line == null) {
                return fault(seq, "was changed: what stands in its place is no decision");
            }
            skipPruned(line);
            Fault fault = faultOf(line);
            if (fault != null) {
                return fault;
            }
            ahead.removeFirst();
            decisions++;
            fault = step(line.hash());
            if (fault != null) {
                return fault;
            }
        }
        skipPruned(null);
        return behindTheEnd();
    }

    private @Nullable Fault step(String newHash) {
        hash = newHash;
        Fault fault = null;
        for (Checkpoint checkpoint : checkpointsAt.getOrDefault(seq, List.of())) {
            if (fault == null && !checkpoint.hash().equals(hash)) {
                fault = rewritten(checkpoint);
            }
        }
        seq++;
        return fault;
    }

    private Fault rewritten(Checkpoint checkpoint) {
        long from = 1;
        for (Checkpoint each : checkpoints) {
            if (each.seq() < checkpoint.seq()) {
                from = Math.max(from, each.seq() + 1);
            }
        }
        return new Fault(
                chain,
                from,
                "Decisions " + from + " to " + checkpoint.seq() + " of " + chain
                        + " were rewritten, links and all: checkpoint " + checkpoint.number()
                        + " knows another end of them.");
    }

    private void skipPruned(@Nullable LinkedLine line) {
        PrunedRange range = pruned.get(seq);
        while (range != null && range.previous().equals(hash) && (line == null || line.seq() != seq)) {
            letGo += range.lastSeq() - range.firstSeq() + 1;
            seq = range.lastSeq() + 1;
            hash = range.head();
            range = pruned.get(seq);
        }
    }

    private @Nullable Fault faultOf(LinkedLine line) {
        if (!line.intact()) {
            return fault(seq, "was changed after it was recorded");
        }
        if (line.seq() > seq) {
            return missing(line);
        }
        if (line.seq() < seq) {
            return fault(line.seq(), "stands there more than once: one of them was inserted");
        }
        if (line.previous().equals(hash)) {
            LinkedLine next = lineAhead(1);
            if (next != null && next.seq() == seq) {
                return fault(seq, "stands there more than once: one of them was inserted");
            }
            return null;
        }
        LinkedLine next = lineAhead(1);
        boolean knownToNext =
                next != null && next.seq() == seq + 1 && next.previous().equals(line.hash());
        if (!knownToNext || seq == 1) {
            return fault(seq, "was replaced by another: it is not linked to the one before");
        }
        return fault(seq - 1, "was replaced by another: the one behind it is linked to what stood there");
    }

    private Fault missing(LinkedLine line) {
        for (int i = 1; i < FAR; i++) {
            LineOrNone later = peek(i);
            if (later == null) {
                break;
            }
            LinkedLine found = later.line();
            if (found != null && found.seq() == seq) {
                return fault(seq, "stands behind decision " + line.seq() + ": their order was changed");
            }
        }
        return line.seq() == seq + 1
                ? fault(seq, "was removed")
                : new Fault(
                        chain, seq, "Decisions " + seq + " to " + (line.seq() - 1) + " of " + chain + " were removed.");
    }

    private @Nullable Fault behindTheEnd() {
        for (Checkpoint checkpoint : checkpoints) {
            if (checkpoint.seq() >= seq) {
                return new Fault(
                        chain,
                        seq,
                        "Decisions " + seq + " to " + checkpoint.seq() + " of " + chain
                                + " were removed from its end: checkpoint " + checkpoint.number() + " knows them.");
            }
        }
        return null;
    }

    private Fault fault(long at, String what) {
        return new Fault(chain, at, "Decision " + at + " of " + chain + " " + what + ".");
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
