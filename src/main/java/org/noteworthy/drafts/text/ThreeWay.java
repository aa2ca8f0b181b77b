package org.noteworthy.drafts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.noteworthy.drafts.text.MergePiece.Conflict;
import org.noteworthy.drafts.text.MergePiece.Settled;
import org.noteworthy.notes.text.Characters;

/**
 * Two changes of one text, merged line by line. The same change on both sides counts once; changes that overlap or touch
 * each other and are not the same are a conflict. Line ends belong to their lines and stay as they are.
 *
 * @param pieces in their order
 */
public record ThreeWay(List<MergePiece> pieces) {
    public ThreeWay {
        pieces = List.copyOf(pieces);
    }

    /** Merges what became of {@code base} on either side; a file that is not there is the empty text. */
    public static ThreeWay merge(String base, String mine, String theirs) {
        return new Merging(Lines.of(base), new Side(base, mine), new Side(base, theirs)).merged();
    }

    /** The merged text; empty if there is a conflict. */
    public Optional<String> merged() {
        StringBuilder text = new StringBuilder();
        for (MergePiece piece : pieces) {
            if (!(piece instanceof Settled settled)) {
                return Optional.empty();
            }
            text.append(settled.text());
        }
        return Optional.of(text.toString());
    }

    public List<Conflict> conflicts() {
        return pieces.stream()
                .filter(Conflict.class::isInstance)
                .map(Conflict.class::cast)
                .toList();
    }

    /** The text with each conflict between marks, as git writes it with the base; for showing. */
    public String marked(String mineName, String theirsName) {
        StringBuilder text = new StringBuilder();
        for (MergePiece piece : pieces) {
            if (piece instanceof Conflict conflict) {
                mark(text, "<<<<<<< " + Characters.harmless(mineName), conflict.mine());
                mark(text, "||||||| base", conflict.base());
                mark(text, "=======", conflict.theirs());
                text.append(">>>>>>> ").append(Characters.harmless(theirsName)).append('\n');
            } else if (piece instanceof Settled settled) {
                text.append(settled.text());
            }
        }
        return text.toString();
    }

    private static void mark(StringBuilder text, String mark, LineRange range) {
        text.append(mark).append('\n');
        for (String line : range.lines()) {
            text.append(line).append(Lines.ends(line) ? "" : "\n");
        }
    }

    /** One side's text, and how far its changes have been merged. */
    private static final class Side {
        private final List<String> lines;
        private final List<LineChange> changes;
        private int next;
        private int growth;

        Side(String base, String text) {
            lines = Lines.of(text);
            changes = LineChanges.between(Lines.of(base), lines);
        }

        /** Line of the base at which the next change begins. */
        int begins() {
            return next < changes.size() ? changes.get(next).beforeFrom() : Integer.MAX_VALUE;
        }

        /** Takes the next change. */
        LineChange take() {
            LineChange change = changes.get(next++);
            growth += change.growth();
            return change;
        }
    }

    private static final class Merging {
        private final List<MergePiece> pieces = new ArrayList<>();
        private final StringBuilder settled = new StringBuilder();
        private final List<String> base;
        private final Side mine;
        private final Side theirs;

        Merging(List<String> base, Side mine, Side theirs) {
            this.base = base;
            this.mine = mine;
            this.theirs = theirs;
        }

        ThreeWay merged() {
            int at = 0;
            while (mine.begins() < Integer.MAX_VALUE || theirs.begins() < Integer.MAX_VALUE) {
                int from = Math.min(mine.begins(), theirs.begins());
                settle(base.subList(at, from));
                at = region(from);
            }
            settle(base.subList(at, base.size()));
            close();
            return new ThreeWay(pieces);
        }

        /** Merges the changes that overlap or touch from a line of the base on, and tells the line behind them. */
        private int region(int from) {
            int mineFrom = from + mine.growth;
            int theirsFrom = from + theirs.growth;
            int mineNext = mine.next;
            int theirsNext = theirs.next;
            int to = from;
            while (mine.begins() <= to || theirs.begins() <= to) {
                Side side = mine.begins() <= to ? mine : theirs;
                to = Math.max(to, side.take().beforeTo());
            }
            List<String> ours = mine.lines.subList(mineFrom, to + mine.growth);
            List<String> others = theirs.lines.subList(theirsFrom, to + theirs.growth);
            if (mine.next == mineNext) {
                settle(others);
            } else if (theirs.next == theirsNext || ours.equals(others)) {
                settle(ours);
            } else {
                close();
                pieces.add(new Conflict(
                        LineRange.of(base, from, to),
                        LineRange.of(mine.lines, mineFrom, to + mine.growth),
                        LineRange.of(theirs.lines, theirsFrom, to + theirs.growth)));
            }
            return to;
        }

        private void settle(List<String> lines) {
            lines.forEach(settled::append);
        }

        private void close() {
            if (!settled.isEmpty()) {
                pieces.add(new Settled(settled.toString()));
                settled.setLength(0);
            }
        }
    }
}
