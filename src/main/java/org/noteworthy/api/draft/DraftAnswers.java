package org.noteworthy.api.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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
import org.noteworthy.api.answer.draft.DraftPublication;
import org.noteworthy.api.answer.draft.DraftRow;
import org.noteworthy.api.answer.draft.DraftSave;
import org.noteworthy.api.answer.draft.DraftSubmission;
import org.noteworthy.api.answer.draft.DraftTable;
import org.noteworthy.api.answer.draft.EffectSummary;
import org.noteworthy.api.answer.draft.FileDifference;
import org.noteworthy.api.answer.draft.LintFinding;
import org.noteworthy.api.answer.draft.MergeConflict;
import org.noteworthy.api.answer.draft.Person;
import org.noteworthy.api.answer.draft.Rebased;
import org.noteworthy.api.answer.draft.RuleEffect;
import org.noteworthy.authoring.lint.LintDiagnostic;
import org.noteworthy.authoring.lint.Linted;
import org.noteworthy.drafts.Checks;
import org.noteworthy.drafts.Draft;
import org.noteworthy.drafts.Drafts;
import org.noteworthy.drafts.Effect;
import org.noteworthy.drafts.Rebase;
import org.noteworthy.drafts.text.TableRows;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.edition.Diagnostic;

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
                publication == null ? null : publication(publication));
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

    private static DraftPublication publication(Draft.Publication publication) {
        return new DraftPublication(
                publication.id(),
                publication.kind().word(),
                person(publication.by()),
                publication.at(),
                publication.reason(),
                publication.edition(),
                publication.done());
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
                checks.lint().stream().flatMap(DraftAnswers::findings).toList(),
                fixtures == null
                        ? null
                        : new DraftFixtures(
                                fixtures.count(), fixtures.checks(), fixtures.failures(), fixtures.coverage()),
                effect == null || !checks.effectTrouble().isEmpty() ? null : effect(effect),
                checks.effectTrouble().isEmpty() ? null : checks.effectTrouble());
    }

    private static Stream<LintFinding> findings(Linted linted) {
        return linted.diagnostics().stream().map(diagnostic -> finding(linted, diagnostic));
    }

    private static LintFinding finding(Linted linted, LintDiagnostic diagnostic) {
        Diagnostic detail = diagnostic.detail();
        return new LintFinding(
                linted.file(diagnostic),
                detail.line(),
                detail.column(),
                detail.length(),
                diagnostic.code().severity().word(),
                diagnostic.code().word(),
                Characters.wellFormed(detail.sentence()));
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
