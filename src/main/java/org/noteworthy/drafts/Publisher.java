package org.noteworthy.drafts;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.change.PolicyChanges;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.drafts.Draft.Publication;
import org.noteworthy.drafts.Draft.Publication.Kind;
import org.noteworthy.failure.UserException;
import org.noteworthy.playbooks.Library;
import org.noteworthy.report.Words;

/**
 * Puts drafts in force. First the draft says that it is being published and the new edition is laid ready, then the audit log
 * is written, then one renaming counts; a publication that is broken off is ended, or taken back where the audit log does
 * not know of it, by {@link #recover}.
 */
public final class Publisher {
    private static final Logger LOG = Logger.getLogger("noteworthy.drafts");

    private static final int MOST_TRIES = 5;

    private final Surroundings surroundings;
    private final Drafts drafts;
    private final DraftChecks checks;
    private final Rebase rebase;
    private final RulesFolder.KillPoint killPoint;

    public Publisher(Surroundings surroundings, Drafts drafts, DraftChecks checks) {
        this(surroundings, drafts, checks, RulesFolder.KillPoint.NONE);
    }

    Publisher(Surroundings surroundings, Drafts drafts, DraftChecks checks, RulesFolder.KillPoint killPoint) {
        this.surroundings = surroundings;
        this.drafts = drafts;
        this.checks = checks;
        this.killPoint = killPoint;
        rebase = new Rebase(drafts);
    }

    /**
     * Puts a draft in force.
     *
     * @param inForceFrom day from which whoever publishes believes it to be in force; null where they do not say
     */
    public Draft publish(String name, String reason, @Nullable String inForceFrom, Person by) {
        String why = Remark.reason("The reason of a publication", reason);
        checks.all(drafts.open(name)); // while others may publish
        return drafts.rules().alone(() -> {
            recoverAlone();
            Draft draft = drafts.open(name);
            Checks known = checks.all(draft);
            checkReady(draft, known, inForceFrom);
            return putInForce(draft, known.becomes(), Kind.PUBLISHED, why, by, Reviews.summary(known));
        });
    }

    private void checkReady(Draft draft, Checks known, @Nullable String inForceFrom) {
        String name = draft.name();
        Draft.Submission submission = draft.review().submission();
        if (submission == null || draft.state() == DraftState.EDITING) {
            throw DraftException.conflict("The draft " + name + " is not submitted. Submit it first.");
        }
        if (!submission.digest().equals(draft.digest())) {
            throw DraftException.conflict("The draft " + name + " is not what was submitted. Submit it again.");
        }
        if (inForceFrom != null && !inForceFrom.equals(known.becomes())) {
            throw DraftException.conflict("The draft " + name + " is in force from " + known.becomes()
                    + ", as its playbook.yaml says and as it was reviewed, and not from " + inForceFrom
                    + ". Change inForceFrom there, and submit it again.");
        }
        checkBase(draft, known);
        if (known.errors() > 0) {
            throw DraftException.conflict("The draft " + name + " has " + Words.count(known.errors(), "error")
                    + ". Correct what lint says, and submit it again.");
        }
        if (!known.pass()) {
            int failures =
                    known.fixtures() == null ? 0 : known.fixtures().failures().size();
            throw DraftException.conflict(Words.count(failures, "fixture") + (failures == 1 ? " is" : " are")
                    + " not as expected under the draft " + name
                    + ". Correct the rules or the fixtures, and submit it again.");
        }
        checkApprovals(draft, known);
    }

    private void checkBase(Draft draft, Checks known) {
        Rebase.BaseNow base = rebase.baseNow(draft);
        if (base.hasMoved()) {
            throw DraftException.conflict("The edition " + draft.base().edition()
                    + (base.gone()
                            ? " of which the draft " + draft.name() + " is a copy is not there any more."
                            : " has changed since the draft " + draft.name() + " was made: "
                                    + String.join(", ", base.moved()) + ".")
                    + " Nothing was published. Rebase the draft, and submit it again.");
        }
        boolean another = !known.becomes().equals(draft.base().edition());
        if (another && drafts.now(known.becomes()).isPresent()) {
            throw DraftException.conflict("There is an edition " + known.becomes() + " already, and the draft "
                    + draft.name() + " is a copy of " + draft.base().edition()
                    + ". Make a draft of that edition, or change inForceFrom.");
        }
    }

