package org.noteworthy.notes.parsing;

import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Concerns.Range;

/**
 * Follows the words of CONCERNS and keeps what is claimed of all that is only named there, since much is named to be
 * denied.
 *
 * <p>A denial goes forward, as in "no 3rd party or 1st party concerns", over whatever the tables let stand between, or back
 * to what was named just before, as in "1st party software: none". So what is named waits for the rest of its clause.
 */
final class Denials {
    private boolean natured;
    private @Nullable Range firstParty;
    private @Nullable Range defect;
    private boolean deniesConcerns;
    private boolean saysMore;

    /** What the last word was, as far as the next one depends on it. */
    private enum Last {
        OPENING,
        NEGATION,
        JOINT,
        NATURE,
        CONCERN,
        OTHER
    }

    private enum Answer {
        NOT_YET,
        NONE,
        NEGATION,
        NEGATION_ALONE
    }

    private final Named named = new Named();
    private Last last = Last.OPENING;
    private Answer answer = Answer.NOT_YET;

    /** Whether the answer denies concerns in so many words. */
    private boolean answersOfConcerns;

    /** Whether a denial reaches the next word. */
    private boolean reaching;

    /** Whether only an "or" that is still to come would let the denial reach what was named since. */
    private boolean listing;

    /** Whether the denial that reaches has met a concern. */
    private boolean met;

    /** Whether the denial that reaches has met a nature, which the word for concerns behind it completes. */
    private boolean afterNature;

    /** Whether something was denied in this sentence. */
    private boolean denying;

    /** Whether a negation opened its clause, as an answer does. */
    private boolean opened;

    /** Whether nothing but what is named stands in the clause. */
    private boolean label = true;

    private boolean colon;
    private boolean comma;

    /** Whether what is named stands on an earlier line. */
    private boolean carried;

    /** What is named and neither claimed nor denied yet. */
    private static final class Named {
        private @Nullable String nature;
        private @Nullable Range firstParty;
        private @Nullable Range defect;
        private boolean concern;

        boolean isEmpty() {
            return nature == null && defect == null && !concern;
        }

        void clear() {
            nature = null;
            firstParty = null;
            defect = null;
            concern = false;
        }
    }

    boolean natured() {
        return natured;
    }

    @Nullable
    Range firstParty() {
        return firstParty;
    }

    @Nullable
    Range defect() {
        return defect;
    }

    /** Whether all that is said is that there is nothing. */
    boolean nothing() {
        return deniesConcerns && !saysMore;
    }

    /** A word for the nature of a concern; {@code ofForm} tells whether it is a field's name at the head of its line. */
    void nature(String nature, @Nullable Range firstPartyAt, boolean ofForm) {
        if (carried) {
            if (colon && ofForm) {
                named.clear();
            } else {
                claim();
            }
            restart();
        }
        if (answer == Answer.NONE) {
            answered();
        }
        if (reaching && !listing) {
            if (nature.equals(named.nature)) {
                named.clear();
            } else {
                claim();
            }
            answer = Answer.NOT_YET;
            afterNature = true;
        } else {
            named.nature = nature;
            named.firstParty = named.firstParty == null ? firstPartyAt : named.firstParty;
        }
        last = Last.NATURE;
    }

    void defect(Range at) {
        if (reaching && !listing) {
            concern();
        } else {
            named.defect = named.defect == null ? at : named.defect;
            last = Last.CONCERN;
        }
    }

    void concern() {
        if (reaching && !listing) {
            answersOfConcerns = answer != Answer.NOT_YET;
            deniesConcerns = true;
            met = true;
            listing = afterNature;
        } else if (!listing) {
            named.concern = true;
        }
        last = Last.CONCERN;
    }

    void negation(boolean alone) {
        if (last == Last.NEGATION) {
            other();
            return;
        }
        if (comma || listing) {
            claim();
        }
        if (answer == Answer.NOT_YET) {
            answer = alone ? Answer.NEGATION_ALONE : Answer.NEGATION;
            answersOfConcerns = false;
        }
        opened = last == Last.OPENING;
        denying = true;
        met = false;
        afterNature = false;
        reach(true);
        last = Last.NEGATION;
        carried = false;
    }

    void none() {
        if (last == Last.NEGATION) {
            other();
            return;
        }
        if (listing) {
            claim();
        }
        answer = Answer.NONE;
        reach(false);
        last = Last.OTHER;
        carried = false;
    }

