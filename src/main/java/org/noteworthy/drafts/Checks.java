package org.noteworthy.drafts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.lint.LintDiagnostic;
import org.noteworthy.authoring.lint.Linted;
import org.noteworthy.playbooks.edition.Severity;

/**
 * What is known of a draft before it counts.
 *
 * @param digest of the draft that was looked at
 * @param becomes the folder that it would become
 * @param edition {@code sha256:…} of the edition as it would judge; empty where it cannot be read
 * @param changes the editions that would judge otherwise, or be refused; those that extend the draft's are among them
 * @param lint what was found in those editions
 * @param fixtures what became of the fixtures under those editions; null until they were judged
 * @param effect what it does to recorded notes; null until anything is known
 * @param effectTrouble why its effect cannot be told, in a sentence; empty where it can
 * @param running whether more will be known in a moment
 */
public record Checks(
        String digest,
        String becomes,
        String edition,
        Instant at,
        List<String> changes,
        List<Linted> lint,
        @Nullable Fixtures fixtures,
        @Nullable Effect effect,
        String effectTrouble,
        boolean running) {
    public Checks {
        changes = List.copyOf(changes);
        lint = List.copyOf(lint);
    }

    /**
     * What became of the fixtures.
     *
     * @param count how many there are; 0 where the folder of the fixtures is not there
     * @param checks how often one was judged
     * @param failures what is not as expected, each in a few lines
     * @param coverage what they show of each edition, and what they leave out
     */
    public record Fixtures(int count, int checks, List<String> failures, List<String> coverage) {
        public Fixtures {
            failures = List.copyOf(failures);
            coverage = List.copyOf(coverage);
        }
    }

    /** How many errors lint found. */
    public long errors() {
        return count(Severity.ERROR);
    }

    /** How many warnings lint found. */
    public long warnings() {
        return count(Severity.WARNING);
    }

    private long count(Severity severity) {
        return lint.stream()
                .flatMap(linted -> linted.diagnostics().stream())
                .map(LintDiagnostic::code)
                .filter(code -> code.severity() == severity)
                .count();
    }

    /** Whether nothing stands against publishing it as far as lint and fixtures tell. */
    public boolean pass() {
        Fixtures judged = fixtures;
        return errors() == 0 && judged != null && judged.failures().isEmpty();
    }

    Checks with(List<Linted> found) {
        return new Checks(digest, becomes, edition, at, changes, found, fixtures, effect, effectTrouble, running);
    }

    Checks with(Fixtures judged) {
        return new Checks(digest, becomes, edition, at, changes, lint, judged, effect, effectTrouble, running);
    }

    Checks with(Effect known) {
        return new Checks(digest, becomes, edition, at, changes, lint, fixtures, known, effectTrouble, running);
    }

    Checks without(String trouble) {
        return new Checks(digest, becomes, edition, at, changes, lint, fixtures, Effect.NONE, trouble, running);
    }

    Checks finished() {
        return new Checks(digest, becomes, edition, at, changes, lint, fixtures, effect, effectTrouble, false);
    }
}
