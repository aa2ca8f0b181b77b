package org.noteworthy.drafts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The review of drafts: what is handed in is fixed by a digest, and an approval of another digest counts for nothing. */
public final class Reviews {
    private static final int MOST_COMMENTS = 1_000;

    private final Surroundings surroundings;
    private final Drafts drafts;
    private final DraftChecks checks;

    public Reviews(Surroundings surroundings, Drafts drafts, DraftChecks checks) {
        this.surroundings = surroundings;
        this.drafts = drafts;
        this.checks = checks;
    }

    /**
     * Hands a draft in for review.
     *
     * @param digest of the draft as it was seen; null where whoever asks does not say
     */
    public Draft submit(String name, @Nullable String digest, String reason, Person by) {
        String why = Remark.text("The reason of a submission", reason);
        return drafts.store().alone(() -> {
            Draft draft = inState(name, "submitted", DraftState.EDITING);
            checkDigest(draft, digest);
            if (draft.content().equals(draft.base().content())) {
                throw DraftException.conflict("The draft " + name + " changes nothing. Change something first.");
            }
            ReviewPolicy policy = surroundings.policy();
            Draft.Submission submission = new Draft.Submission(by, now(), why, draft.digest());
            Draft submitted = draft.with(new Draft.Review(
                            submission,
                            draft.review().approvals(),
                            draft.review().comments()))
                    .in(policy.approvals() == 0 && policy.gate() == null ? DraftState.APPROVED : DraftState.IN_REVIEW);
            drafts.store().save(submitted);
            return submitted;
        });
    }

    /** Approves what was handed in with that digest; the difference and the effect that it has then stand in the approval. */
    public Draft approve(String name, String digest, String comment, Person by) {
        String said = comment.isBlank() ? "" : Remark.text("The comment of an approval", comment);
        Draft seen = inState(name, "approved", DraftState.IN_REVIEW, DraftState.APPROVED);
        checkMay(seen, digest, by);
        Checks known = checks.all(seen);
        return drafts.store().alone(() -> {
            Draft draft = inState(name, "approved", DraftState.IN_REVIEW, DraftState.APPROVED);
            checkMay(draft, digest, by);
            EffectSummary effect = summary(known);
            Draft.Approval approval = new Draft.Approval(
                    by, now(), said, digest, known.edition(), drafts.differenceDigest(draft), effect, null);
            List<Draft.Approval> approvals = new ArrayList<>(draft.review().approvals());
            approvals.add(approval);
            Draft.Review review = new Draft.Review(
                    draft.review().submission(), approvals, draft.review().comments());
            boolean enough = review.valid().size() >= surroundings.policy().needed(effect);
            Draft approved = draft.with(review).in(enough ? DraftState.APPROVED : DraftState.IN_REVIEW);
            drafts.store().save(approved);
            return approved;
        });
    }

    static EffectSummary summary(Checks known) {
        Effect effect = known.effect();
        return effect == null ? EffectSummary.NONE : effect.summary();
    }

    private void checkMay(Draft draft, String digest, Person by) {
        checkDigest(draft, digest);
        if (!surroundings.policy().authorMayApprove() && changers(draft).contains(by.name())) {
            throw DraftException.forbidden(by.name() + " has changed or submitted the draft " + draft.name()
                    + " and cannot approve it: two people are needed. Ask somebody else.");
        }
        if (draft.review().valid().stream().anyMatch(approval -> approval.by().is(by))) {
            throw DraftException.conflict(by.name() + " has approved the draft " + draft.name() + " already.");
        }
    }

    /** Names of everybody whose work a draft is. */
    private static Set<String> changers(Draft draft) {
        Set<String> changers = new HashSet<>();
        changers.add(draft.author().name());
        draft.history().forEach(save -> changers.add(save.by().name()));
        Draft.Submission submission = draft.review().submission();
        if (submission != null) {
            changers.add(submission.by().name());
        }
        return changers;
    }

    /** Takes a submission back; approvals of it count no longer. */
    public Draft withdraw(String name) {
        return drafts.store().alone(() -> {
            Draft draft = inState(name, "withdrawn", DraftState.IN_REVIEW, DraftState.APPROVED);
            Draft withdrawn = draft.with(draft.review().voided(now())).in(DraftState.EDITING);
            drafts.store().save(withdrawn);
            return withdrawn;
        });
    }

    /** Says something of a draft. */
    public Draft comment(String name, String text, Person by) {
        Draft.Comment comment = new Draft.Comment(by, now(), Remark.text("A comment", text));
        return drafts.store().alone(() -> {
            Draft draft = drafts.find(name);
            List<Draft.Comment> comments = new ArrayList<>(draft.review().comments());
            if (comments.size() >= MOST_COMMENTS) {
                throw DraftException.conflict(
                        "The draft " + name + " has " + MOST_COMMENTS + " comments, the most that it can have.");
            }
            comments.add(comment);
            Draft commented = draft.with(
                    new Draft.Review(draft.review().submission(), draft.review().approvals(), comments));
            drafts.store().save(commented);
            return commented;
        });
    }

    /** Gives a draft up; it stays to be read. */
    public Draft discard(String name) {
        return drafts.store().alone(() -> {
            Draft draft = drafts.open(name);
            Draft discarded = draft.with(draft.review().voided(now())).in(DraftState.DISCARDED);
            drafts.store().save(discarded);
            return discarded;
        });
    }

    private Draft inState(String name, String done, DraftState... states) {
        Draft draft = drafts.open(name);
        if (!List.of(states).contains(draft.state())) {
            throw DraftException.conflict("The draft " + name + " is "
                    + draft.state().word() + ", and only one that is "
                    + String.join(
                            " or ",
                            List.of(states).stream().map(DraftState::word).toList())
                    + " can be " + done + ".");
        }
        return draft;
    }

    private static void checkDigest(Draft draft, @Nullable String digest) {
        if (digest != null && !digest.equals(draft.digest())) {
            throw DraftException.conflict("The draft " + draft.name() + " is not as you have seen it: its digest is "
                    + draft.digest() + " now. Look at it again.");
        }
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}
