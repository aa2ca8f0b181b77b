package org.noteworthy.drafts;

/**
 * What a change would do to recorded notes, in numbers.
 *
 * @param notes recorded notes that were judged with and without it
 * @param changed those for which any rule ends otherwise
 * @param newly those that would break a rule which they do not break now
 * @param noLonger those that would no longer break a rule which they break now
 * @param still those that break a rule with and without it
 * @param complete false while it is known of the latest notes only
 */
public record EffectSummary(long notes, long changed, long newly, long noLonger, long still, boolean complete) {

    /** Nothing is recorded, or nothing was asked. */
    public static final EffectSummary NONE = new EffectSummary(0, 0, 0, 0, 0, true);

    /** In a sentence: counts, and no rate. */
    public String told() {
        if (notes == 0) {
            return "No recorded note could be judged, so its effect is not known.";
        }
        return newly + " of " + notes + (complete ? "" : " (the latest)") + " recorded notes newly break a rule, "
                + noLonger + " no longer do.";
    }
}
