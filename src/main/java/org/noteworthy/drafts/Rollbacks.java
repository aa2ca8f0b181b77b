package org.noteworthy.drafts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.change.ChangeKind;
import org.noteworthy.audit.change.PolicyChange;
import org.noteworthy.audit.change.PolicyChanges;
import org.noteworthy.audit.change.RecordedChange;
import org.noteworthy.drafts.Draft.Publication.Kind;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;

/**
 * Puts an earlier state of the policy in force again, as the audit log keeps it. What was changed by hand since the last
 * change that came into force is nobody's to throw away.
 */
public final class Rollbacks {
    private static final int LOOKED_AT = 20;

    private final Surroundings surroundings;
    private final Drafts drafts;
    private final Publisher publisher;

    public Rollbacks(Surroundings surroundings, Drafts drafts, Publisher publisher) {
        this.surroundings = surroundings;
        this.drafts = drafts;
        this.publisher = publisher;
    }

    /**
     * Puts an earlier state of an edition, or of the waivers, in force again.
     *
     * @param digest that it had then, as the policy changes in the audit log name it; null to take it out of force
     */
    public Draft rollBack(String edition, @Nullable String digest, String reason, Person by) {
        String why = Remark.reason("The reason of a rollback", reason);
        return drafts.rules().alone(() -> {
            publisher.recoverAlone();
            return putBack(edition, digest, why, by);
        });
    }

    /**
     * Takes a publication back: what it changed is in force again as it was before, unless it was changed once more.
     *
     * @param id of the publication
     */
    public Draft undo(String id, String reason, Person by) {
        String why = Remark.reason("The reason of a rollback", reason);
        return drafts.rules().alone(() -> {
            publisher.recoverAlone();
            PolicyChanges log = publisher.log();
            PolicyChange change = log.find(id)
                    .orElseThrow(() -> DraftException.unknown("No policy change has the id \"" + Remark.shown(id)
                            + "\". The policy changes of the audit log list them."))
                    .change();
            PolicyChange last = latest(change.edition(), log).orElse(change);
            if (!last.id().equals(change.id())) {
                throw DraftException.conflict("The edition " + change.edition() + " was changed last "
                        + (last.draft() == null ? "by another change" : "by the draft " + last.draft())
                        + " and not by that publication. Nothing was changed. Undo that one first, or roll the edition"
                        + " back to a digest.");
            }
            return putBack(change.edition(), change.fromDigest(), why, by);
        });
    }

    private Draft putBack(String edition, @Nullable String digest, String why, Person by) {
        SortedMap<String, byte[]> now = drafts.now(edition).orElseGet(TreeMap::new);
        PolicyChanges log = publisher.log();
        if (now.isEmpty()
                && !edition.equals(Draft.WAIVERS)
                && (digest == null || latest(edition, log).isEmpty())) {
            throw DraftException.unknown("There is no edition \"" + Remark.shown(edition) + "\" to roll back.");
        }
        checkKnown(edition, now, log);
        SortedMap<String, byte[]> files = digest == null
                ? new TreeMap<>()
                : log.files(edition, digest)
                        .orElseThrow(() -> DraftException.unknown("No policy change of " + edition
                                + " names the digest " + Remark.shown(digest)
                                + ". The policy changes of the audit log list them."));
        if (Content.of(files).equals(Content.of(now))) {
            throw DraftException.conflict("The edition " + edition + " is that already. Nothing was changed.");
        }
        if (digest == null && !edition.equals(Draft.WAIVERS)) {
            checkNotLast(edition);
        }
        Draft draft = copy(edition, now, files, by);
        Kind kind = files.isEmpty() ? Kind.REMOVED : Kind.ROLLED_BACK;
        try {
            if (kind == Kind.ROLLED_BACK) {
                checkHolds(draft, digest);
            }
            return publisher.putInForce(draft, edition, kind, why, by, EffectSummary.NONE);
        } catch (DraftException e) {
            discard(draft);
            throw e;
        }
    }

    /** Nobody began the draft of a rollback that is refused, and nobody goes on with it. */
    private void discard(Draft draft) {
        drafts.store().alone(() -> {
            Draft left = drafts.find(draft.name());
            if (left.publication() == null) {
                drafts.store().save(left.in(DraftState.DISCARDED));
            }
            return left;
        });
    }

    /** The last change of an edition that came into force: one that was abandoned never did. */
    private static Optional<PolicyChange> latest(String edition, PolicyChanges log) {
        Set<String> abandoned = new HashSet<>();
        Long before = null;
        while (true) {
            List<RecordedChange> some = log.all(edition, LOOKED_AT, before);
            for (RecordedChange each : some) {
                PolicyChange change = each.change();
                if (change.kind() == ChangeKind.ABANDONED) {
                    abandoned.add(change.id());
                } else if (!abandoned.contains(ChangeEntries.abandonment(change.id()))) {
                    return Optional.of(change);
                }
                before = each.seq();
            }
            if (some.size() < LOOKED_AT) {
                return Optional.empty();
            }
        }
    }

    /** What was changed by hand since the last policy change is nobody's to throw away. */
    private static void checkKnown(String edition, SortedMap<String, byte[]> now, PolicyChanges log) {
        SortedMap<String, String> hashes = PolicyChange.hashed(now);
        boolean known =
                latest(edition, log).filter(last -> last.files().equals(hashes)).isPresent();
        if (!known) {
            throw DraftException.conflict("The edition " + edition
                    + " was changed by hand since it was last published, or was never published. Nothing was changed."
                    + " Make a draft of it.");
        }
    }

    private void checkNotLast(String edition) {
        List<String> editions =
                Library.open(drafts.rules().path(), surroundings.cache()).versions();
        if (editions.equals(List.of(edition))) {
            throw DraftException.conflict("The edition " + edition
                    + " is the only one, and without it no note could be judged. Nothing was changed.");
        }
    }

    private void checkHolds(Draft draft, @Nullable String digest) {
        try (Preview preview = new Preview(surroundings.cache())) {
            CheckRun.Linting linting = new CheckRun(surroundings, drafts, preview).lint(draft);
            String edition = linting.checks().becomes();
            if (!draft.ofWaivers() && linting.then().compilation(edition) instanceof Compilation.Refused refused) {
                throw DraftException.conflict("This version of noteworthy does not take " + edition + " as it was: "
                        + refused.diagnostics().get(0));
            }
            if (!draft.ofWaivers() && !linting.checks().edition().equals(digest)) {
                throw DraftException.conflict(
                        "The edition " + edition + " would judge as "
                                + linting.checks().edition()
                                + " and not as it did, since an edition that it extends has changed. Roll that one back first.");
            }
        }
    }

    /** A draft that holds an earlier state, so that it is put in force as any other. */
    private Draft copy(String edition, SortedMap<String, byte[]> now, SortedMap<String, byte[]> files, Person by) {
        return drafts.store().alone(() -> {
            String stem = "rollback-" + (edition.equals(Draft.WAIVERS) ? "waivers" : edition) + "-";
            int number = 1;
            while (drafts.store().exists(stem + number)) {
                number++;
            }
            String name = stem + number;
            now.values().forEach(content -> drafts.store().keep(name, content));
            files.values().forEach(content -> drafts.store().keep(name, content));
            Draft draft = new Draft(
                    name,
                    "Roll " + edition + " back",
                    by,
                    surroundings.clock().instant(),
                    new Draft.Base(edition, Content.of(now)),
                    DraftState.APPROVED,
                    Content.of(files),
                    List.of(),
                    Draft.Review.NONE,
                    null);
            drafts.store().save(draft);
            return draft;
        });
    }
}
