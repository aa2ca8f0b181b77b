package org.noteworthy.cli.draft.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a draft before it counts.
 *
 * @param becomes the folder that it would become
 * @param running whether more will be known in a moment
 * @param passes whether lint and fixtures let it be published
 * @param approvals how many it needs
 * @param changes the editions that would judge otherwise
 * @param fixtures null until they were judged
 * @param effect null until it is known, and where it cannot be told
 * @param trouble why the effect cannot be told; null where it can
 */
public record ChecksView(
        String digest,
        String becomes,
        String edition,
        String at,
        boolean running,
        boolean passes,
        int approvals,
        List<String> changes,
        List<Finding> lint,
        @Nullable Fixtures fixtures,
        @Nullable EffectView effect,
        @Nullable String trouble) {
    public ChecksView {
        changes = List.copyOf(changes);
        lint = List.copyOf(lint);
    }

    /** What lint says of one place; line and column are 0 where it is about a file as a whole. */
    public record Finding(
            String file, int line, int column, int length, String severity, String code, String message) {}

    /** What became of the fixtures. */
    public record Fixtures(int count, int checks, List<String> failures, List<String> coverage) {
        public Fixtures {
            failures = List.copyOf(failures);
            coverage = List.copyOf(coverage);
        }
    }

    /** How many findings are of that severity. */
    public long count(String severity) {
        return lint.stream().filter(each -> each.severity().equals(severity)).count();
    }
}
