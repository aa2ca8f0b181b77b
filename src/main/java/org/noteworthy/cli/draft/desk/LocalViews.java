package org.noteworthy.cli.draft.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.lint.LintDiagnostic;
import org.noteworthy.authoring.lint.Linted;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.draft.view.DraftList;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.draft.view.EffectCounts;
import org.noteworthy.cli.draft.view.EffectView;
import org.noteworthy.cli.draft.view.PersonView;
import org.noteworthy.cli.draft.view.TableView;
import org.noteworthy.drafts.Checks;
import org.noteworthy.drafts.Draft;
import org.noteworthy.drafts.Effect;
import org.noteworthy.drafts.EffectSummary;
import org.noteworthy.drafts.Person;
import org.noteworthy.drafts.Rebase;
import org.noteworthy.drafts.ReviewPolicy;
import org.noteworthy.drafts.text.TableRows;
import org.noteworthy.playbooks.edition.Diagnostic;

/** The drafts of this machine as the verbs see them. */
final class LocalViews {
    private LocalViews() {}

    static DraftList.Entry entry(Draft draft, boolean moved) {
        List<Draft.Save> saves = draft.history();
        return new DraftList.Entry(
                draft.name(),
                draft.title(),
                draft.state().word(),
                draft.base().edition(),
                moved,
                person(draft.author()),
                draft.created().toString(),
                (saves.isEmpty() ? draft.created() : saves.get(saves.size() - 1).at()).toString(),
                draft.digest());
    }

    static DraftView draft(Draft draft, Rebase.BaseNow base) {
        Draft.Submission submission = draft.review().submission();
        Draft.Publication publication = draft.publication();
        return new DraftView(
                draft.name(),
                draft.title(),
                draft.state().word(),
                draft.digest(),
                person(draft.author()),
                draft.created().toString(),
                new DraftView.Base(
                        draft.base().edition(), draft.base().content().digest(), base.moved(), base.gone()),
                files(draft),
                draft.base().content().files().keySet().stream()
                        .filter(path -> draft.content().hash(path).isEmpty())
                        .toList(),
                draft.history().stream().map(LocalViews::save).toList(),
                submission == null ? null : submission(submission),
                draft.review().approvals().stream().map(LocalViews::approval).toList(),
                draft.review().comments().stream()
                        .map(each -> new DraftView.Comment(
                                person(each.by()), each.at().toString(), each.text()))
                        .toList(),
                publication == null ? null : publication(publication));
    }

    private static List<DraftView.FileState> files(Draft draft) {
        List<DraftView.FileState> files = new ArrayList<>();
        draft.content().files().forEach((path, hash) -> {
            Optional<String> before = draft.base().content().hash(path);
            String change = before.isEmpty() ? "added" : before.get().equals(hash) ? "none" : "changed";
            files.add(new DraftView.FileState(path, hash, change));
        });
        return files;
    }

    private static DraftView.Save save(Draft.Save save) {
        return new DraftView.Save(
                save.number(),
                save.at().toString(),
                person(save.by()),
                save.changes().stream().map(Draft.FileChange::path).toList(),
                save.digest());
    }

    private static DraftView.Submission submission(Draft.Submission submission) {
        return new DraftView.Submission(
                person(submission.by()), submission.at().toString(), submission.reason(), submission.digest());
    }

    private static DraftView.Approval approval(Draft.Approval approval) {
        return new DraftView.Approval(
                person(approval.by()),
                approval.at().toString(),
                approval.comment(),
                approval.digest(),
                approval.edition(),
                approval.difference(),
                counts(approval.effect()),
                approval.voided() == null ? null : approval.voided().toString());
    }

    private static DraftView.Publication publication(Draft.Publication publication) {
        return new DraftView.Publication(
                publication.id(),
                publication.kind().word(),
                person(publication.by()),
                publication.at().toString(),
                publication.reason(),
                publication.edition(),
                publication.done());
    }

    private static PersonView person(Person person) {
        return new PersonView(person.name(), person.verified());
    }

    private static EffectCounts counts(EffectSummary effect) {
        return new EffectCounts(
                effect.notes(), effect.changed(), effect.newly(), effect.noLonger(), effect.still(), effect.complete());
    }

    static TableView table(String path, String digest, TableRows rows) {
        return new TableView(
                path,
                digest,
                rows.columns(),
                rows.rows().stream()
                        .map(row -> new TableView.Row(row.number(), row.cells(), row.hash()))
                        .toList());
    }

    static ChecksView checks(Checks checks, ReviewPolicy policy) {
        Effect effect = checks.effect();
        Checks.Fixtures fixtures = checks.fixtures();
        boolean told = checks.effectTrouble().isEmpty();
        return new ChecksView(
                checks.digest(),
                checks.becomes(),
                checks.edition(),
                checks.at().toString(),
                checks.running(),
                checks.pass(),
                policy.needed(effect == null ? EffectSummary.NONE : effect.summary()),
                checks.changes(),
                checks.lint().stream().flatMap(LocalViews::findings).toList(),
                fixtures(fixtures),
                effect == null || !told ? null : effect(effect),
                told ? null : checks.effectTrouble());
    }

    private static ChecksView.@Nullable Fixtures fixtures(Checks.@Nullable Fixtures fixtures) {
        return fixtures == null
                ? null
                : new ChecksView.Fixtures(
                        fixtures.count(), fixtures.checks(), fixtures.failures(), fixtures.coverage());
    }

    private static Stream<ChecksView.Finding> findings(Linted linted) {
        return linted.diagnostics().stream().map(diagnostic -> finding(linted, diagnostic));
    }

    private static ChecksView.Finding finding(Linted linted, LintDiagnostic diagnostic) {
        Diagnostic detail = diagnostic.detail();
        return new ChecksView.Finding(
                linted.file(diagnostic),
                detail.line(),
                detail.column(),
                detail.length(),
                diagnostic.code().severity().word(),
                diagnostic.code().word(),
                detail.sentence());
    }

    static EffectView effect(Effect effect) {
        SortedMap<String, EffectView.OfRule> rules = new TreeMap<>();
        effect.rules()
                .forEach((rule, counts) -> rules.put(
                        rule,
                        new EffectView.OfRule(counts.newly(), counts.noLonger(), counts.still(), counts.examples())));
        return new EffectView(counts(effect.summary()), rules, effect.failed(), effect.withoutNote());
    }
}