    void any() {
        if (denying) {
            reach(true);
        }
        last = Last.JOINT;
    }

    void definite() {
        if (reaching && !met && last != Last.NEGATION) {
            reach(false);
        }
        beside();
    }

    void beside() {
        if (last == Last.OPENING || last == Last.NEGATION || last == Last.JOINT) {
            last = Last.OTHER;
        }
    }

    void or() {
        if (last == Last.NEGATION && opened) {
            answered();
            last = Last.OPENING;
            return;
        }
        if (listing) {
            named.clear();
            listing = false;
        }
        last = last == Last.OPENING ? Last.OTHER : Last.JOINT;
    }

    void and() {
        if (reaching && last == Last.CONCERN) {
            answered();
            last = Last.JOINT;
        } else {
            or();
        }
    }

    void comma() {
        if (answer == Answer.NONE || answer != Answer.NOT_YET && last != Last.NATURE) {
            answered();
            last = Last.OPENING;
        } else if (reaching) {
            listing = last == Last.NATURE;
            reaching = listing;
            last = Last.JOINT;
        } else {
            comma = !named.isEmpty();
        }
    }

    /** A colon, a dash or so: what is named before it may be answered after it. */
    void separator() {
        if (answer != Answer.NOT_YET || reaching || named.isEmpty()) {
            answered();
        } else {
            colon = true;
            comma = false;
        }
        last = Last.OPENING;
    }

    /** A dash where the answer belongs. */
    void dash() {
        if (colon && answer == Answer.NOT_YET && last == Last.OPENING) {
            answer = Answer.NONE;
        } else {
            separator();
        }
    }

    /** An empty box: it denies what follows, if it is the first or nothing is named yet, and else what is named. */
    void box(boolean first) {
        if (first || named.isEmpty()) {
            end();
            negation(false);
        } else {
            none();
        }
    }

    /** A workload or the vendor is named, which a denial may go on from and not end with. */
    void product() {
        answer = answer == Answer.NEGATION_ALONE ? Answer.NEGATION : answer;
        label &= answer != Answer.NEGATION;
        beside();
    }

    /** An Insight is named: it says neither that there is a concern nor that there is none. */
    void insight() {
        claim();
        restart();
        label = false;
        last = Last.OTHER;
    }

    /** A word that is in no table: it takes part in no denial. */
    void other() {
        saysMore = true;
        insight();
    }

    /** The end of a line; {@code wrapped} tells whether the next one may go on with the same sentence. */
    void lineEnd(boolean wrapped, boolean formFollows) {
        boolean awaiting = label && answer == Answer.NOT_YET && !named.isEmpty() && !comma && !reaching;
        if (awaiting) {
            carried = true;
            last = Last.OPENING;
        } else if (wrapped && !formFollows && reaching && goesOn()) {
            listing |= last == Last.NATURE;
            last = last == Last.NEGATION ? Last.NEGATION : Last.JOINT;
        } else {
            boolean stillDenying = denying && wrapped;
            end();
            denying = stillDenying;
        }
    }

    private boolean goesOn() {
        return last != Last.CONCERN && (last != Last.NEGATION || !opened);
    }

    void end() {
        answered();
        denying = false;
        label = true;
        last = Last.OPENING;
    }

    /** The clause is over, or a part of it that has its answer. */
    private void answered() {
        boolean alone = answer == Answer.NONE
                || answer == Answer.NEGATION_ALONE && !answersOfConcerns
                || answer == Answer.NEGATION && !answersOfConcerns && label && named.isEmpty();
        boolean denied = !listing
                && switch (answer) {
                    case NOT_YET -> false;
                    case NONE -> true;
                    case NEGATION, NEGATION_ALONE ->
                        answersOfConcerns
                                ? colon || named.defect == null
                                : alone || colon && label && named.defect == null && !named.concern;
                };
        deniesConcerns |= alone;
        if (denied) {
            named.clear();
        } else {
            claim();
        }
        restart();
    }

    private void claim() {
        saysMore |= !named.isEmpty();
        natured |= named.nature != null;
        firstParty = firstParty == null ? named.firstParty : firstParty;
        defect = defect == null ? named.defect : defect;
        named.clear();
        comma = false;
    }

    private void restart() {
        answer = Answer.NOT_YET;
        answersOfConcerns = false;
        colon = false;
        comma = false;
        carried = false;
        reach(false);
    }

    private void reach(boolean on) {
        reaching = on;
        listing = false;
    }
}
