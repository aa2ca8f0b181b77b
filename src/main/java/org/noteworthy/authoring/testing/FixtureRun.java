package org.noteworthy.authoring.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.noteworthy.authoring.explain.OutcomeExplanation;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.outcome.Checked;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;

/** Judges every fixture by its editions and compares the violated rules with what it expects. */
public final class FixtureRun {
    private final FixtureFolder folder;
    private final Map<String, FixtureCoverage> coverages = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    private FixtureRun(FixtureFolder folder) {
        this.folder = folder;
        failures.addAll(folder.complaints());
    }

    /** Judges all of them. */
    public static FixtureRun of(FixtureFolder folder, Library library, List<String> versions) {
        return of(folder, library, versions, () -> false);
    }

    /**
     * Judges them until nobody wants to know any more.
     *
     * @throws CancellationException if it is cancelled
     */
    public static FixtureRun of(
            FixtureFolder folder, Library library, List<String> versions, BooleanSupplier cancelled) {
        FixtureRun run = new FixtureRun(folder);
        for (String version : versions) {
            Playbook playbook = library.named(version);
            FixtureCoverage coverage = new FixtureCoverage(playbook);
            try (Checker checker = new Checker(playbook)) {
                folder.cases().stream()
                        .filter(each -> each.version().equals(version))
                        .forEach(each -> {
                            if (cancelled.getAsBoolean()) {
                                throw new CancellationException("Nobody wants to know any more");
                            }
                            run.judge(each, checker, coverage);
                        });
            }
            run.coverages.put(version, coverage);
        }
        return run;
    }

    private void judge(FixtureCase each, Checker checker, FixtureCoverage coverage) {
        FixtureOutcome outcome = FixtureOutcome.of(each.fixture(), checker);
        coverage.saw(outcome);
        List<String> complaints = each.complaints(outcome);
        if (complaints.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(complaints);
        for (String id : each.expected()) {
            if (!outcome.violated().contains(id)) {
                lines.addAll(grounds(id, "is not violated", outcome, checker.playbook()));
            }
        }
        for (String id : outcome.violated()) {
            if (!each.expected().contains(id)) {
                lines.addAll(grounds(id, "is violated", outcome, checker.playbook()));
            }
        }
        failures.add(each.fixture().place() + " under " + each.version() + ":\n" + String.join("\n", lines));
    }

    private List<String> grounds(String id, String what, FixtureOutcome outcome, Playbook playbook) {
        List<String> lines = new ArrayList<>();
        Rule rule = playbook.edition().rule(id).orElse(null);
        if (rule == null) {
            return List.of("  " + id + " is not a rule of any edition." + folder.maybe(id));
        }
        lines.add("  " + id + " " + what + ":");
        if (rule.subject() == Rule.Subject.ENGAGEMENT) {
            lines.add("    it looks among all notes and interactions for "
                    + OutcomeExplanation.soughtTogether(playbook, rule));
            return lines;
        }
        for (Checked note : outcome.notes()) {
            if (outcome.violated().contains(id) == note.violates(id)) {
                String of = outcome.notes().size() == 1 ? "" : note.note().id() + ": ";
                OutcomeExplanation.of(playbook, rule, note).forEach(sentence -> lines.add("    " + of + sentence));
            }
        }
        return lines;
    }

    public int fixtures() {
        return folder.fixtures();
    }

    public int checks() {
        return folder.cases().size();
    }

    public List<String> failures() {
        return failures;
    }

    public List<FixtureCoverage> coverages() {
        return List.copyOf(coverages.values());
    }
}
