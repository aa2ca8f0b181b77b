package org.noteworthy.authoring.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.notes.text.Suggestions;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.playbooks.edition.TableRow;
import org.noteworthy.playbooks.language.Span;

/** Collects the diagnostics of one edition. */
final class LintDiagnostics {
    private static final int MOST_OF_A_KIND = 1_000;

    private final EditionFiles files;
    private final List<LintDiagnostic> found = new ArrayList<>();
    private final Suggestions suggestions = new Suggestions();

    LintDiagnostics(EditionFiles files) {
        this.files = files;
    }

    void add(LintDiagnostic diagnostic) {
        found.add(diagnostic);
    }

    void add(Code code, String file, Span at, String sentence) {
        add(code, file, at.line(), at.column(), at.length(), sentence);
    }

    void add(Code code, TableRow row, String column, String part, String sentence) {
        add(code, row.file(), row.line(), row.column(column, part), part.length(), sentence);
    }

    void add(Code code, String file, int line, int column, int length, String sentence) {
        found.add(new LintDiagnostic(
                code, new Diagnostic(files.home(file) + "/" + file, line, column, length, sentence)));
    }

    /** {@code " Maybe you mean X."} where one of the candidates is near, else what there is. */
    String insteadOf(String given, Collection<String> candidates) {
        return suggestions.insteadOf(given, candidates);
    }

    /** All of them by place; of a kind of warnings that a file has very many of only the first, and how many more there are. */
    List<LintDiagnostic> sorted() {
        Map<String, Integer> told = new HashMap<>();
        List<LintDiagnostic> sorted = new ArrayList<>();
        Map<String, LintDiagnostic> left = new LinkedHashMap<>();
        for (LintDiagnostic diagnostic : found.stream().distinct().sorted().toList()) {
            String kind = diagnostic.code().word() + " " + diagnostic.detail().file();
            boolean refuses = diagnostic.code().severity() == Severity.ERROR;
            if (refuses || told.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
                sorted.add(diagnostic);
            } else {
                left.put(kind, diagnostic);
            }
        }
        left.forEach((kind, last) -> sorted.add(more(last, told.getOrDefault(kind, 0) - MOST_OF_A_KIND)));
        return sorted.stream().sorted().toList();
    }

    private static LintDiagnostic more(LintDiagnostic last, int count) {
        String sentence =
                "There are " + count + " more of this kind in this file than are told here. Mend these first.";
        return new LintDiagnostic(last.code(), new Diagnostic(last.detail().file(), 0, 0, 0, sentence));
    }
}
