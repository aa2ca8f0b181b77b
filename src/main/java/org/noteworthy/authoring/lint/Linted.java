package org.noteworthy.authoring.lint;

import java.util.List;
import java.util.Optional;
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
        String name = name(finding);
        return name.isEmpty() ? folder : folder + "/" + name;
    }

    /** Text of the file of a finding; empty where it is missing or no text. */
    public Optional<String> text(Finding finding) {
        return edition.files().content(name(finding)).flatMap(bytes -> edition.text(name(finding)));
    }

    private String name(Finding finding) {
        return finding.flaw().file().substring(edition.version().length() + 1);
    }
}
