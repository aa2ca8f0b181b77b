package org.noteworthy.api.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.answer.draft.DraftApproval;
import org.noteworthy.api.answer.draft.DraftBase;
import org.noteworthy.api.answer.draft.DraftChecks;
import org.noteworthy.api.answer.draft.DraftComment;
import org.noteworthy.api.answer.draft.DraftDifference;
import org.noteworthy.api.answer.draft.DraftEffect;
import org.noteworthy.api.answer.draft.DraftEntry;
import org.noteworthy.api.answer.draft.DraftFile;
import org.noteworthy.api.answer.draft.DraftFixtures;
import org.noteworthy.api.answer.draft.DraftLint;
import org.noteworthy.api.answer.draft.DraftPublication;
import org.noteworthy.api.answer.draft.DraftRow;
import org.noteworthy.api.answer.draft.DraftSave;
import org.noteworthy.api.answer.draft.DraftSubmission;
import org.noteworthy.api.answer.draft.DraftTable;
import org.noteworthy.api.answer.draft.EffectSummary;
import org.noteworthy.api.answer.draft.FileDifference;
import org.noteworthy.api.answer.draft.FileStates;
import org.noteworthy.api.answer.draft.MergeConflict;
import org.noteworthy.api.answer.draft.Person;
import org.noteworthy.api.answer.draft.Rebased;
import org.noteworthy.api.answer.draft.RuleEffect;
import org.noteworthy.drafts.Checks;
import org.noteworthy.drafts.Draft;
import org.noteworthy.drafts.Drafts;
import org.noteworthy.drafts.Effect;
import org.noteworthy.drafts.Rebase;
import org.noteworthy.drafts.text.TableRows;
import org.noteworthy.drafts.text.ThreeWay;
import org.noteworthy.notes.text.Characters;

/** Drafts as calls answer them. */
final class DraftAnswers {
    private final DraftDesk desk;

    DraftAnswers(DraftDesk desk) {
        this.desk = desk;
    }

    /** All of them, with those that cannot be read. */
    org.noteworthy.api.answer.draft.Drafts all(Drafts.Listing listing, @Nullable String state) {
        Rebase.Moves moves = desk.rebase().moves();
        return new org.noteworthy.api.answer.draft.Drafts(
                listing.drafts().stream()
                        .filter(draft -> state == null || draft.state().word().equals(state))
                        .map(draft -> entry(draft, moves.of(draft)))
                        .toList(),
                listing.damaged());
    }

    private static DraftEntry entry(Draft draft, boolean moved) {
        List<Draft.Save> saves = draft.history();
        return new DraftEntry(
                draft.name(),
                draft.title(),
                draft.state().word(),
                draft.base().edition(),
                person(draft.author()),
                draft.created(),
                saves.isEmpty() ? draft.created() : saves.get(saves.size() - 1).at(),
                moved,
                draft.digest());
    }

    /** One draft as a whole. */
    org.noteworthy.api.answer.draft.Draft one(Draft draft) {
        Rebase.BaseNow base = draft.state().isOpen() ? desk.rebase().baseNow(draft) : Rebase.BaseNow.UNMOVED;
        Draft.Submission submission = draft.review().submission();
        Draft.Publication publication = draft.publication();
        return new org.noteworthy.api.answer.draft.Draft(
                draft.name(),
                draft.title(),
                draft.state().word(),
                draft.digest(),
                person(draft.author()),
                draft.created(),
                new DraftBase(draft.base().edition(), draft.base().content().digest(), base.moved(), base.gone()),
                files(draft),
                deleted(draft),
                draft.history().stream().map(DraftAnswers::save).toList(),
                submission == null
                        ? null
                        : new DraftSubmission(
                                person(submission.by()), submission.at(), submission.reason(), submission.digest()),
                draft.review().approvals().stream().map(DraftAnswers::approval).toList(),
                draft.review().comments().stream()
                        .map(comment -> new DraftComment(person(comment.by()), comment.at(), comment.text()))
                        .toList(),
                publication == null
                        ? null
                        : publication(publication, desk.publisher().isInForce(draft)));
    }

    private static List<DraftFile> files(Draft draft) {
        List<DraftFile> files = new ArrayList<>();
        draft.content().files().forEach((path, hash) -> {
            Optional<String> before = draft.base().content().hash(path);
            String change = before.isEmpty() ? "added" : before.get().equals(hash) ? "none" : "changed";
            files.add(new DraftFile(path, hash, change));
        });
        return files;
    }

