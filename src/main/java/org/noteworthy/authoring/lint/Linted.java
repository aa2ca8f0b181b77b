package org.noteworthy.authoring.lint;

import java.util.List;
import java.util.Optional;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.WrittenEdition;

/**
 * What came of looking through an edition.
 *
 * @param folder where it lies, as whoever asked names it
 * @param diagnostics sorted by place
 */
public record Linted(String folder, WrittenEdition edition, List<LintDiagnostic> diagnostics) {
    public Linted {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Looks through an edition that lies in that folder. */
    public static Linted of(String folder, WrittenEdition edition) {
        return new Linted(folder, edition, Lint.of(edition));
    }

    /** Where the file of a diagnostic lies, as whoever asked would name it. */
    public String file(LintDiagnostic diagnostic) {
        Diagnostic detail = diagnostic.detail();
        String name = detail.name();
        String home = detail.folder().equals(edition.version())
                ? folder
                : folder.substring(0, folder.lastIndexOf('/') + 1) + detail.folder();
        return name.isEmpty() ? home : home + "/" + name;
    }

    /** Text of the file of a diagnostic; empty where it is missing or no text. */
    public Optional<String> text(LintDiagnostic diagnostic) {
        return edition.files()
                .content(diagnostic.detail().name())
                .flatMap(bytes -> edition.text(diagnostic.detail().name()));
    }
}
