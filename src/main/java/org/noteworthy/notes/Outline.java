package org.noteworthy.notes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.noteworthy.notes.Label.Look;
import org.noteworthy.notes.Tables.SectionKind;

/**
 * Collects what looks like a label in one text and, once all of it has been seen, decides which of that opens a section.
 *
 * <p>A plain label always does. Any other may be a word of a sentence, and is taken for one where the note has a plain
 * label of its kind. Where it has none,
 *
 * <ul>
 *   <li>a shouted label opens a section;
 *   <li>a wrapped one does where labels go without a colon: those before it or, if no section is open, all of them;
 *   <li>a run-on one in a note flattened to one line does if labels of other kinds stand there too, or nothing is said
 *       before it: "We talked about STATUS: it is fine" is a sentence;
 *   <li>a run-on one in a note of several lines does if it keeps the order of the template between the section that is
 *       open and the next plain label, and has company: an open section, or another label behind it on its line. So a
 *       flattened note that was wrapped is read, and "SUMMARY: We talked about STATUS: it is fine" is one section.
 * </ul>
 */
final class Outline {
    private final String text;
    private final boolean oneLine;
    private final List<Label> labels = new ArrayList<>(5);
    private boolean allPlain = true;

    Outline(String text, boolean oneLine) {
        this.text = text;
        this.oneLine = oneLine;
    }

    /** Adds what looks like a label behind all that was added before. */
    void add(Label label) {
        labels.add(label);
        allPlain &= label.look() == Look.PLAIN;
    }

    /** The labels that open a section in the text from {@code body} on. */
    List<Label> openers(int body) {
        return allPlain ? labels : new Decision(body).openers();
    }

    /** What stands under each of those labels, up to the next. */
    List<SectionUse> sections(List<Label> openers) {
        List<SectionUse> sections = new ArrayList<>(openers.size());
        for (int i = 0; i < openers.size(); i++) {
            int end = i + 1 < openers.size() ? openers.get(i + 1).before() : text.length();
            sections.add(section(openers.get(i), end));
        }
        return sections;
    }

    private SectionUse section(Label label, int end) {
        int start = Markup.afterBlanks(text, label.content(), end);
        int last = trimmed(start, Math.max(start, end));
        return new SectionUse(label.kind(), written(label), label.start(), label.end(), start, last);
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

    /** One walk over the labels, each seen beside the section open before it and the plain label next after it. */
    private final class Decision {
        private final List<Label> openers = new ArrayList<>(labels.size());
        private final Set<SectionKind> plainKinds = EnumSet.noneOf(SectionKind.class);
        private final boolean aloneInASentence;
        private boolean colons;
        private boolean colonsBefore;
        private int openPlace;
        private int ahead;

        Decision(int body) {
            Set<SectionKind> kinds = EnumSet.noneOf(SectionKind.class);
            for (Label label : labels) {
                kinds.add(label.kind());
                if (label.look() == Look.PLAIN) {
                    plainKinds.add(label.kind());
                }
                colons |= hasColon(label);
            }
            aloneInASentence =
                    kinds.size() == 1 && saysSomething(body, labels.get(0).start());
        }

        List<Label> openers() {
            for (int i = 0; i < labels.size(); i++) {
                Label label = labels.get(i);
                if (opens(label, i)) {
                    openers.add(label);
                    colonsBefore |= hasColon(label);
                    openPlace = label.meaning().place() > 0 ? label.meaning().place() : openPlace;
                }
            }
            return openers;
        }

        private boolean hasColon(Label label) {
            for (int at = label.end(); at < label.content(); at++) {
                if (Letters.fold(text.charAt(at)) == ':') {
                    return true;
                }
            }
            return false;
        }

        private boolean opens(Label label, int i) {
            boolean onlyOfItsKind = !plainKinds.contains(label.kind());
            return switch (label.look()) {
                case PLAIN -> true;
                case SHOUTED -> onlyOfItsKind;
                case WRAPPED -> onlyOfItsKind && !(openers.isEmpty() ? colons : colonsBefore);
                case RUN_ON ->
                    onlyOfItsKind && (oneLine ? !aloneInASentence : keepsOrder(label, i) && hasCompany(label, i));
            };
        }

        private boolean keepsOrder(Label label, int i) {
            int place = label.meaning().place();
            return place > openPlace && place < nextPlainPlace(i);
        }

        private int nextPlainPlace(int i) {
            ahead = Math.max(ahead, i + 1);
            while (ahead < labels.size()
                    && (labels.get(ahead).look() != Look.PLAIN
                            || labels.get(ahead).meaning().place() == 0)) {
                ahead++;
            }
            return ahead < labels.size() ? labels.get(ahead).meaning().place() : Integer.MAX_VALUE;
        }

        private boolean hasCompany(Label label, int i) {
            return !openers.isEmpty()
                    || i + 1 < labels.size() && labels.get(i + 1).start() < label.lineEnd();
        }

        private boolean saysSomething(int from, int to) {
            for (int at = from; at < to; at++) {
                if (Letters.isWord(text.charAt(at))) {
                    return true;
                }
            }
            return false;
        }
    }
}
