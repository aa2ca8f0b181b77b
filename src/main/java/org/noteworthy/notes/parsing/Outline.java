package org.noteworthy.notes.parsing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.SectionUse;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.parsing.Label.Look;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;

/**
 * Collects what looks like a label in one text and, once all of it has been seen, parts the text into blocks of one workload
 * each and the blocks into sections; {@link Openers} decides which label opens one.
 *
 * <p>A block ends at a prefix that opens a line if labels follow it at once, of which the block has the first already. So a
 * workload that is only named, and a list of workloads, begin none.
 */
final class Outline {
    /** More blocks than a playbook has workloads are no longer told apart. */
    private static final int MOST_BLOCKS = 50;

    private final String text;
    private final boolean oneLine;
    private final List<Label> labels = new ArrayList<>(5);
    private List<BlockHead> heads = List.of();
    private final List<Label> openers = new ArrayList<>(5);

    Outline(String text, boolean oneLine) {
        this.text = text;
        this.oneLine = oneLine;
    }

    /** Adds what looks like a label behind all that was added before. */
    void add(Label label) {
        labels.add(label);
    }

    /** Adds a line that may begin a further block. */
    void add(BlockHead head) {
        heads = heads.isEmpty() ? new ArrayList<>() : heads;
        heads.add(head);
    }

    /** Whether anything was added that looks like a label. */
    boolean hasLabels() {
        return !labels.isEmpty();
    }

    /** The blocks of the text, of which the first has that prefix and, where it is misspelt, the label of it. */
    List<Block> blocks(PrefixReader.Found prefix, @Nullable Label prefixLabel) {
        if (prefixLabel != null && prefixLabel.slip() != null) {
            labels.add(0, prefixLabel);
        }
        List<Block> blocks = new ArrayList<>(1);
        PrefixReader.Found head = prefix;
        int headLineEnd = heads.isEmpty() ? 0 : Markup.lineEnd(text, prefix.end());
        int from = 0;
        int kinds = 0;
        int counted = 0;
        for (int i = 0; i < heads.size() && blocks.size() < MOST_BLOCKS - 1; i++) {
            BlockHead next = heads.get(i);
            while (counted < labels.size() && labels.get(counted).start() < next.before()) {
                kinds |= bit(labels.get(counted++));
            }
            int first = firstBehind(next, counted);
            int end = i + 1 < heads.size() ? heads.get(i + 1).before() : text.length();
            boolean onLine = from < counted && labels.get(from).start() < headLineEnd;
            if (!next.prefix().names(head) && beginsBlock(next, first, end, kinds, onLine)) {
                blocks.add(block(head, labels.subList(from, counted), next.before()));
                head = next.prefix();
                headLineEnd = next.lineEnd();
                from = first;
                counted = first;
                kinds = 0;
            }
        }
        blocks.add(block(head, labels.subList(from, labels.size()), text.length()));
        return blocks;
    }

    /** The labels that open a section of any block. */
    List<Label> openers() {
        return openers;
    }

    /** The label of the prefix is none of its block's. */
    private int firstBehind(BlockHead head, int from) {
        int first = from;
        while (first < labels.size()
                && labels.get(first).start() < head.prefix().end()) {
            first++;
        }
        return first;
    }

    private boolean beginsBlock(BlockHead head, int first, int end, int kindsBefore, boolean onLineBefore) {
        if (first == labels.size() || (kind(labels.get(first)) & kindsBefore) == 0) {
            return false;
        }
        Label label = labels.get(first);
        boolean onLine = label.start() < head.lineEnd();
        if (onLine ? isSmall(label) && !onLineBefore : isSmall(label) || !opensNextLine(head, label)) {
            return false;
        }
        int kinds = 0;
        for (int i = first; i < labels.size() && labels.get(i).start() < end && Integer.bitCount(kinds) < 2; i++) {
            kinds |= onLine ? kind(labels.get(i)) : bit(labels.get(i));
        }
        return Integer.bitCount(kinds) >= 2;
    }

    /** Whether the label opens the next line that says something. */
    private boolean opensNextLine(BlockHead head, Label label) {
        return Markup.afterBlanks(text, head.lineEnd(), text.length())
                == Markup.afterBlanks(text, label.before(), text.length());
    }

    private static boolean isSmall(Label label) {
        return label.look() == Look.INLINE || label.look() == Look.GUESS;
    }

    /** A bit for a kind of label that has a place in the template; 0 for any other, and for a word that is hardly one. */
    private static int bit(Label label) {
        return isSmall(label) ? 0 : kind(label);
    }

    private static int kind(Label label) {
        return label.meaning().place() == 0 ? 0 : label.kind().bit();
    }

    private Block block(PrefixReader.Found prefix, List<Label> ofBlock, int end) {
        List<Label> opening = areSpelt(ofBlock) ? ofBlock : new Openers(text, oneLine, prefix.end(), ofBlock).all();
        openers.addAll(opening);
        List<SectionUse> sections = new ArrayList<>(opening.size());
        for (int i = 0; i < opening.size(); i++) {
            int sectionEnd = i + 1 < opening.size() ? opening.get(i + 1).before() : end;
            sections.add(section(opening.get(i), sectionEnd));
        }
        return new Block(prefix, end, sections);
    }

    /** Whether each is a label of the template, spelt as there: then nothing is left to decide. */
    private static boolean areSpelt(List<Label> labels) {
        for (Label label : labels) {
            boolean clear = label.look() == Look.SPELT || label.look() == Look.PAUSED;
            if (!clear || label.kind() == SectionKind.EXECUTIVE_SUMMARY || label.kind() == SectionKind.OTHER) {
                return false;
            }
        }
        return true;
    }

    private SectionUse section(Label label, int end) {
        int start = Markup.afterBlanks(text, label.content(), Math.max(label.content(), end));
        int last = trimmed(start, Math.max(start, end));
        return new SectionUse(
                label.kind(), written(label), label.start(), label.end(), label.word(), start, last, label.slip());
    }

    private String written(Label label) {
        String spelling = label.meaning().label();
        boolean spelt = label.end() - label.start() == spelling.length() && text.startsWith(spelling, label.start());
        return spelt ? spelling : text.substring(label.start(), label.end());
    }

    /** Takes blanks, bold and lone bullets off the end of what stands under a label. */
    private int trimmed(int start, int end) {
        int last = Markup.beforeMarks(text, start, end);
        while (last > start && isLoneBullet(start, last - 1)) {
            last = Markup.beforeMarks(text, start, last - 1);
        }
        return last;
    }

    private boolean isLoneBullet(int start, int at) {
        char unit = text.charAt(at);
        return (Markup.isBullet(unit) || unit == '>' || unit == '#')
                && (at == start || Letters.isBlank(text.charAt(at - 1)));
    }
}