    private static List<String> deleted(Draft draft) {
        return draft.base().content().files().keySet().stream()
                .filter(path -> draft.content().hash(path).isEmpty())
                .toList();
    }

    private static DraftSave save(Draft.Save save) {
        return new DraftSave(
                save.number(),
                save.at(),
                person(save.by()),
                save.changes().stream().map(Draft.FileChange::path).toList(),
                save.digest());
    }

    private static DraftApproval approval(Draft.Approval approval) {
        return new DraftApproval(
                person(approval.by()),
                approval.at(),
                approval.comment(),
                approval.digest(),
                approval.edition(),
                approval.difference(),
                summary(approval.effect()),
                approval.voided());
    }

    private static DraftPublication publication(Draft.Publication publication, boolean inForce) {
        return new DraftPublication(
                publication.id(),
                publication.kind().word(),
                person(publication.by()),
                publication.at(),
                publication.reason(),
                publication.edition(),
                publication.done(),
                inForce);
    }

    private static Person person(org.noteworthy.drafts.Person person) {
        return new Person(person.name(), person.verified());
    }

    private static EffectSummary summary(org.noteworthy.drafts.EffectSummary effect) {
        return new EffectSummary(
                effect.notes(), effect.changed(), effect.newly(), effect.noLonger(), effect.still(), effect.complete());
    }

    /** How a draft differs from its base. */
    DraftDifference difference(Draft draft) {
        return new DraftDifference(
                draft.digest(),
                desk.all().difference(draft).stream()
                        .map(each ->
                                new FileDifference(each.path(), each.kind(), Characters.wellFormed(each.unified())))
                        .toList());
    }

    /** What came of putting a draft onto its base. */
    Rebased rebased(Rebase.Result result) {
        return new Rebased(
                one(result.draft()),
                result.conflicts().stream()
                        .map(conflict -> new MergeConflict(conflict.path(), conflict.marked()))
                        .toList());
    }

    /** A table as a grid. */
    static DraftTable table(String path, String digest, TableRows rows) {
        return new DraftTable(
                path,
                digest,
                rows.columns(),
                rows.rows().stream()
                        .map(row -> new DraftRow(row.number(), row.line(), row.cells(), row.hash()))
                        .toList());
    }

    /** A file in its three states. */
    static FileStates states(String path, Rebase.ThreeStates states) {
        ThreeWay merged = states.merged();
        return new FileStates(
                path,
                shown(states.base()),
                shown(states.mine()),
                shown(states.theirs()),
                !Objects.equals(states.base(), states.theirs()),
                shown(merged.merged().orElse(null)),
                Characters.wellFormed(merged.marked("this draft", "the rules folder")));
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : Characters.wellFormed(text);
    }

    /** What lint says of a text that is not saved. */
    static DraftLint lint(Checks checks) {
        return new DraftLint(checks.digest(), checks.becomes(), checks.changes(), LintAnswers.of(checks.lint()));
    }

    /** What is known of a draft. */
    DraftChecks checks(Checks checks) {
        Effect effect = checks.effect();
        Checks.Fixtures fixtures = checks.fixtures();
        return new DraftChecks(
                checks.digest(),
                checks.becomes(),
                checks.edition(),
                checks.at(),
                checks.running(),
                checks.pass(),
                desk.policy().needed(effect == null ? org.noteworthy.drafts.EffectSummary.NONE : effect.summary()),
                checks.changes(),
                LintAnswers.of(checks.lint()),
                fixtures == null
                        ? null
                        : new DraftFixtures(
                                fixtures.count(), fixtures.checks(), fixtures.failures(), fixtures.coverage()),
                effect == null || !checks.effectTrouble().isEmpty() ? null : effect(effect),
                checks.effectTrouble().isEmpty() ? null : checks.effectTrouble());
    }

    /** What a change does to notes. */
    static DraftEffect effect(Effect effect) {
        SortedMap<String, RuleEffect> rules = new TreeMap<>();
        effect.rules()
                .forEach((rule, counts) -> rules.put(
                        rule, new RuleEffect(counts.newly(), counts.noLonger(), counts.still(), counts.examples())));
        return new DraftEffect(summary(effect.summary()), rules, effect.failed(), effect.withoutNote());
    }
}
