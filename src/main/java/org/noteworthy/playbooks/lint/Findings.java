package org.noteworthy.playbooks.lint;

import java.util.ArrayList;
import java.util.List;
import org.noteworthy.playbooks.Flaw;
import org.noteworthy.playbooks.TableRow;
import org.noteworthy.playbooks.language.Span;

/** Collects what is to be said against one edition. */
final class Findings {
    private final String version;
    private final List<Finding> found = new ArrayList<>();

    Findings(String version) {
        this.version = version;
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
        found.add(new Finding(code, new Flaw(version + "/" + file, line, column, length, sentence)));
    }

    List<Finding> sorted() {
        return found.stream().distinct().sorted().toList();
    }
}
