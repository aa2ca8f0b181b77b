package org.noteworthy.authoring.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.waiver.Waiver;
import org.noteworthy.playbooks.waiver.Waiver.State;
import org.noteworthy.playbooks.waiver.WaiverFile;
import org.noteworthy.playbooks.waiver.Waivers;

/** Looks through the waivers beside the editions: what is wrong with their file, and those that let nothing stand. */
final class WaiverChecks {
    private final LintDiagnostics diagnostics;

    private WaiverChecks(WaiverFile file) {
        diagnostics = new LintDiagnostics(file.files());
    }

    /** All diagnostics, sorted by place; {@code rules} are those of any edition. */
    static List<LintDiagnostic> of(WaiverFile file, Set<String> rules, LocalDate today) {
        WaiverChecks checks = new WaiverChecks(file);
        file.diagnostics().forEach(diagnostic -> checks.diagnostics.add(new LintDiagnostic(Code.WAIVERS, diagnostic)));
        file.waivers().all().forEach(waiver -> checks.look(waiver, rules, today));
        file.waivers().all().forEach(waiver -> checks.shadowed(waiver, file.waivers(), today));
        return checks.diagnostics.sorted();
    }

    private void look(Waiver waiver, Set<String> rules, LocalDate today) {
        if (!rules.contains(waiver.rule())) {
            add(
                    Code.WAIVER_OF_UNKNOWN_RULE,
                    waiver,
                    "No edition has a rule \"" + waiver.rule() + "\"." + diagnostics.insteadOf(waiver.rule(), rules));
        }
        State state = waiver.on(today);
        if (state == State.EXPIRED) {
            add(
                    Code.WAIVER_EXPIRED,
                    waiver,
                    "This waiver of " + waiver.rule() + " expired on " + waiver.until()
                            + ". Remove the row, or agree on it again.");
        } else if (state == State.NOT_YET_VALID) {
            add(
                    Code.WAIVER_NOT_YET_VALID,
                    waiver,
                    "This waiver of " + waiver.rule() + " begins on " + waiver.from()
                            + " and lets nothing stand before.");
        }
    }

    /** A waiver beside another one for the same, or for more, that counts on all of its days. */
    private void shadowed(Waiver waiver, Waivers all, LocalDate today) {
        if (waiver.on(today) == State.EXPIRED) {
            return;
        }
        all.covering(waiver.rule(), waiver.subject(), waiver.from()).stream()
                .filter(other -> other.line() != waiver.line() && !other.until().isBefore(waiver.until()))
                .findFirst()
                .ifPresent(other -> add(
                        Code.SHADOWED_ROW,
                        waiver,
                        "This waiver of " + waiver.rule() + " changes nothing: the one in line " + other.line()
                                + " lets the same stand on all of its days. Remove one of the two rows."));
    }

    private void add(Code code, Waiver waiver, String sentence) {
        diagnostics.add(new LintDiagnostic(code, new Diagnostic(WaiverFile.NAME, waiver.line(), 1, 0, sentence)));
    }
}
