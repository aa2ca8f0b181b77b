package org.noteworthy.api.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.answer.draft.LintFinding;
import org.noteworthy.authoring.lint.LintDiagnostic;
import org.noteworthy.authoring.lint.Linted;
import org.noteworthy.authoring.lint.Region;
import org.noteworthy.drafts.text.TableException;
import org.noteworthy.drafts.text.TableRows;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.playbooks.edition.Diagnostic;

/** What lint finds, as calls answer it: with the row where it is in a table. */
final class LintAnswers {
    private final Linted linted;
    private final Map<String, List<TableRows.Row>> tables = new HashMap<>();
    private final Map<String, Optional<String>> texts = new HashMap<>();

    private LintAnswers(Linted linted) {
        this.linted = linted;
    }

    static List<LintFinding> of(List<Linted> all) {
        List<LintFinding> findings = new ArrayList<>();
        for (Linted linted : all) {
            LintAnswers answers = new LintAnswers(linted);
            linted.diagnostics().forEach(diagnostic -> findings.add(answers.finding(diagnostic)));
        }
        return findings.stream().distinct().toList(); // a file that several editions have is linted with each
    }

    private LintFinding finding(LintDiagnostic diagnostic) {
        Diagnostic detail = diagnostic.detail();
        Optional<Region> region = detail.line() == 0
                ? Optional.empty()
                : texts.computeIfAbsent(detail.name(), name -> linted.text(diagnostic))
                        .map(text -> Region.of(text, detail));
        return new LintFinding(
                linted.file(diagnostic),
                detail.line(),
                detail.column(),
                detail.length(),
                region.map(Region::endLine).orElse(0),
                region.map(Region::endColumn).orElse(0),
                row(detail),
                diagnostic.code().severity().word(),
                diagnostic.code().word(),
                Characters.wellFormed(detail.sentence()),
                diagnostic.code().wayOut());
    }

    /** The row in which a line is: that which begins last before it. */
    private @Nullable Integer row(Diagnostic detail) {
        if (!detail.name().endsWith(".csv") || detail.line() == 0) {
            return null;
        }
        return tables.computeIfAbsent(detail.name(), this::rows).stream()
                .filter(row -> row.line() <= detail.line())
                .reduce((earlier, later) -> later)
                .map(TableRows.Row::number)
                .orElse(null);
    }

    private List<TableRows.Row> rows(String name) {
        try {
            return linted.edition()
                    .files()
                    .content(name)
                    .map(content -> TableRows.read(content).rows())
                    .orElse(List.of());
        } catch (TableException e) {
            return List.of(); // it is no table, which is told already
        }
    }
}
