package org.noteworthy.audit.change;

/**
 * What a change does to notes that were looked at.
 *
 * @param sentence the same in words, as it was shown
 * @param notes how many notes were looked at
 * @param outOf how many there were
 * @param newly notes that are violated now and were not before
 * @param noLonger notes that were violated before and are not now
 * @param still notes that are violated as before
 */
public record Effect(String sentence, long notes, long outOf, long newly, long noLonger, long still) {
    private static final int LONGEST = 1_000;

    public Effect {
        sentence = Checked.line("The effect of a change", sentence, LONGEST);
        if (notes < 0 || outOf < notes || newly < 0 || noLonger < 0 || still < 0) {
            throw new IllegalArgumentException("No effect has such numbers: " + notes + " of " + outOf + ", " + newly
                    + ", " + noLonger + ", " + still);
        }
    }
}
