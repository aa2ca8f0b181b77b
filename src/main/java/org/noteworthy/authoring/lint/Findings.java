package org.noteworthy.authoring.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.notes.text.Suggestions;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.Flaw;
import org.noteworthy.playbooks.edition.Severity;
import org.noteworthy.playbooks.edition.TableRow;
import org.noteworthy.playbooks.language.Span;

/** Collects what is to be said against one edition. */
final class Findings {
    private static final int MOST_OF_A_KIND = 1_000;

    private final EditionFiles files;
    private final List<Finding> found = new ArrayList<>();
    private final Suggestions suggestions = new Suggestions();

    Findings(EditionFiles files) {
        this.files = files;
    }

    void add(Finding finding) {
        found.add(finding);
    }

    void add(Code code, String file, Span at, String sentence) {
        add(code, file, at.line(), at.column(), at.length(), sentence);
    }

    void add(Code code, TableRow row, String column, String part, String sentence) {
        add(code, row.file(), row.line(), row.column(column, part), part.length(), sentence);
    }

    void add(Code code, String file, int line, int column, int length, String sentence) {
        found.add(new Finding(code, new Flaw(files.home(file) + "/" + file, line, column, length, sentence)));
    }

    /** {@code " Maybe you mean X."} where one of the candidates is near, else what there is. */
    String insteadOf(String given, Collection<String> candidates) {
        return suggestions.insteadOf(given, candidates);
    }

    /** All of them by place; of a kind of warnings that a file has very many of only the first, and how many more there are. */
    List<Finding> sorted() {
        Map<String, Integer> told = new HashMap<>();
        List<Finding> sorted = new ArrayList<>();
        Map<String, Finding> left = new LinkedHashMap<>();
        for (Finding finding : found.stream().distinct().sorted().toList()) {
            String kind = finding.code().word() + " " + finding.flaw().file();
            boolean refuses = finding.code().severity() == Severity.ERROR;
            if (refuses || told.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
                sorted.add(finding);
            } else {
                left.put(kind, finding);
            }
        }
        left.forEach((kind, last) -> sorted.add(more(last, told.getOrDefault(kind, 0) - MOST_OF_A_KIND)));
        return sorted.stream().sorted().toList();
    }

    private static Finding more(Finding last, int count) {
        String sentence =
                "There are " + count + " more of this kind in this file than are told here. Mend these first.";
        return new Finding(last.code(), new Flaw(last.flaw().file(), 0, 0, 0, sentence));
    }
}