    private void checkApprovals(Draft draft, Checks known) {
        EffectSummary effect = Reviews.summary(known);
        ReviewPolicy policy = surroundings.policy();
        List<Draft.Approval> valid = draft.review().valid();
        Optional<Draft.Approval> other = valid.stream()
                .filter(approval -> !approval.edition().equals(known.edition()))
                .findFirst();
        if (other.isPresent()) {
            throw DraftException.conflict(
                    other.get().by().name() + " has approved " + other.get().edition()
                            + ", and the draft " + draft.name() + " would judge as " + known.edition()
                            + " now, since an edition that it extends has changed. Withdraw it, and submit it again.");
        }
        int needed = policy.needed(effect);
        if (valid.size() < needed) {
            throw DraftException.conflict("The draft " + draft.name() + " needs " + Words.count(needed, "approval")
                    + policy.why(effect) + " and has " + valid.size() + ".");
        }
    }

    /** Whether an edition, or the waivers, are still as the publication of a draft made them. */
    public boolean isInForce(Draft draft) {
        Publication publication = draft.publication();
        if (publication == null || !publication.done()) {
            return false;
        }
        try {
            SortedMap<String, byte[]> now = drafts.now(publication.edition()).orElseGet(TreeMap::new);
            return Content.of(now).digest().equals(draft.content().ofEdition().digest());
        } catch (DraftException e) { // nobody published what cannot be read
            return false;
        }
    }

    /** Puts a draft in force, whatever it is to do, and tells the audit log why. */
    Draft putInForce(Draft draft, String edition, Kind kind, String reason, Person by, EffectSummary effect) {
        PolicyChanges log = log();
        boolean staged = kind != Kind.REMOVED && !draft.ofWaivers();
        try (Preview preview = new Preview(surroundings.cache())) {
            FolderReading read = read();
            checkStill(draft, edition, read);
            Library then = kind == Kind.REMOVED
                    ? preview.without(drafts.rules(), edition)
                    : preview.of(drafts.rules(), edition, drafts.editionFiles(draft));
            Publication publication = new Publication(
                    Generators.timeBasedEpochGenerator().generate().toString(),
                    kind,
                    by,
                    now(),
                    reason,
                    edition,
                    before(draft, edition),
                    false);
            Draft publishing = begun(draft, publication);
            killPoint.at("journal");
            try {
                if (staged) {
                    drafts.rules().stage(edition, drafts.editionFiles(draft));
                }
                new ChangeEntries(drafts, publishing, effect).write(log, read, then);
                killPoint.at("recorded");
                return carryOut(publishing);
            } catch (AuditException | DraftException e) {
                return settled(publishing, e);
            }
        }
    }

