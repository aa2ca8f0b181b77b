package org.noteworthy.drafts;

import org.jspecify.annotations.Nullable;

/**
 * What has to happen to a draft before it may be published.
 *
 * @param approvals how many people have to approve it
 * @param authorMayApprove whether people may approve what they have changed or submitted themselves
 * @param gate when more have to; null for never
 */
public record ReviewPolicy(
        int approvals, boolean authorMayApprove, @Nullable Gate gate) {
    private static final int MOST = 20;

    public ReviewPolicy {
        if (approvals < 0 || approvals > MOST) {
            throw DraftException.invalid("The number of approvals is from 0 to " + MOST + ", not " + approvals + ".");
        }
    }

    /**
     * A gate: who wants to change what so many notes come to needs more approvals.
     *
     * @param percent the share of recorded notes that may newly break a rule, in percent
     * @param approvals how many people more have to approve what is above it
     */
    public record Gate(double percent, int approvals) {
        public Gate {
            if (!(percent >= 0 && percent <= 100) || approvals < 1 || approvals > MOST) {
                throw DraftException.invalid(
                        "The gate is a share of 0 to 100 percent and 1 to " + MOST + " more approvals.");
            }
        }

        /** Whether that effect is above the gate; one that is not known is. */
        boolean isAbove(EffectSummary effect) {
            return effect.notes() == 0 || effect.newly() * 100.0 > percent * effect.notes();
        }

        String told() {
            return "more than " + (percent == Math.rint(percent) ? String.valueOf((long) percent) : percent)
                    + " % of the recorded notes would newly break a rule, or its effect is not known";
        }
    }

    /** How many approvals a change of that effect needs. */
    public int needed(EffectSummary effect) {
        Gate above = gate;
        return approvals + (above != null && above.isAbove(effect) ? above.approvals() : 0);
    }

    /** Why so many approvals are needed, as the end of a sentence; empty where the gate adds none. */
    String why(EffectSummary effect) {
        Gate above = gate;
        return above != null && above.isAbove(effect)
                ? " (" + above.approvals() + " of them because " + above.told() + ")"
                : "";
    }
}
