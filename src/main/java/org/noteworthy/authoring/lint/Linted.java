package org.noteworthy.authoring.lint;

import java.util.List;
import java.util.Optional;
import org.noteworthy.playbooks.edition.Flaw;
import org.noteworthy.playbooks.edition.WrittenEdition;

/**
 * What came of looking through an edition.
 *
 * @param folder where it lies, as whoever asked names it
 * @param findings sorted by place
 */
public record Linted(String folder, WrittenEdition edition, List<Finding> findings) {
    public Linted {
        findings = List.copyOf(findings);
    }

    /** Looks through an edition that lies in that folder. */
    public static Linted of(String folder, WrittenEdition edition) {
        return new Linted(folder, edition, Lint.of(edition));
    }

    /** Where the file of a finding lies, as whoever asked would name it. */
    public String file(Finding finding) {
        Flaw flaw = finding.flaw();
        String name = flaw.name();
        String home = flaw.folder().equals(edition.version())
                ? folder
                : folder.substring(0, folder.lastIndexOf('/') + 1) + flaw.folder();
        return name.isEmpty() ? home : home + "/" + name;
    }

    /** Text of the file of a finding; empty where it is missing or no text. */
    public Optional<String> text(Finding finding) {
        return edition.files()
                .content(finding.flaw().name())
                .flatMap(bytes -> edition.text(finding.flaw().name()));
    }
}