    /**
     * The rules folder read anew, since the library that judges may be a moment behind; with the editions' own files, and
     * the folder read again behind them, so that digests and files are those of one moment.
     */
    private FolderReading read() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Library library = Library.open(drafts.rules().path(), surroundings.cache());
            Map<String, SortedMap<String, byte[]>> own = own(library);
            if (Library.open(drafts.rules().path(), surroundings.cache()).hasFilesOf(library)) {
                return new FolderReading(library, own);
            }
        }
        throw DraftException.conflict(
                "The rules folder is being changed at this very moment. Nothing was published. Try again.");
    }

    /** The files of each edition that can be read, and the waivers: one that cannot keeps no other from being published. */
    private Map<String, SortedMap<String, byte[]>> own(Library library) {
        Map<String, SortedMap<String, byte[]>> own = new TreeMap<>();
        for (String version : library.versions()) {
            try {
                drafts.now(version).ifPresent(files -> own.put(version, files));
            } catch (DraftException e) {
                LOG.fine("The files of " + version + " are left out: " + e.sentence());
            }
        }
        drafts.now(Draft.WAIVERS).ifPresent(files -> own.put(Draft.WAIVERS, files));
        return own;
    }

    /** Nothing is recorded of a publication that cannot come into force any more. */
    private static void checkStill(Draft draft, String edition, FolderReading read) {
        boolean same = !edition.equals(draft.base().edition())
                || Content.of(read.own(edition))
                        .digest()
                        .equals(draft.base().content().ofEdition().digest());
        if (!same) {
            throw DraftException.conflict("The edition " + edition
                    + " was changed by somebody else at this very moment, and stays as they left it. Nothing was published."
                    + " Look at what they did, and try again.");
        }
    }

    /** {@link Content#digest} of what may be replaced: what the draft was made of, and nothing where it becomes another. */
    private static @Nullable String before(Draft draft, String edition) {
        Content base = draft.base().content().ofEdition();
        boolean nothing = base.files().isEmpty() && !draft.ofWaivers();
        return edition.equals(draft.base().edition()) && !nothing ? base.digest() : null;
    }

    /** The draft as it says that it is being published; refused where it was changed since it was looked at. */
    private Draft begun(Draft seen, Publication publication) {
        return drafts.store().alone(() -> {
            Draft draft = drafts.open(seen.name());
            boolean same = draft.state() == seen.state()
                    && draft.digest().equals(seen.digest())
                    && draft.base().equals(seen.base())
                    && draft.review().valid().equals(seen.review().valid());
            if (!same) {
                throw DraftException.conflict("The draft " + seen.name()
                        + " was changed at this very moment. Nothing was published. Look at it again.");
            }
            Draft publishing = draft.with(publication);
            drafts.store().save(publishing);
            return publishing;
        });
    }

    /** What comes of a publication that failed: it is taken back, or ended where the audit log knows of it already. */
    private Draft settled(Draft publishing, UserException failure) {
        try {
            if (isBrokenOff(drafts.find(publishing.name()))) {
                recover(publishing);
            }
        } catch (AuditException | DraftException e) { // recover() tries it again
            failure.addSuppressed(e);
        }
        Draft draft = drafts.find(publishing.name());
        if (draft.state() != DraftState.PUBLISHED) {
            throw failure;
        }
        return draft;
    }

    /** The renaming, and what follows it. */
    private Draft carryOut(Draft draft) {
        Publication publication = publication(draft);
        String edition = publication.edition();
        RulesFolder rules = drafts.rules();
        if (draft.ofWaivers()) {
            if (!Objects.equals(digestNow(edition), publication.before())) {
                return takeBack(draft, true);
            }
            SortedMap<String, byte[]> files = drafts.editionFiles(draft);
            byte[] waivers = files.get(Draft.WAIVERS);
            if (waivers == null) {
                rules.removeBeside(Draft.WAIVERS);
            } else {
                rules.putBeside(Draft.WAIVERS, waivers);
            }
        } else if (publication.kind() == Kind.REMOVED) {
            rules.remove(edition);
        } else {
            rules.putInForce(edition);
        }
        return finish(draft);
    }

    /** What follows the renaming: nothing that somebody changed at the last moment is thrown away. */
    private Draft finish(Draft draft) {
        Publication publication = publication(draft);
        RulesFolder rules = drafts.rules();
        if (!draft.ofWaivers()) {
            rules.tidyUp(publication.edition());
            if (rules.isRetiredOtherThan(publication.edition(), publication.before())) {
                rules.putBack(publication.edition());
                return takeBack(draft, true);
            }
            rules.forgetRetired(publication.edition());
        }
        putFixtures(draft);
        killPoint.at("fixtures");
        Draft published = drafts.store().alone(() -> {
            Draft done = drafts.find(draft.name()).with(publication.finished()).in(DraftState.PUBLISHED);
            drafts.store().save(done);
            return done;
        });
        LOG.info("The draft " + draft.name() + " was put in force as " + publication.edition() + " by "
                + publication.by().name());
        return published;
    }

    /** Fixtures judge nothing, so they may follow one by one. */
    private void putFixtures(Draft draft) {
        for (FileDifference difference : drafts.difference(draft)) {
            if (Content.isFixture(difference.path())) {
                new FixtureFiles(surroundings.fixtures())
                        .put(
                                difference.path(),
                                draft.content()
                                        .hash(difference.path())
                                        .map(hash -> drafts.file(draft, difference.path())));
            }
        }
    }

    private Draft takeBack(Draft draft, boolean recorded) {
        Publication publication = publication(draft);
        if (recorded) {
            new ChangeEntries(drafts, draft, EffectSummary.NONE).abandon(log(), read());
        }
        Draft back = drafts.store().alone(() -> {
            Draft open = drafts.find(draft.name()).withoutPublication();
            drafts.store().save(open);
            return open;
        });
        if (recorded) {
            throw DraftException.conflict("The edition " + publication.edition()
                    + " was changed by somebody else at the very moment, and stays as they left it. Nothing was published."
                    + " Rebase the draft, and submit it again.");
        }
        return back;
    }

    /** Ends publications that were broken off. What cannot be ended now, since the audit log is out of reach, stays. */
    public void recover() {
        if (drafts.all().drafts().stream().anyMatch(Publisher::isBrokenOff)) {
            drafts.rules().alone(() -> {
                recoverAlone();
                return null;
            });
        }
    }

    /** Whether any publication was broken off. */
    public boolean hasBrokenOff() {
        return drafts.all().drafts().stream().anyMatch(Publisher::isBrokenOff);
    }

    private static boolean isBrokenOff(Draft draft) {
        Publication publication = draft.publication();
        return publication != null && !publication.done();
    }

    /** As {@link #recover}, where the rules folder is held already. */
    void recoverAlone() {
        for (Draft draft : drafts.all().drafts()) {
            if (isBrokenOff(draft)) {
                try {
                    recover(draft);
                } catch (DraftException e) {
                    LOG.warning(
                            "The publication of " + draft.name() + " was broken off and is not ended: " + e.sentence());
                }
            }
        }
    }

    private void recover(Draft draft) {
        Publication publication = publication(draft);
        String edition = publication.edition();
        boolean recorded = log().find(publication.id()).isPresent();
        if (!draft.ofWaivers()) {
            drafts.rules().tidyUp(edition);
        }
        if (!recorded) {
            takeBack(draft, false);
            return;
        }
        @Nullable String there = digestNow(edition);
        @Nullable
        String wanted = publication.kind() == Kind.REMOVED && !draft.ofWaivers()
                ? null
                : draft.content().ofEdition().digest();
        if (Objects.equals(there, wanted)) {
            finish(draft);
        } else if (Objects.equals(there, publication.before())) {
            if (publication.kind() != Kind.REMOVED && !draft.ofWaivers()) {
                drafts.rules().stage(edition, drafts.editionFiles(draft));
            }
            carryOut(draft);
        } else {
            takeBack(draft, true);
        }
    }

    private @Nullable String digestNow(String edition) {
        return drafts.now(edition).map(files -> Content.of(files).digest()).orElse(null);
    }

    private static Publication publication(Draft draft) {
        Publication publication = draft.publication();
        if (publication == null) {
            throw new IllegalStateException("The draft " + draft.name() + " is not being published");
        }
        return publication;
    }

    PolicyChanges log() {
        AuditDatabase audit = surroundings
                .audit()
                .orElseThrow(() -> DraftException.conflict("Nothing is recorded here (noteworthy.audit.enabled is"
                        + " false), and nothing is published that the audit log does not tell of."));
        return new PolicyChanges(audit, surroundings.key());
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}
