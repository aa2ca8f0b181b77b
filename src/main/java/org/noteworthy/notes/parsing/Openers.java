package org.noteworthy.notes.parsing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.parsing.Label.Look;
import org.noteworthy.notes.text.Letters;
import org.noteworthy.notes.text.Markup;

/**
 * Decides which of the labels of a block open a section: one walk over them, each seen beside the section open before it
 * and the clear labels of the block.
 *
 * <p>A label that opens a line as the playbook spells it always does, and so does one behind a pause. Any other may be a
 * word of the text, and is taken for one where the block has a better label of its kind. Where it has none,
 *
 * <ul>
 *   <li>a label in other letters opens a section, at the start of a line rather than behind a pause;
 *   <li>a misspelt one does, once: what follows under the same word is more of the same. So does what people write instead
 *       of a label, if it keeps the order of the template;
 *   <li>a shouted label does;
 *   <li>a wrapped one does where labels go without a colon: those before it or, if no section is open, all of them;
 *   <li>a run-on one in a note flattened to one line does if labels of other kinds stand there too, or nothing is said
 *       before it: "We talked about STATUS: it is fine" is a sentence;
 *   <li>a run-on one in a note of several lines does if it keeps the order of the template between the section that is
 *       open and the next clear label, and has company: an open section, or another label behind it on its line. So a
 *       flattened note that was wrapped is read, and "SUMMARY: We talked about STATUS: it is fine" is one section.
 * </ul>
 *
 * <p>An executive summary has fields of its own; {@link #leavesExecutiveSummary} tells which label ends it.
 */
final class Openers {
    private static final int LINE_LABELS = Look.SPELT.bit() | Look.PLAIN.bit();
    private static final int CLEAR = LINE_LABELS | Look.PAUSED.bit();
    private static final int UNKNOWN = -1;
    private static final int SUMMARY = SectionKind.SUMMARY.bit();
    private static final int NEXT_ACTION = SectionKind.NEXT_ACTION.bit();

    private final String text;
    private final boolean oneLine;
    private final List<Label> labels;
    private final List<Label> openers;
    private final int[] looksOfKind = new int[SectionKind.values().length];
    private final boolean aloneInASentence;
    private int languages = UNKNOWN;
    private boolean colons;
    private boolean colonsBefore;
    private int openKinds;
    private int openPlace;
    private int ahead;
    private int @Nullable [] kindsFrom;
    private boolean inExecutive;
    private boolean executiveSpelt;
    private boolean executiveListed;

    Openers(String text, boolean oneLine, int body, List<Label> labels) {
        this.text = text;
        this.oneLine = oneLine;
        this.labels = labels;
        openers = new ArrayList<>(labels.size());
        int kinds = 0;
        for (Label label : labels) {
            kinds |= label.kind() == SectionKind.OTHER ? 0 : bit(label);
            looksOfKind[index(label)] |= label.look().bit();
            colons |= hasColon(label);
        }
        aloneInASentence = Integer.bitCount(kinds) == 1
                && saysSomething(body, labels.get(0).start());
    }

