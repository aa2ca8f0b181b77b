package org.noteworthy.cli.authoring;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.testing.AcceptedChanges;
import org.noteworthy.authoring.testing.FixtureCase;
import org.noteworthy.authoring.testing.Mutant;
import org.noteworthy.authoring.testing.MutationRun;
import org.noteworthy.cli.terminal.Progress;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.report.Words;

/** Tells which changes of the editions no fixture notices, and which of these are accepted. */
final class MutationReport {
    private final Library library;
    private final Path fixtures;
    private final AcceptedChanges accepted;
    private final Set<AcceptedChanges.Row> used = new LinkedHashSet<>();
    private final PrintStream out;

    MutationReport(Library library, Path fixtures, PrintStream out) {
        this.library = library;
        this.fixtures = fixtures;
        this.out = out;
        accepted = AcceptedChanges.in(fixtures);
    }

    /** Tries the changes of these editions; false where one is noticed by no fixture and not accepted. */
    boolean print(List<String> versions, List<FixtureCase> cases, Progress progress) {
        boolean explained = true;
        Playbook mutants = null;
        for (String version : versions) {
            MutationRun.Found found = new MutationRun(
                            library.named(version),
                            cases.stream()
                                    .filter(each -> each.version().equals(version))
                                    .toList(),
                            progress::advance)
                    .run(mutants);
            progress.clear();
            mutants = found.mutants();
            explained &= print(version, found);
        }
        boolean fresh = nothingStale(versions);
        return explained && fresh;
    }

    private boolean print(String version, MutationRun.Found found) {
        int unexplained = 0;
        for (Mutant mutant : found.unnoticed()) {
            String reason = reason(version, mutant);
            out.println(version + "/" + mutant.file() + ":" + mutant.line() + ": " + mutant.change()
                    + (reason == null ? ": no fixture notices" : ": accepted: " + reason));
            unexplained += reason == null ? 1 : 0;
        }
        int unnoticed = found.unnoticed().size();
        out.println(version + ": " + Words.count(found.changes(), "change") + ", " + (found.changes() - unnoticed)
                + " noticed by a fixture, " + unnoticed + " not, of which " + (unnoticed - unexplained) + " accepted");
        return unexplained == 0;
    }

    private @Nullable String reason(String version, Mutant mutant) {
        Optional<AcceptedChanges.Row> row = accepted.rows().stream()
                .filter(each -> each.covers(version, mutant))
                .findFirst();
        row.ifPresent(used::add);
        return row.map(AcceptedChanges.Row::reason).orElse(null);
    }

    /** Tells rows that accept nothing; those about editions that were not asked for may still do so. */
    private boolean nothingStale(List<String> versions) {
        boolean none = true;
        for (AcceptedChanges.Row row : accepted.rows()) {
            boolean every = row.edition().equals(AcceptedChanges.EVERY);
            boolean known = every || library.versions().contains(row.edition());
            boolean tried = every ? versions.containsAll(library.versions()) : versions.contains(row.edition());
            if (!known || tried && !used.contains(row)) {
                out.println(fixtures.resolve(AcceptedChanges.FILE) + ":" + row.line() + ": "
                        + (known
                                ? "There is no such change, or a fixture notices it. Delete the row."
                                : "There is no edition \"" + row.edition() + "\". Correct or delete the row."));
                none = false;
            }
        }
        return none;
    }
}