    List<Label> all() {
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            if (opens(label, i) && (!inExecutive || leavesExecutiveSummary(label, i))) {
                open(label);
            }
        }
        return openers;
    }

    private void open(Label label) {
        openers.add(label);
        openKinds |= bit(label);
        colonsBefore |= hasColon(label);
        openPlace = label.meaning().place() > 0 ? label.meaning().place() : openPlace;
        if (label.kind() == SectionKind.EXECUTIVE_SUMMARY) {
            inExecutive = true;
            executiveSpelt = label.look() == Look.SPELT;
            executiveListed = isListed(label);
        } else if (label.meaning().place() > 0) {
            inExecutive = false;
        }
    }

    private boolean opens(Label label, int i) {
        if (label.kind() == SectionKind.OTHER) {
            return inExecutive && ((label.look().bit() & CLEAR) != 0 || oneLine && label.look() == Look.INLINE);
        }
        int looks = looksOfKind[index(label)];
        boolean noClear = (looks & CLEAR) == 0;
        boolean none = noClear && !Look.INLINE.isIn(looks);
        return switch (label.look()) {
            case SPELT, PAUSED -> true;
            case PLAIN -> !Look.SPELT.isIn(looks);
            case INLINE -> noClear && !Look.SLIP.isIn(looks) && !(oneLine && Look.RUN_ON.isIn(looks));
            case SLIP -> noClear && isFirst(label) && isOfALanguage(label);
            case GUESS -> none && isFirst(label) && (label.meaning().place() == 0 || keepsOrder(label, i));
            case SHOUTED -> none;
            case WRAPPED -> none && !(openers.isEmpty() ? colons : colonsBefore);
            case RUN_ON ->
                oneLine ? noClear && !aloneInASentence : none && keepsOrder(label, i) && hasCompany(label, i);
            case RUN_ON_SMALL -> none && !aloneInASentence;
        };
    }

    /**
     * Whether a label ends the executive summary that it stands in. The next field of its template does. "Status: Green" is
     * a line of it, and ends it only where SUMMARY follows, spelt alike, or all of a note; so is a SUMMARY in smaller letters than
     * its own label, and any item of a list.
     */
    private boolean leavesExecutiveSummary(Label label, int i) {
        boolean spelt = label.look() == Look.SPELT || label.look() == Look.PAUSED;
        if (label.kind() == SectionKind.EXECUTIVE_SUMMARY) {
            return true;
        }
        if (isListed(label) && !executiveListed) {
            return false;
        }
        int following = kindsFrom(i + 1);
        return switch (label.kind()) {
            case STATUS ->
                label.look() == Look.RUN_ON || (following & SUMMARY) != 0 && (spelt || (following & NEXT_ACTION) != 0);
            case SUMMARY -> spelt || !executiveSpelt || (following & NEXT_ACTION) != 0;
            default -> true;
        };
    }

    /** The kinds of clear labels from that one on. */
    private int kindsFrom(int i) {
        int[] kinds = kindsFrom;
        if (kinds == null) {
            kinds = new int[labels.size() + 1];
            for (int j = labels.size() - 1; j >= 0; j--) {
                kinds[j] = kinds[j + 1] | ((labels.get(j).look().bit() & CLEAR) == 0 ? 0 : bit(labels.get(j)));
            }
            kindsFrom = kinds;
        }
        return kinds[i];
    }

    private boolean isFirst(Label label) {
        return (openKinds & bit(label)) == 0;
    }

    /** What is only like a label must be one of a language that the others are in, where two of them show it. */
    private boolean isOfALanguage(Label label) {
        if (!label.meaning().spelling().isEmpty()) {
            return true;
        }
        languages = languages == UNKNOWN ? mostUsedLanguages() : languages;
        return languages == 0 || (label.meaning().languages() & languages) != 0;
    }

    private int mostUsedLanguages() {
        int most = 0;
        int mostLabels = 2;
        for (int i = 0; i < Integer.SIZE; i++) {
            int ofLanguage = 0;
            for (Label label : labels) {
                boolean clear = (label.look().bit() & CLEAR) != 0;
                ofLanguage += clear ? label.meaning().languages() >>> i & 1 : 0;
            }
            if (ofLanguage >= mostLabels) {
                most = ofLanguage > mostLabels ? 0 : most;
                most |= 1 << i;
                mostLabels = ofLanguage;
            }
        }
        return most;
    }

    @SuppressWarnings("EnumOrdinal") // the place in an array of this class alone
    private static int index(Label label) {
        return label.kind().ordinal();
    }

    private static int bit(Label label) {
        return label.kind().bit();
    }

    private boolean hasColon(Label label) {
        for (int at = label.end(); at < label.content(); at++) {
            if (Letters.fold(text.charAt(at)) == ':') {
                return true;
            }
        }
        return false;
    }

    /** Whether a bullet or a number stands before it on its line. */
    private boolean isListed(Label label) {
        if ((label.look().bit() & LINE_LABELS) == 0) {
            return false;
        }
        for (int at = label.before(); at + 1 < label.start(); at++) {
            char unit = text.charAt(at);
            if (Letters.isDigit(unit) || Markup.isBullet(unit) && Letters.isBlank(text.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean keepsOrder(Label label, int i) {
        int place = label.meaning().place();
        return place > openPlace && place < nextClearPlace(i);
    }

    private int nextClearPlace(int i) {
        ahead = Math.max(ahead, i + 1);
        while (ahead < labels.size()
                && ((labels.get(ahead).look().bit() & CLEAR) == 0
                        || labels.get(ahead).meaning().place() == 0)) {
            ahead++;
        }
        return ahead < labels.size() ? labels.get(ahead).meaning().place() : Integer.MAX_VALUE;
    }

    private boolean hasCompany(Label label, int i) {
        return !openers.isEmpty() || i + 1 < labels.size() && labels.get(i + 1).start() < label.lineEnd();
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
